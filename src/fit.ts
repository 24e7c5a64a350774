import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { Command } from 'commander';

import { parseCorpus } from './corpus/parse-corpus.ts';
import { parseQuestionSet, type LabelledQuestion } from './evaluation/question-set.ts';
import { cutPassages } from './passages/cut-passages.ts';
import { shippedFitted } from './search/fitted.ts';
import { createFileKnowledge } from './storage/file-knowledge.ts';
import { loadMeaning } from './storage/load-meaning.ts';
import type { Meaning } from './text/meaning.ts';
import { runTerminalCommand } from './terminal-command.ts';
import { collectCases, type TrainingSets } from './training/collect-cases.ts';
import { fitNumbers } from './training/fit-numbers.ts';
import { measureFit } from './training/measure-fit.ts';
import type { LabelledKnowledge, TrainingCase } from './training/training-case.ts';
import { heldOutArticles, shippedCases, splitCases } from './training/split-cases.ts';

interface Options {
  readonly data: string;
  readonly loose: readonly string[];
  readonly output: string;
  readonly ablate?: readonly string[];
}

const command = new Command('fit')
  .description(
    'Fits weights and thresholds on labelled questions; writes them with figures on held-out ones.',
  )
  .requiredOption(
    '--data <folder>',
    'folder with squad/ and stack-faq/, each with knowledge/ and questions.jsonl',
  )
  .requiredOption('--loose <file...>', 'questions in loose wording, a file named after each article of squad')
  .option('--output <file>', 'where to write', 'src/search/fitted.json')
  .option('--ablate <feature...>', 'write nothing; print the held-out figures without each of these features')
  .action(run);

async function run({ data, loose, output, ablate }: Options): Promise<void> {
  const looseQuestions = await Promise.all(
    loose.map(
      async (file) => [`articles/${basename(file, '.jsonl')}.md`, await readQuestions(file)] as const,
    ),
  );
  const sets = {
    squad: await readKnowledge(join(data, 'squad')),
    stack: await readKnowledge(join(data, 'stack-faq')),
    loose: new Map(looseQuestions),
  };
  const vectors = collect(sets, await loadMeaning());
  if (ablate !== undefined) {
    for (const feature of ablate)
      print({ without: feature, heldOut: measureHeldOut(vectors, new Set([feature])) });
    return;
  }
  const letters = collect(sets, null);
  const fitted = {
    about:
      'Written by "npm run fit". `heldOut`: figures on held-out articles and FAQ entries, of numbers fitted on the others.',
    heldOutArticles: [...heldOutArticles],
    heldOut: { vectors: measureHeldOut(vectors, nothing), letters: measureHeldOut(letters, nothing) },
    vectors: fitNumbers(shippedCases(vectors), nothing),
    letters: fitNumbers(shippedCases(letters), nothing),
  };
  await writeFile(output, `${JSON.stringify(fitted, null, 2)}\n`);
  print(fitted.heldOut);
}

function collect(sets: TrainingSets, meaning: Meaning | null): readonly TrainingCase[] {
  return collectCases(sets, { meaning, without: new Set(), fitted: shippedFitted });
}

const nothing: ReadonlySet<string> = new Set();

function measureHeldOut(
  cases: readonly TrainingCase[],
  leftOut: ReadonlySet<string>,
): ReturnType<typeof measureFit> {
  const { train, held } = splitCases(cases);
  return measureFit(held, fitNumbers(train, leftOut));
}

function print(figures: unknown): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

async function readKnowledge(folder: string): Promise<LabelledKnowledge> {
  const { files } = await createFileKnowledge({ folder: join(folder, 'knowledge') }).read();
  return {
    passages: cutPassages(parseCorpus(files).documents),
    questions: await readQuestions(join(folder, 'questions.jsonl')),
  };
}

async function readQuestions(file: string): Promise<readonly LabelledQuestion[]> {
  return parseQuestionSet(await readFile(file, 'utf8'));
}

await runTerminalCommand(command);
