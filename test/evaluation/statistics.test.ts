import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createRandom } from '../../src/evaluation/random.ts';
import { areaUnderRoc, quantile, share } from '../../src/evaluation/statistics.ts';

test.each([
  ['every positive above every negative', [0.9, 0.8], [0.1, 0.2], 1],
  ['every positive below', [0.1], [0.5, 0.6], 0],
  ['all equal', [0.5, 0.5], [0.5], 0.5],
  // Pairs: .8 wins both, .4 beats .2 and ties with .4: (2 + 1.5) / 4.
  ['a tie counts half', [0.8, 0.4], [0.4, 0.2], 0.875],
])('the area under the ROC curve: %s', (_, positives, negatives, area) => {
  expect(areaUnderRoc(positives, negatives)).toBeCloseTo(area, 10);
});

test('the area is the share of pairs in which the positive is above, whatever the values', () => {
  const values = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(values, values, (positives, negatives) => {
      const wins = positives.flatMap((one) =>
        negatives.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)),
      );
      const expected = wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
      expect(areaUnderRoc(positives, negatives)).toBeCloseTo(expected, 10);
    }),
  );
});

test('a quantile is the nearest rank', () => {
  const values = [50, 10, 40, 20, 30];
  expect([0, 0.2, 0.5, 0.99, 1].map((part) => quantile(values, part))).toEqual([10, 10, 30, 50, 50]);
});

test('of nothing there is no figure', () => {
  expect([areaUnderRoc([], [1]), areaUnderRoc([1], []), quantile([], 0.5), share([], () => true)]).toEqual([
    NaN,
    NaN,
    NaN,
    NaN,
  ]);
});

test('random numbers are the same for a seed, differ between seeds, and lie from 0 up to 1', () => {
  const draw = (seed: number): readonly number[] => Array.from({ length: 1_000 }, createRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(8)).not.toEqual(draw(7));
  for (const value of draw(7)) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThan(1);
  }
  expect(draw(7).reduce((sum, value) => sum + value, 0) / 1_000).toBeCloseTo(0.5, 1);
});
