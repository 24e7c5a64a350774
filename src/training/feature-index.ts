/** A word that has a feature, with the feature's part of its row of length 1. */
export interface Entry {
  readonly place: number;
  readonly value: number;
}

/** Rows of features and, the other way round, every row that has a feature. */
export interface FeatureIndex {
  readonly rows: readonly ReadonlyMap<string, number>[];
  readonly columns: ReadonlyMap<string, readonly Entry[]>;
}

/**
 * Weighs each feature by how few rows have it and brings every row to length 1, so that the products of two rows add up to a
 * cosine. A feature of one row alone is left out: it tells nothing of two. A row without others is empty.
 */
export function indexFeatures(all: readonly ReadonlyMap<string, number>[]): FeatureIndex {
  const counts = new Map<string, number>();
  for (const row of all) for (const name of row.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const rows = all.map((row) => {
    const shared = [...row].flatMap(([name, weight]) => {
      const count = counts.get(name) ?? 1;
      return count === 1 ? [] : [[name, weight * Math.log(all.length / count)] as const];
    });
    const length = Math.hypot(...shared.map(([, value]) => value));
    return new Map(shared.map(([name, value]) => [name, value / (length || 1)]));
  });
  const columns = new Map<string, Entry[]>();
  rows.forEach((row, place) => {
    for (const [name, value] of row) {
      const column = columns.get(name) ?? [];
      column.push({ place, value });
      columns.set(name, column);
    }
  });
  return { rows, columns };
}
