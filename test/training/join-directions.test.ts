import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { joinDirections } from '../../src/training/join-directions.ts';
import { dot } from '../../src/training/linear-algebra.ts';

const row = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 })
  .filter((values) => values.some((value) => value !== 0));

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [first, second] = [Float64Array.from(a), Float64Array.from(b)];
  return dot(first, second) / Math.sqrt(dot(first, first) * dot(second, second));
}

describe('rows that are joined', () => {
  it('are as alike as their parts are on average', () => {
    fc.assert(
      fc.property(row, row, row, row, (a, b, otherA, otherB) => {
        const joined = cosine(joinDirections([a, b]), joinDirections([otherA, otherB]));
        expect(joined).toBeCloseTo((cosine(a, otherA) + cosine(b, otherB)) / 2, 9);
      }),
    );
  });

  it('are of the same length whether or not every part says something', () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        for (const parts of [
          [a, b],
          [a, [0, 0, 0]],
          [[0, 0, 0], b],
        ]) {
          const joined = joinDirections(parts);
          expect(dot(joined, joined)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('are 0 where no part says anything', () => {
    expect([...joinDirections([[0, 0], [0]])]).toEqual([0, 0, 0]);
  });
});
