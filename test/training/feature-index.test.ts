import { describe, expect, it } from 'vitest';

import { indexFeatures } from '../../src/training/feature-index.ts';

function rowOf(...names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name) => [name, 1]));
}

const rows = [
  rowOf('vessel', 'sea', 'thing'),
  rowOf('vessel', 'sail', 'thing'),
  rowOf('sea', 'thing'),
  rowOf('alone', 'thing'),
  rowOf('gift'),
];

describe('features of rows', () => {
  it('bring every row to length 1 that shares one with another row, and leave the others empty', () => {
    const lengths = indexFeatures(rows).rows.map((row) => Math.hypot(...row.values()));
    expect(lengths.map((length) => Number(length.toFixed(9)))).toEqual([1, 1, 1, 1, 0]);
  });

  it('weigh more the fewer rows have them', () => {
    const [first] = indexFeatures(rows).rows;
    expect(first?.get('sea')).toBe(first?.get('vessel'));
    expect(first?.get('sea')).toBeGreaterThan(first?.get('thing') ?? 1);
  });

  it('are found from their names as in their rows', () => {
    const index = indexFeatures(rows);
    const found = [...index.columns].flatMap(([name, column]) =>
      column.map(({ place, value }) => [place, name, value] as const),
    );
    const standing = index.rows.flatMap((row, place) =>
      [...row].map(([name, value]) => [place, name, value] as const),
    );
    expect(new Set(found.map(String))).toEqual(new Set(standing.map(String)));
  });
});
