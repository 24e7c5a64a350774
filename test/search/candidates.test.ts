import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createPostingCandidates } from '../../src/search/candidates.ts';
import { createMiniSearchCandidates } from '../../src/search/minisearch-candidates.ts';

import { candidatesOf } from '../support/candidates-of.ts';

const words = ['garden', 'gate', 'key', 'boat', 'lamp', 'river', 'stone', 'bread', 'winter', 'letter'];

const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((own) => own.join(' '));

test.each([
  ['MiniSearch', createMiniSearchCandidates],
  ['postings', createPostingCandidates],
])('%s finds the passages that share a word with the question, and no other', (_, create) => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 30 }), text, (texts, question) => {
      const asked = new Set(question.split(' '));
      const sharing = texts.flatMap((own, i) => (own.split(' ').some((word) => asked.has(word)) ? [i] : []));
      const index = candidatesOf(texts, create);
      expect([...index.retrieve(question, texts.length)].sort((a, b) => a - b)).toEqual(sharing);
      expect(index.retrieve(question, 3)).toHaveLength(Math.min(3, sharing.length));
    }),
  );
});

test.each([
  ['MiniSearch', createMiniSearchCandidates],
  ['postings', createPostingCandidates],
])('%s puts first what has the rare word, then what says it in fewer words', (_, create) => {
  const texts = [
    'The garden gate is old.',
    'The garden key hangs by the gate.',
    'The garden gate and the garden wall and the garden path need paint, says the gardener of the house.',
    'A lamp.',
  ];
  expect(candidatesOf(texts, create).retrieve('garden key', 10)[0]).toBe(1);
  expect(candidatesOf(texts, create).retrieve('gate', 10)).toEqual([0, 1, 2]);
});
