import { expect, test } from 'vitest';

import { createAskedQuestions } from '../../src/discord/asked-questions.ts';

const asked = {
  question: 'How many books may I borrow?',
  passageIds: ['faq/library#borrow'],
  askedBy: '2',
  guildId: '1',
} as const;

test('a question is found by its key as often as one likes, and by no other', () => {
  const questions = createAskedQuestions();
  const key = questions.put(asked);
  expect([questions.get(key), questions.get(key)]).toEqual([asked, asked]);
  for (const other of ['', '0', key.slice(1), 'constructor']) expect(questions.get(other)).toBeNull();
});

test('a key says nothing of the question: the same one gets another key each time', () => {
  const questions = createAskedQuestions();
  const keys = Array.from({ length: 500 }, () => questions.put(asked));
  expect(new Set(keys).size).toBe(500);
  expect(keys.filter((key) => !/^[0-9a-f]{16}$/.test(key))).toEqual([]);
});

test('what was asked lately is known of its own server alone, newest first, each question once', () => {
  const questions = createAskedQuestions();
  for (const question of ['One?', 'Two?', 'One?']) questions.put({ ...asked, question });
  questions.put({ ...asked, question: 'Elsewhere?', guildId: '2' });
  questions.put({ ...asked, question: 'In private?', guildId: null });
  expect(questions.recent('1')).toEqual(['One?', 'Two?']);
});

test('of very many questions the oldest are forgotten', () => {
  const questions = createAskedQuestions();
  const first = questions.put(asked);
  const last = Array.from({ length: 2000 }, () => questions.put(asked)).at(-1) ?? '';
  expect([questions.get(first), questions.get(last)]).toEqual([null, asked]);
});
