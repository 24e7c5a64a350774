import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

import { KnowledgeFolder } from '../support/knowledge-folder.ts';
import { runTerminal } from '../support/run-terminal.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';

let folder: KnowledgeFolder;

const open = 'When does the reading room open?';
const borrow = 'How many books may I borrow?';
const questions = [
  { question: borrow, expect: { text: ['seven books'], path: 'faq/library.md', entry: [borrow] } },
  { question: 'how many books can I take', expect: { entry: [borrow] } },
  { question: 'what is the number of books', expect: { entry: [borrow] } },
  { question: open, expect: { text: ['at nine'] } },
  { question: 'when is the reading room open in the morning', expect: { entry: [open] } },
  { question: 'what do copies of the maps cost', expect: { text: ['two coins'] } },
  { question: 'who painted the ceiling of the chapel', expect: null, set: 'far' },
  { question: 'asdfghjkl', expect: null, set: 'noise' },
];

beforeAll(async () => {
  folder = await KnowledgeFolder.create({
    ...Object.fromEntries(Object.entries(sampleKnowledge).map(([path, text]) => [`knowledge/${path}`, text])),
    'questions.jsonl': questions.map((one) => JSON.stringify(one)).join('\n'),
    'broken.jsonl': '{"question": "a", "expect": null}\nnothing\n',
  });
});

afterAll(async () => {
  await folder.remove();
});

function evaluate(...options: readonly string[]): ReturnType<typeof runTerminal> {
  return runTerminal('eval', [
    '--knowledge',
    join(folder.path, 'knowledge'),
    '--questions',
    join(folder.path, 'questions.jsonl'),
    ...options,
  ]);
}

const share = z.number().min(0).max(1);
const bySet = z.strictObject({ far: share, noise: share });
/** The figures that `eval --json` promises by name; there may be others. */
const figuresJson = z.looseObject({
  hitAt1: share,
  hitAt3: share,
  mrr: share,
  sentenceAt1: share,
  answeredShare: share,
  rightShare: share,
  shownShare: share,
  falselyAnswered: bySet,
  declinedShare: bySet,
  auroc: bySet,
  p50Ms: z.number().positive(),
  p99Ms: z.number().positive(),
  questions: z.int(),
});

function figures(...options: readonly string[]): z.infer<typeof figuresJson> {
  const { exitCode, out, error } = evaluate('--json', ...options);
  expect([exitCode, error]).toEqual([0, '']);
  return figuresJson.parse(JSON.parse(out));
}

test('--json prints the promised figures', () => {
  const { hitAt1, hitAt3, mrr, p50Ms, p99Ms, ...rest } = figures();
  expect(rest.questions).toBe(8);
  // Two of them are spelled out in the knowledge, and every question has the words of its passage.
  expect(hitAt1).toBeGreaterThanOrEqual(0.5);
  expect(hitAt3).toBeGreaterThanOrEqual(hitAt1);
  expect(mrr).toBeGreaterThanOrEqual(hitAt1);
  expect(p99Ms).toBeGreaterThanOrEqual(p50Ms);
  expect(rest.falselyAnswered.noise).toBe(0);
  expect(rest.declinedShare.noise).toBe(1);
});

test('without --json the figures are a table, and --misses lists what went wrong with the reason', () => {
  const { exitCode, out, error } = evaluate(
    '--misses',
    '--without',
    'names',
    'meaning',
    'rerank',
    '--typos',
    '5',
  );
  expect([exitCode, error]).toEqual([0, '']);
  expect(out).toMatch(/^questions +8$/mu);
  expect(out).toMatch(/^right passage first +\d+\.\d %$/mu);
  expect(out).toMatch(/^ {2}far +\d+\.\d %$/mu);
});

test('--typos makes the same slips for the same seed', () => {
  const misses = (seed: string): unknown => {
    const { out } = evaluate('--json', '--misses', '--typos', seed);
    return z
      .looseObject({ misses: z.array(z.string()), hitAt1: share, mrr: share })
      .transform((all) => [all.misses, all.hitAt1, all.mrr])
      .parse(JSON.parse(out));
  };
  expect(misses('3')).toEqual(misses('3'));
});

test('--aliases moves paraphrases of each entry out of the questions', () => {
  // Three questions expect one entry and one expects another.
  expect(figures('--aliases', '1').questions).toBe(6);
  expect(figures('--aliases', '2').questions).toBe(5);
});

test('--without leaves steps of the pipeline out', () => {
  expect(figures('--without', 'spelling', 'names').questions).toBe(8);
});

test.each([
  ['no questions', ['--knowledge', 'knowledge'], /^required option '--questions <file>' not specified\n$/u],
  [
    'a file that is not there',
    ['--questions', '/nowhere.jsonl'],
    /^The questions "\/nowhere\.jsonl" cannot be read: [^\n]*\.\n$/u,
  ],
  [
    'a folder that is not there',
    ['--questions', 'x', '--knowledge', '/nowhere'],
    /^The knowledge folder "\/nowhere" does not exist: [^\n]*\.\n$/u,
  ],
  [
    'a seed that is no number',
    ['--questions', 'x', '--typos', 'many'],
    /^option '--typos <seed>' argument 'many' is invalid\.[^\n]*\n$/u,
  ],
  [
    'an unknown step',
    ['--questions', 'x', '--without', 'magic'],
    /^option '--without <step\.\.\.>' argument 'magic' is invalid\.[^\n]*\n$/u,
  ],
])('%s: one sentence on standard error and exit code 2', (_, options, sentence) => {
  const { exitCode, out, error } = runTerminal('eval', options);
  expect([exitCode, out]).toEqual([2, '']);
  expect(error).toMatch(sentence);
});

test('a line of the questions that cannot be read is named', () => {
  const { exitCode, error } = runTerminal('eval', ['--questions', join(folder.path, 'broken.jsonl')]);
  expect(exitCode).toBe(2);
  expect(error).toMatch(/^[^\n]*Line 2[^\n]*\n$/iu);
});
