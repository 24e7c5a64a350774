import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

import { explainMiss } from '../../src/evaluation/explain-miss.ts';
import { summarizeTrials, type Figures } from '../../src/evaluation/summarize-trials.ts';
import { readQuestions, tryQuestions } from './try-questions.ts';

const questions = 'test/ranking/sample.jsonl';

/** What questions about the knowledge that comes with Footnote must at least reach. */
const floors = { hitAt1: 0.68, hitAt3: 0.88, shownShare: 0.66, answeredShare: 0.36 } as const;

/** Which share of the questions that it does not answer may be answered all the same, by set. */
const ceilings = { near: 0.25, far: 0.03, 'chit-chat': 0.03 } as const;

let figures: Figures;
let misses = '';

beforeAll(async () => {
  const trials = await tryQuestions('knowledge', questions);
  figures = summarizeTrials(trials);
  misses = trials.flatMap((trial) => explainMiss(trial) ?? []).join('\n');
});

test.each(['hitAt1', 'hitAt3', 'shownShare', 'answeredShare'] as const)(
  '%s stays above its floor',
  (name) => {
    expect(figures[name], misses).toBeGreaterThanOrEqual(floors[name]);
  },
);

test.each(['near', 'far', 'chit-chat'] as const)('of the questions "%s" few are answered falsely', (set) => {
  expect(figures.falselyAnswered[set], misses).toBeLessThanOrEqual(ceilings[set]);
});

test('every row gives the reason for its expectation, and there are enough of both kinds', async () => {
  const row = z.object({ expect: z.object({}).nullable(), why: z.string().min(10) });
  const lines = (await readQuestions(questions)).trimEnd().split('\n');
  const rows = lines.map((line) => row.parse(JSON.parse(line)));
  expect(rows.filter((one) => one.expect !== null).length).toBeGreaterThanOrEqual(60);
  expect(rows.filter((one) => one.expect === null).length).toBeGreaterThanOrEqual(40);
});
