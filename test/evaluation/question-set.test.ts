import { expect, test } from 'vitest';

import { meets, parseQuestionSet } from '../../src/evaluation/question-set.ts';
import { addAliases, takeAliases } from '../../src/evaluation/take-aliases.ts';
import { parseCorpus } from '../../src/corpus/parse-corpus.ts';

test('a set is one JSON object a line; empty lines and further keys are passed over', () => {
  expect(
    parseQuestionSet(
      '{"question": "a", "expect": {"text": ["b"], "path": "c.md", "entry": ["d"]}, "why": "e"}\n\n{"question": "f", "expect": null, "set": "near"}\r\n',
    ),
  ).toEqual([
    { question: 'a', expect: { text: ['b'], path: 'c.md', entry: ['d'] } },
    { question: 'f', expect: null, set: 'near' },
  ]);
});

test.each([
  ['no JSON', 'hello', /^Line 2 of the questions.* not JSON/u],
  ['no expectation', '{"question": "a"}', /^Line 2 of the questions.*expect/u],
  ['an empty question', '{"question": "", "expect": null}', /^Line 2 of the questions.*question/u],
  ['a misspelt key', '{"question": "a", "expect": {"texts": ["b"]}}', /^Line 2 of the questions.*texts/u],
  ['no text', '{"question": "a", "expect": {"text": []}}', /^Line 2 of the questions.*expect\.text/u],
])('a line with %s is named', (_, line, message) => {
  expect(() => parseQuestionSet(`{"question": "x", "expect": null}\n${line}`)).toThrow(message);
});

test('an expectation holds when every key of it holds, and one of several texts or entries is enough', () => {
  const shown = { text: 'It opens at nine.', path: 'faq/a.md', entry: 'When does it open?' };
  expect(meets(shown, {})).toBe(true);
  expect(meets(shown, { text: ['ten', 'nine'], path: 'faq/a.md', entry: ['x', 'When does it open?'] })).toBe(
    true,
  );
  expect(meets(shown, { text: ['ten'], path: 'faq/a.md' })).toBe(false);
  expect(meets(shown, { text: ['nine'], path: 'faq/b.md' })).toBe(false);
  expect(meets(shown, { entry: ['When'] })).toBe(false);
  expect(meets({ ...shown, entry: null }, { entry: ['When does it open?'] })).toBe(false);
});

test('the first paraphrases of each entry become its other phrasings, the rest is asked', () => {
  const about = (question: string, entry: string) => ({ question, expect: { entry: [entry] } });
  const unanswerable = { question: 'hello', expect: null, set: 'chit-chat' };
  const textOnly = { question: 'text', expect: { text: ['x'] } };
  const questions = [
    about('a1', 'A?'),
    unanswerable,
    about('b1', 'B?'),
    about('a2', 'A?'),
    textOnly,
    about('a3', 'A?'),
  ];
  const { rest, aliases } = takeAliases(questions, 2);
  expect(rest.map(({ question }) => question)).toEqual(['hello', 'text', 'a3']);
  expect([...aliases]).toEqual([
    ['A?', ['a1', 'a2']],
    ['B?', ['b1']],
  ]);
  expect(takeAliases(questions, 0)).toEqual({ rest: questions, aliases: new Map() });
  const { documents } = parseCorpus([
    { path: 'articles/a.md', text: '# B?\n\nText.\n' },
    { path: 'faq/b.md', text: '## A?\n\naliases: own\n\nYes.\n\n## C?\n\nNo.\n' },
  ]);
  expect(addAliases(documents, aliases).map((document) => document.aliases)).toEqual([
    [],
    ['own', 'a1', 'a2'],
    [],
  ]);
});
