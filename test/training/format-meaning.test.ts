import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseMeaning } from '../../src/text/meaning.ts';
import { formatMeaning, type WordMeaning } from '../../src/training/format-meaning.ts';

const number = fc.float({ min: -4, max: 4, noNaN: true });

function row(length: number): fc.Arbitrary<number[]> {
  return fc.array(number, { minLength: length, maxLength: length });
}

/** Tables of one shape or another, every word in them once. */
const tables: fc.Arbitrary<WordMeaning[]> = fc
  .record({ wordLength: fc.integer({ min: 1, max: 12 }), sentenceLength: fc.integer({ min: 1, max: 12 }) })
  .chain(({ wordLength, sentenceLength }) =>
    fc.uniqueArray(
      fc.record({
        word: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/u),
        wordVector: row(wordLength),
        sentenceVector: row(sentenceLength),
      }),
      { minLength: 1, maxLength: 12, selector: ({ word }) => word },
    ),
  );

function sentenceVector(meaning: ReturnType<typeof parseMeaning>, rank: number): readonly number[] {
  const sum = new Float32Array(meaning.sentenceDimensions);
  meaning.addSentenceVector(rank, 1, sum);
  return [...sum];
}

function lengthOf(vector: ArrayLike<number>): number {
  return Math.hypot(...Array.from(vector));
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const product = Array.from(a).reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  return product / (lengthOf(a) * lengthOf(b));
}

describe('a table of word meanings that was written and read', () => {
  it('knows every word by its place in the list, and no other word', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const meaning = parseMeaning(formatMeaning(table));
        expect(table.map(({ word }) => meaning.rankOf(word))).toEqual(table.map((_, rank) => rank));
        expect(meaning.rankOf('not a listed word')).toBeUndefined();
      }),
    );
  });

  it('gives sentence vectors back to half a step of the scale of each row', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const meaning = parseMeaning(formatMeaning(table));
        const errors = table.flatMap(({ sentenceVector: written }, rank) => {
          const step = Math.max(...Array.from(written, Math.abs)) / 127;
          const read = sentenceVector(meaning, rank);
          return read.map((value, i) => Math.abs(value - (written[i] ?? NaN)) - step / 2);
        });
        expect(errors).toHaveLength(table.length * (table[0]?.sentenceVector.length ?? 0));
        expect(Math.max(...errors)).toBeLessThanOrEqual(1e-5);
      }),
    );
  });

  it('compares words as their vectors did, but for what bytes cannot hold', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const meaning = parseMeaning(formatMeaning(table));
        // Each number is off by 1/254 of the greatest at most, so a direction by the root of their count times that.
        const off = Math.sqrt(table[0]?.wordVector.length ?? 0) / 254;
        const differences = table.flatMap((one, rank) =>
          Array.from(meaning.compareWith([...table.keys()])(rank), (similarity, otherRank) => {
            const other = table[otherRank]?.wordVector ?? [];
            if (lengthOf(one.wordVector) === 0 || lengthOf(other) === 0) return 0;
            return Math.abs(similarity - cosine(one.wordVector, other));
          }),
        );
        expect(Math.max(...differences)).toBeLessThanOrEqual(4 * off + 1e-6);
      }),
    );
  });

  it('calls a word without any numbers similar to nothing', () => {
    const nothing = { word: 'void', wordVector: [0, 0], sentenceVector: [0] };
    const something = { word: 'thing', wordVector: [1, 2], sentenceVector: [3] };
    const meaning = parseMeaning(formatMeaning([nothing, something]));
    expect([...meaning.compareWith([0, 1])(0)]).toEqual([0, 0]);
    expect(meaning.compareWith([0, 1])(1)[0]).toBe(0);
    expect(sentenceVector(meaning, 0)).toEqual([0]);
  });

  it('is refused when its first line is not that of such a table', () => {
    const written = formatMeaning([{ word: 'a', wordVector: [1], sentenceVector: [1] }]);
    expect(() => parseMeaning(written.slice(1))).toThrow(RangeError);
  });
});
