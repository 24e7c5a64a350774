import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { loadMeaning } from '../../src/storage/load-meaning.ts';
import { parseMeaning } from '../../src/text/meaning.ts';
import { trigramSimilarity, trigramsOf } from '../../src/text/trigrams.ts';

function byLetters(one: string, other: string): number {
  return trigramSimilarity(trigramsOf(one), trigramsOf(other));
}

describe('likeness by letters', () => {
  test('is higher for words of one family than for words that share a beginning or nothing', () => {
    expect(byLetters('extradite', 'extradition')).toBeGreaterThan(byLetters('extradite', 'extra'));
    expect(byLetters('extradite', 'extra')).toBeGreaterThan(byLetters('extradite', 'library'));
    expect(byLetters('extradite', 'library')).toBe(0);
  });

  test('is 1 for the same word and the same in both directions', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(byLetters(one, one)).toBeCloseTo(1, 10);
        expect(byLetters(one, other)).toBe(byLetters(other, one));
        expect(byLetters(one, other)).toBeGreaterThanOrEqual(0);
        expect(byLetters(one, other)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

const meaning = await loadMeaning();

function byMeaning(one: string, other: string): number {
  const [a, b] = [meaning.rankOf(one), meaning.rankOf(other)];
  if (a === undefined || b === undefined) throw new Error(`"${one}" and "${other}" are listed.`);
  let found = 0;
  meaning.forEachRelated(a, (rank, likeness) => {
    if (rank === b) found = likeness;
  });
  return found;
}

describe('likeness by meaning', () => {
  test('is found between words that mean nearly the same, and not between others', () => {
    for (const [word, near, far] of [
      ['airplanes', 'aircraft', 'kitchen'],
      ['soldiers', 'troops', 'colour'],
      ['buy', 'purchase', 'mountain'],
    ] as const) {
      expect(byMeaning(word, near)).toBeGreaterThan(0.4);
      expect(byMeaning(word, far)).toBe(0);
    }
  });

  test('is the same in both directions, and high for the forms of an irregular verb', () => {
    for (const [form, lemma] of [
      ['bought', 'buy'],
      ['paid', 'pay'],
      ['children', 'child'],
    ] as const) {
      expect(byMeaning(form, lemma)).toBeGreaterThan(0.6);
      expect(byMeaning(form, lemma)).toBe(byMeaning(lemma, form));
    }
  });

  test('knows frequent words before rare ones, and no names of objects in JavaScript', () => {
    expect(meaning.rankOf('the')).toBeLessThan(meaning.rankOf('aircraft') ?? -1);
    expect(meaning.rankOf('__proto__')).toBeUndefined();
    expect(meaning.rankOf('asdfghjkl')).toBeUndefined();
  });
});

test('a file that is no table of meanings is refused with the remedy', () => {
  for (const text of ['', 'hello', 'hello 1 2 3\nx'])
    expect(() => parseMeaning(new TextEncoder().encode(text))).toThrow(/npm run vectors/u);
});
