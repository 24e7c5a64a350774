import { expect, test } from 'vitest';

import type { Answer } from '../../src/answer/answer.ts';
import { explainMiss } from '../../src/evaluation/explain-miss.ts';
import { printFigures } from '../../src/evaluation/print-figures.ts';
import { summarizeTrials } from '../../src/evaluation/summarize-trials.ts';
import { tryQuestion, type Trial } from '../../src/evaluation/try-question.ts';
import { indexFiles } from '../support/index-files.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { sampleSnippet } from '../support/sample-snippet.ts';

function answer(outcome: Answer['outcome'], confidence: number): Answer {
  return outcome === 'unanswered'
    ? { outcome, confidence, related: [], raised: null }
    : { outcome, confidence, related: [], snippets: [sampleSnippet('Quoted here.')] };
}

/** A trial of a question that the knowledge answers, with the place of the right passage. */
function asked(outcome: Answer['outcome'], confidence: number, rest: Partial<Trial> = {}): Trial {
  return {
    labelled: { question: 'Which one?', expect: { text: ['x'] } },
    answer: answer(outcome, confidence),
    place: 0,
    isSentenceRight: true,
    isFirstRight: true,
    isAnyRight: true,
    tookMs: 1,
    ...rest,
  };
}

const wrong = { isSentenceRight: false, isFirstRight: false, isAnyRight: false };

function unanswerable(set: string | null, outcome: Answer['outcome'], confidence: number): Trial {
  const labelled = { question: 'Which?', expect: null, ...(set === null ? {} : { set }) };
  return asked(outcome, confidence, { labelled, place: null, ...wrong, isSentenceRight: null });
}

const trials: readonly Trial[] = [
  asked('answered', 0.95),
  asked('answered', 0.9, { place: 1, ...wrong, isAnyRight: true, tookMs: 9 }),
  asked('suggested', 0.4, { place: 3, ...wrong, isSentenceRight: null }),
  asked('unanswered', 0.12, { place: null, ...wrong }),
  unanswerable('near', 'answered', 0.95),
  unanswerable('near', 'suggested', 0.4),
  unanswerable('far', 'unanswered', 0.04),
  unanswerable(null, 'unanswered', 0.04),
];

test('the figures of a small case are those that are counted by hand', () => {
  const figures = summarizeTrials(trials);
  expect(figures).toMatchObject({
    questions: 8,
    answeredShare: 2 / 4,
    rightShare: 1 / 2,
    shownShare: 2 / 4,
    hitAt1: 1 / 4,
    hitAt3: 2 / 4,
    // Places 1, 2 and 4, and one not found.
    mrr: (1 + 1 / 2 + 1 / 4 + 0) / 4,
    // One question expects no text.
    sentenceAt1: 1 / 3,
    falselyAnswered: { near: 1 / 2, far: 0, unanswerable: 0 },
    declinedShare: { near: 0, far: 1, unanswerable: 1 },
    p50Ms: 1,
    p99Ms: 9,
  });
  // Against near: .95 ties with .95 and is above .4; .9 is above .4; .4 ties with .4; .12 is below both.
  expect(figures.auroc['near']).toBeCloseTo((1.5 + 1 + 0.5 + 0) / 8, 10);
  expect(figures.auroc['far']).toBe(1);
});

test('reliability is how often the answers of each tenth of confidence were right', () => {
  const { reliability, calibrationError } = summarizeTrials(trials);
  const rows = reliability.map(({ from, questions, meanConfidence, rightShare }) =>
    [from, questions, meanConfidence, rightShare].map((value) => Number(value.toFixed(4))),
  );
  expect(rows).toEqual([
    [0, 2, 0.04, 0],
    [0.1, 1, 0.12, 0],
    [0.4, 2, 0.4, 0],
    [0.9, 3, 0.9333, 0.3333],
  ]);
  expect(calibrationError).toBeCloseTo((2 * 0.04 + 0.12 + 2 * 0.4 + 3 * 0.6) / 8, 10);
  expect(summarizeTrials([asked('answered', 1)]).reliability).toMatchObject([{ from: 0.9, to: 1 }]);
});

test('where nothing was asked that counts for a figure it is null, and the table shows a dash', () => {
  const none = summarizeTrials([]);
  for (const figure of [none.hitAt1, none.mrr, none.answeredShare, none.rightShare, none.sentenceAt1])
    expect(figure).toBeNull();
  expect(none.falselyAnswered).toEqual({});
  const onlyDeclined = summarizeTrials([unanswerable('far', 'unanswered', 0)]);
  expect(onlyDeclined.hitAt1).toBeNull();
  expect(printFigures(onlyDeclined)).toMatch(/^right passage first +-$/mu);
});

test('the table has the figures, and those of each set apart', () => {
  const table = printFigures(summarizeTrials(trials));
  for (const row of [
    /^questions +8$/mu,
    /^answered, of the answerable +50\.0 %$/mu,
    /^right passage first +25\.0 %$/mu,
    /^ {2}mean reciprocal rank +0\.438$/mu,
    /^falsely answered\n {2}near +50\.0 %\n {2}far +0\.0 %$/mu,
    /^confidence \(questions\) +stated +right$/mu,
    /^ {2}0\.9-1\.0 \(3\) +0\.933 +0\.333$/mu,
    /^time for an answer, median +1\.00 ms$/mu,
  ])
    expect(table).toMatch(row);
});

test('a miss is explained by what went wrong first, and a hit not at all', () => {
  const reasons = [...trials, asked('unanswered', 0.1), asked('answered', 0.9, wrong)].map((trial) =>
    explainMiss(trial)?.split('\n')[1]?.trim(),
  );
  expect(reasons).toEqual([
    undefined,
    'the right passage came 2. (answered 0.90: "Quoted here.")',
    'the right passage came 4. (suggested 0.40: "Quoted here.")',
    'the right passage was not found (unanswered 0.12)',
    'answered, though the knowledge does not (near) (answered 0.95: "Quoted here.")',
    undefined,
    undefined,
    undefined,
    'the right passage came first, but nothing was shown (unanswered 0.10)',
    'the right passage came first, but another sentence was marked (answered 0.90: "Quoted here.")',
  ]);
});

test('a question that is tried says where the right passage came and how long the answer took', () => {
  const index = indexFiles(sampleKnowledge);
  let time = 0;
  const now = (): number => (time += 7);
  const question = 'How many books may I borrow?';
  expect(tryQuestion({ question, expect: { text: ['seven books'] } }, index, now)).toMatchObject({
    place: 0,
    isSentenceRight: true,
    isFirstRight: true,
    isAnyRight: true,
    tookMs: 7,
  });
  expect(tryQuestion({ question, expect: { text: ['two coins'] } }, index, now)).toMatchObject({
    place: null,
    isSentenceRight: false,
    isFirstRight: false,
    isAnyRight: false,
  });
  expect(tryQuestion({ question, expect: { path: 'faq/library.md' } }, index, now)).toMatchObject({
    place: 0,
    isSentenceRight: null,
  });
  expect(tryQuestion({ question, expect: null }, index, now)).toMatchObject({
    place: null,
    isSentenceRight: null,
  });
});
