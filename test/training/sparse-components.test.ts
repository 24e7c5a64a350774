import { describe, expect, it } from 'vitest';

import { dot } from '../../src/training/linear-algebra.ts';
import { sparseComponents } from '../../src/training/sparse-components.ts';

function rowOf(...names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name) => [name, 1]));
}

const rows = [
  rowOf('ship', 'vessel', 'sea'),
  rowOf('boat', 'vessel', 'sea'),
  rowOf('gift', 'present'),
  rowOf('donation', 'present', 'giving'),
  rowOf('giving', 'gift'),
  rowOf('alone'),
];

function cosine(a: Float64Array = new Float64Array(), b: Float64Array = new Float64Array()): number {
  return dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) || 1);
}

describe('short rows for sparse ones', () => {
  it('point the same way where the features are shared, and elsewhere stand at right angles', () => {
    const [ship, boat, present, donation] = sparseComponents(rows, 2);
    expect(cosine(ship, boat)).toBeGreaterThan(0.9);
    expect(cosine(present, donation)).toBeGreaterThan(0.9);
    expect(cosine(ship, present)).toBeCloseTo(0, 6);
  });

  it('are all 0 for a row that shares nothing', () => {
    const alone = sparseComponents(rows, 4)[5];
    expect(Math.hypot(...(alone ?? [1]))).toBeCloseTo(0, 6);
  });

  it('are the same numbers every time', () => {
    expect(sparseComponents(rows, 3)).toEqual(sparseComponents(rows, 3));
  });
});
