import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { relateWords } from '../../src/training/relate-words.ts';
import type { WordDescription } from '../../src/training/word-closeness.ts';

function word(vector: readonly number[], ...features: readonly string[]): WordDescription {
  return { vectors: [vector], features: new Map(features.map((name) => [name, 1])) };
}

const number = fc.float({ min: -4, max: 4, noNaN: true });
const words = fc.array(
  fc.array(number, { minLength: 3, maxLength: 3 }).map((vector) => word(vector)),
  {
    minLength: 2,
    maxLength: 60,
  },
);

function places(pairs: ReturnType<typeof relateWords>): readonly (readonly number[])[] {
  return pairs.map(({ low, high }) => [low, high]);
}

describe('the closest pairs of words', () => {
  it('are those whose vectors point the same way', () => {
    const list = [word([9, 1]), word([-9, 1]), word([8, 1]), word([-1, 9])];
    expect(places(relateWords(list, 1))).toEqual([[0, 2]]);
  });

  it('are those of which a dictionary says the same, rather than those that only stand in the same texts', () => {
    const list = [
      word([5, 1], 'craft', 'fly'),
      word([1, 5], 'craft', 'fly'),
      word([5, 0], 'lace', 'run'),
      word([0, 5], 'lace', 'run'),
    ];
    expect(places(relateWords(list, 2))).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('never name a word with itself nor a pair twice, and are never less alike than a pair after them', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 100 }), (list, count) => {
        const pairs = relateWords(list, count);
        expect(pairs.length).toBeLessThanOrEqual(count);
        expect(pairs.every(({ low, high }) => low < high && high < list.length)).toBe(true);
        expect(new Set(places(pairs).map(String)).size).toBe(pairs.length);
        pairs.forEach(({ likeness }, i) => {
          expect(likeness).toBeLessThanOrEqual(pairs[i - 1]?.likeness ?? 1);
          expect(likeness).toBeGreaterThan(0);
        });
      }),
    );
  });
});
