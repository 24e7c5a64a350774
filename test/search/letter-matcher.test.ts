import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createLetterMatcher } from '../../src/search/letter-matcher.ts';
import { trigramSimilarity, trigramsOf } from '../../src/text/trigrams.ts';

const word = fc.oneof(
  fc.stringMatching(/^[an]{1,8}$/u),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);
const least = 0.45;

test('the table leaves no word out: every cosine is that of the trigrams, or 0 below what counts', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 16 }), fc.array(word, { maxLength: 6 }), (asked, known) => {
      const matcher = createLetterMatcher(asked, least);
      const values = new Float32Array(asked.length);
      for (const one of known) {
        const isAny = matcher.compare(one, values);
        const cosines = asked.map((own) => trigramSimilarity(trigramsOf(own), trigramsOf(one)));
        expect(values).toEqual(Float32Array.from(cosines, (cosine) => (cosine < least ? 0 : cosine)));
        expect(isAny).toBe(values.some((value) => value > 0));
      }
    }),
  );
});
