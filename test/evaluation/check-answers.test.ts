import { expect, test } from 'vitest';

import type { Answer, Snippet } from '../../src/answer/answer.ts';
import { checkAnswers } from '../../src/evaluation/check-answers.ts';
import { readQuestionRows } from '../../src/evaluation/question-set.ts';

function snippet(path: string, text: string): Snippet {
  return {
    passageId: path,
    text,
    answer: { start: 0, end: text.length },
    entry: null,
    cut: { before: false, after: false },
    citation: {
      title: path,
      headingTrail: [],
      path,
      lines: [4, 5],
      url: null,
      updated: null,
      reviewOn: null,
    },
  };
}

const snippets = [
  snippet('pool.md', 'The pool opens\nat seven.'),
  snippet('gym.md', 'The gym opens at nine.'),
];
const suggestion: Answer = { outcome: 'suggested', confidence: 0.4, related: [], snippets };
const answer: Answer = { outcome: 'answered', confidence: 0.9, related: [], snippets };

function messages(row: object, given: Answer): readonly string[] {
  const rows = readQuestionRows(JSON.stringify({ question: 'When?', ...row }));
  return checkAnswers(rows, 'questions.jsonl', () => given).map(({ message }) => message);
}

test('closest entries are not an answer: welcome where none is expected, a warning where one is', () => {
  expect(messages({ expect: null }, suggestion)).toEqual([]);
  expect(messages({ expect: { path: 'pool.md' } }, suggestion)).toEqual([
    'unexpected doubt about "When?", the closest being "The pool opens at seven." of pool.md:4, expected an answer from pool.md',
  ]);
});

test('what is expected must stand in the first quote, not in a later one', () => {
  expect(messages({ expect: { path: 'pool.md' } }, answer)).toEqual([]);
  expect(messages({ expect: { path: 'gym.md' } }, answer)).toHaveLength(1);
});

test('every key of an expectation must hold', () => {
  expect(messages({ expect: { path: 'pool.md', text: ['at noon', 'at seven'] } }, answer)).toEqual([]);
  expect(messages({ expect: { path: 'pool.md', text: ['at nine'] } }, answer)).toHaveLength(1);
  expect(messages({ expect: { path: 'pool.md', entry: ['When?'] } }, answer)).toHaveLength(1);
});

test('the warning stays one readable line, however long the texts are', () => {
  const [message] = messages({ question: 'a'.repeat(9000), expect: { text: ['b'.repeat(9000)] } }, answer);
  expect(message?.length).toBeLessThan(700);
});
