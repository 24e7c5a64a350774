import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseMeaning } from '../../src/text/meaning.ts';
import { formatMeaning, type WordMeaning } from '../../src/training/format-meaning.ts';
import type { RelatedPair } from '../../src/training/relate-words.ts';

const number = fc.float({ min: -4, max: 4, noNaN: true });

function row(length: number): fc.Arbitrary<number[]> {
  return fc.array(number, { minLength: length, maxLength: length });
}

/** Tables of one shape or another, every word in them once. */
const tables: fc.Arbitrary<WordMeaning[]> = fc.integer({ min: 1, max: 12 }).chain((sentenceLength) =>
  fc.uniqueArray(
    fc.record({
      word: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/u),
      sentenceVector: row(sentenceLength),
    }),
    { minLength: 1, maxLength: 12, selector: ({ word }) => word },
  ),
);

/** So many words that numbers of one byte do not tell them apart. */
const manyWords = 1_000;

/** Some of the pairs of so many words, each once, in any order. */
const pairLists: fc.Arbitrary<RelatedPair[]> = fc.uniqueArray(
  fc
    .record({
      low: fc.nat(manyWords - 2),
      step: fc.integer({ min: 1, max: manyWords }),
      byte: fc.integer({ min: 1, max: 255 }),
    })
    .map(({ low, step, byte }) => ({
      low,
      high: Math.min(low + step, manyWords - 1),
      likeness: byte / 255,
    })),
  { maxLength: 60, selector: ({ low, high }) => `${low} ${high}` },
);

function sentenceVector(meaning: ReturnType<typeof parseMeaning>, rank: number): readonly number[] {
  const sum = new Float32Array(meaning.sentenceDimensions);
  meaning.addSentenceVector(rank, 1, sum);
  return [...sum];
}

describe('a table of word meanings that was written and read', () => {
  it('knows every word by its place in the list, and no other word', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const meaning = parseMeaning(formatMeaning(table, []));
        expect(table.map(({ word }) => meaning.rankOf(word))).toEqual(table.map((_, rank) => rank));
        expect(meaning.rankOf('not a listed word')).toBeUndefined();
      }),
    );
  });

  it('gives sentence vectors back to half a step of the scale of each row', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const meaning = parseMeaning(formatMeaning(table, []));
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

  it('tells each pair of related words to both of them, with its likeness', () => {
    const words = Array.from({ length: manyWords }, (_, i) => ({ word: `w${i}`, sentenceVector: [1] }));
    fc.assert(
      fc.property(pairLists, (pairs) => {
        const meaning = parseMeaning(formatMeaning(words, pairs));
        const told = words.flatMap((_, rank) => {
          const own: RelatedPair[] = [];
          meaning.forEachRelated(rank, (other, likeness) => {
            own.push({ low: rank, high: other, likeness });
          });
          return own;
        });
        const bothWays = pairs.flatMap(({ low, high, likeness }) => [
          { low, high, likeness },
          { low: high, high: low, likeness },
        ]);
        const inOrder = (all: readonly RelatedPair[]): readonly RelatedPair[] =>
          [...all].sort((a, b) => a.low - b.low || a.high - b.high);
        expect(inOrder(told)).toEqual(inOrder(bothWays));
      }),
    );
  });

  it('adds nothing for a word without any numbers', () => {
    const meaning = parseMeaning(formatMeaning([{ word: 'void', sentenceVector: [0] }], []));
    expect(sentenceVector(meaning, 0)).toEqual([0]);
  });

  it('is refused when its first line is not that of such a table', () => {
    const written = formatMeaning([{ word: 'a', sentenceVector: [1] }], []);
    expect(() => parseMeaning(written.slice(1))).toThrow(RangeError);
  });
});
