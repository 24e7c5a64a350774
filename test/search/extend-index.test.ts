import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createAnswerIndex, extendAnswerIndex } from '../../src/answer/create-answer-index.ts';
import { rankPassages } from '../../src/answer/answer-question.ts';
import type { Passage } from '../../src/passages/passage.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';

import { cutFiles } from '../support/cut-files.ts';

const meaning = await loadMeaning();
const none: ReadonlySet<string> = new Set();

function indexOf(passages: readonly Passage[]): SearchIndex {
  return createAnswerIndex(passages, { meaning, without: new Set() });
}

/** Passages with scores, best first. */
function ranking(index: SearchIndex, question: string): readonly (readonly [string, number])[] {
  return rankPassages(question, index, 20).map(({ passage: { id }, score }) => [
    id,
    Number(score.toFixed(6)),
  ]);
}

// Each has a stem of its own, so that no word stands for another.
const words = [
  'garden',
  'gate',
  'key',
  'boat',
  'lamp',
  'river',
  'stone',
  'bread',
  'Ramon',
  'letter',
  'the',
  'you',
  '1973',
];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((own) => own.join(' '));
const entry = fc.record({ question: text, answer: text });
const entries = fc.uniqueArray(entry, {
  minLength: 1,
  maxLength: 12,
  selector: ({ question }) => question.toLowerCase(),
});

function write(all: readonly { readonly question: string; readonly answer: string }[]): string {
  return all.map(({ question, answer }) => `## ${question}?\n\n${answer}.\n`).join('\n');
}

test('an index with more passages ranks as one that was built of all of them', () => {
  fc.assert(
    fc.property(
      entries,
      fc.nat(12),
      fc.array(text, { minLength: 1, maxLength: 4 }),
      (all, count, questions) => {
        const passages = cutFiles({ 'faq/all.md': write(all) });
        const [first, rest] = [passages.slice(0, count), passages.slice(count)];
        const extended = extendAnswerIndex(indexOf(first), rest, none);
        for (const question of questions)
          expect(ranking(extended, question)).toEqual(ranking(indexOf(passages), question));
      },
    ),
  );
});

test('what is added to an index does not change it', () => {
  fc.assert(
    fc.property(entries, entries, text, (own, added, question) => {
      const index = indexOf(cutFiles({ 'faq/own.md': write(own) }));
      const before = ranking(index, question);
      const extended = extendAnswerIndex(index, cutFiles({ 'faq/added.md': write(added) }), none);
      ranking(extended, question);
      expect(ranking(index, question)).toEqual(before);
    }),
  );
});

const many = cutFiles({
  'faq/many.md': Array.from(
    { length: 700 },
    (_, i) => `## Where is the harbour of Isle${i}?\n\nThe harbour of Isle${i} lies behind the lighthouse.\n`,
  ).join('\n'),
});
const large = indexOf(many);

test('an entry is found among many others as soon as it is added, and one of these that it hides is not', () => {
  const own = cutFiles({ 'faq/own.md': '## Who repairs the harbour crane?\n\nOlsen repairs it.\n' });
  const hidden = many[41]?.id ?? '';
  const extended = extendAnswerIndex(large, own, new Set([hidden]));
  expect(extended.size).toBe(700);
  expect(ranking(extended, 'who repairs a crane at the harbour')[0]?.[0]).toBe(own[0]?.id);
  expect(ranking(large, 'where does Isle41 have its harbour')[0]?.[0]).toBe(hidden);
  expect(ranking(extended, 'where does Isle41 have its harbour').map(([id]) => id)).not.toContain(hidden);
  expect(ranking(extended, 'Where is the harbour of Isle41?').map(([id]) => id)).not.toContain(hidden);
});

test('a word that only what was added has is spelled right, and named', () => {
  const own = cutFiles({ 'faq/own.md': '## What does a zwieback cost?\n\nTwo dollars.\n' });
  const extended = extendAnswerIndex(large, own, none);
  expect(extended.parse('how much is a zwiebakc').contentTerms.map(({ word }) => word)).toContain('zwieback');
  expect(extended.findNamed(extended.parse('what does a zwieback cost'))).toHaveLength(1);
});

test('few entries keep the threshold of the base, many bring their own', () => {
  const few = extendAnswerIndex(large, many.slice(0, 3), none);
  expect(few.fitted).toBe(large.fitted);
  const alike = cutFiles({
    'faq/alike.md': Array.from(
      { length: 60 },
      (_, i) => `## May guest number ${i} use the sauna on floor ${i}?\n\nGuest ${i} may use the sauna.\n`,
    ).join('\n'),
  });
  expect(extendAnswerIndex(large, alike, none).fitted).not.toEqual(large.fitted);
});
