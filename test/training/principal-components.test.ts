import { describe, expect, it } from 'vitest';

import { createRandom } from '../../src/evaluation/random.ts';
import { meanOf, principalComponents, project } from '../../src/training/principal-components.ts';

const h = Math.SQRT1_2;
/** Axes of a made-up cloud in five dimensions, at right angles, with how far it spreads along each. */
const known = [
  { axis: [h, h, 0, 0, 0], spread: 8 },
  { axis: [h, -h, 0, 0, 0], spread: 5 },
  { axis: [0, 0, 0.6, 0, 0.8], spread: 3 },
  { axis: [0, 0, 0, 1, 0], spread: 1 },
  { axis: [0, 0, -0.8, 0, 0.6], spread: 0.5 },
];
const centre = [10, -4, 0, 7, 100];

function cloud(size: number): readonly (readonly number[])[] {
  const random = createRandom(1);
  return Array.from({ length: size }, () => {
    const along = known.map(({ spread }) => spread * (random() - 0.5));
    return centre.map((middle, i) =>
      known.reduce((sum, { axis }, k) => sum + (along[k] ?? 0) * (axis[i] ?? 0), middle),
    );
  });
}

function cosine(a: ArrayLike<number>, b: readonly number[]): number {
  return b.reduce((sum, value, i) => sum + value * (a[i] ?? 0), 0);
}

describe('principal components', () => {
  const rows = cloud(4000);

  it('are the axes that the cloud was made along, the widest first', () => {
    const axes = principalComponents(rows, 4);
    expect(axes).toHaveLength(4);
    axes.forEach((axis, k) => {
      expect(Math.abs(cosine(axis, known[k]?.axis ?? []))).toBeGreaterThan(0.99);
    });
  });

  it('stand at right angles and have length 1', () => {
    const axes = principalComponents(rows, 5);
    axes.forEach((axis, i) => {
      axes.forEach((other, k) => {
        expect(cosine(axis, [...other])).toBeCloseTo(i === k ? 1 : 0, 9);
      });
    });
  });

  it('are the same numbers every time', () => {
    expect(principalComponents(rows, 3)).toEqual(principalComponents(rows, 3));
  });

  it('keep the distance of each row from the middle when all of them are taken', () => {
    const mean = meanOf(rows);
    const axes = principalComponents(rows, 5);
    for (const row of rows.slice(0, 50)) {
      const length = Math.hypot(...row.map((value, i) => value - (mean[i] ?? 0)));
      expect(Math.hypot(...project(row, mean, axes))).toBeCloseTo(length, 9);
    }
  });

  it('say nothing along directions in which the cloud is flat', () => {
    const flat = rows.map((row) => [row[0] ?? 0, row[1] ?? 0, 7]);
    const mean = meanOf(flat);
    const [first, second] = principalComponents(flat, 2);
    expect(first?.[2]).toBeCloseTo(0, 9);
    expect(second?.[2]).toBeCloseTo(0, 9);
    expect([...mean].at(2)).toBeCloseTo(7, 9);
  });
});
