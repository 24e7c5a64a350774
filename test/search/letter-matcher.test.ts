import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createLetterMatcher } from '../../src/search/letter-matcher.ts';
import { createLetterSketches, sketchLetters } from '../../src/search/letter-sketch.ts';
import { trigramSimilarity, trigramsOf } from '../../src/text/trigrams.ts';

const word = fc.oneof(
  fc.stringMatching(/^[an]{1,8}$/u),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.stringMatching(/^(?:anti|inter)?[a-e]{2,9}(?:ation|ing|s)?$/u),
);
const least = 0.45;

test('sketches leave no word out: every cosine is that of the trigrams, or 0 below what counts', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 16 }), fc.array(word, { maxLength: 6 }), (asked, known) => {
      const matcher = createLetterMatcher(asked, least);
      const values = new Float32Array(asked.length);
      for (const one of known) {
        const { low, high } = sketchLetters(one);
        const isAny = matcher.compare(one, matcher.near(low, high), values);
        const cosines = asked.map((own) => trigramSimilarity(trigramsOf(own), trigramsOf(one)));
        expect(values).toEqual(Float32Array.from(cosines, (cosine) => (cosine < least ? 0 : cosine)));
        expect(isAny).toBe(values.some((value) => value > 0));
      }
    }),
  );
});

test('a list of sketches that goes on where another one ends has the same for every word', () => {
  const words = ['apple', 'pear', 'plum', 'quince'];
  const firstOf = (size: number) => ({ size, wordOf: (id: number) => words[id] ?? '' });
  const sketches = createLetterSketches(firstOf(2), null);
  const joined = createLetterSketches(firstOf(4), { sketches, size: 2 });
  for (const [id, one] of words.entries())
    expect({ low: joined.lowOf(id), high: joined.highOf(id) }).toEqual(sketchLetters(one));
});
