import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { Command } from 'commander';

import { parseCorpus } from './corpus/parse-corpus.ts';
import { parseQuestionSet, type LabelledQuestion } from './evaluation/question-set.ts';
import { cutPassages } from './passages/cut-passages.ts';
import { shippedFitted, type Numbers } from './search/fitted.ts';
import { createFileKnowledge } from './storage/file-knowledge.ts';
import { loadMeaning } from './storage/load-meaning.ts';
import type { Meaning } from './text/meaning.ts';
import { runTerminalCommand } from './terminal-command.ts';
import { collectCases, type TrainingData } from './training/collect-cases.ts';
import { fitNumbers } from './training/fit-numbers.ts';
import { measureFit } from './training/measure-fit.ts';
import type { LabelledKnowledge } from './training/training-case.ts';
import { heldOutArticles, shippedCases, splitCases } from './training/split-cases.ts';

interface Options {
  readonly data: string;
  readonly loose: readonly string[];
  readonly output: string;
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
  .action(run);

async function run({ data, loose, output }: Options): Promise<void> {
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
  const vectors = fit(sets, await loadMeaning());
  const letters = fit(sets, null);
  const fitted = {
    about:
      'Written by "npm run fit". `heldOut`: figures on held-out articles and FAQ entries, of numbers fitted on the others.',
    heldOutArticles: [...heldOutArticles],
    heldOut: { vectors: vectors.heldOut, letters: letters.heldOut },
    vectors: vectors.numbers,
    letters: letters.numbers,
  };
  await writeFile(output, `${JSON.stringify(fitted, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(fitted.heldOut, null, 2)}\n`);
}

function fit(
  sets: TrainingData,
  meaning: Meaning | null,
): { readonly numbers: Numbers; readonly heldOut: ReturnType<typeof measureFit> } {
  const cases = collectCases(sets, { meaning, without: new Set(), fitted: shippedFitted });
  const { train, held } = splitCases(cases);
  return { numbers: fitNumbers(shippedCases(cases)), heldOut: measureFit(held, fitNumbers(train)) };
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
