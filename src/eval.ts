import { readFile } from 'node:fs/promises';

import { Command, InvalidArgumentError, Option } from 'commander';

import { atCaution, cautions, type Caution } from './answer/caution.ts';
import { explainMiss } from './evaluation/explain-miss.ts';
import { prepareTrial } from './evaluation/prepare-trial.ts';
import { printFigures } from './evaluation/print-figures.ts';
import { parseQuestionSet } from './evaluation/question-set.ts';
import { summarizeTrials } from './evaluation/summarize-trials.ts';
import { tryQuestion } from './evaluation/try-question.ts';
import { steps, type Step } from './search/steps.ts';
import { createFileKnowledge } from './storage/file-knowledge.ts';
import { loadMeaning } from './storage/load-meaning.ts';
import { knowledgeOption, runTerminalCommand } from './terminal-command.ts';

interface Options {
  readonly knowledge: string;
  readonly questions: string;
  readonly json: boolean;
  readonly misses: boolean;
  readonly typos?: number;
  readonly aliases: number;
  readonly without?: readonly Step[];
  readonly caution: Caution;
}

const command = new Command('eval')
  .description('Asks labelled questions and prints how well they were answered.')
  .addOption(knowledgeOption())
  .requiredOption('--questions <file>', 'labelled questions, one JSON object a line')
  .option('--json', 'print the figures as one JSON object', false)
  .option('--misses', 'list what went wrong, and why', false)
  .option('--typos <seed>', 'put a slip into 30 % of the words', toWholeNumber)
  .option(
    '--aliases <count>',
    'make so many paraphrases of each FAQ entry its other phrasings',
    toWholeNumber,
    0,
  )
  .addOption(new Option('--without <step...>', 'leave steps of the pipeline out').choices(steps))
  .addOption(
    new Option('--caution <caution>', 'how sure an answer has to be').choices(cautions).default('usual'),
  )
  .action(run);

async function run(options: Options): Promise<void> {
  const { files } = await createFileKnowledge({ folder: options.knowledge }).read();
  const trial = prepareTrial(files, parseQuestionSet(await readQuestions(options.questions)), {
    meaning: await loadMeaning(),
    without: new Set(options.without),
    typosSeed: options.typos ?? null,
    aliases: options.aliases,
  });
  const index = atCaution(trial.index, options.caution);
  const trials = trial.questions.map((labelled) => tryQuestion(labelled, index, () => performance.now()));
  const figures = summarizeTrials(trials);
  const misses = options.misses ? trials.flatMap((one) => explainMiss(one) ?? []) : [];
  if (options.json)
    process.stdout.write(`${JSON.stringify(options.misses ? { ...figures, misses } : figures)}\n`);
  else process.stdout.write(`${[printFigures(figures), ...misses].join('\n')}\n`);
}

async function readQuestions(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Error(`The questions "${file}" cannot be read: name a file with --questions.`);
  }
}

function toWholeNumber(value: string): number {
  if (!/^\d{1,9}$/u.test(value)) throw new InvalidArgumentError('It is a whole number.');
  return Number(value);
}

await runTerminalCommand(command);
