import { createRandom } from '../evaluation/random.ts';

import { dot } from './linear-algebra.ts';
import { orthonormal } from './principal-components.ts';

/** Rounds after which more of them change the comparison of two rows in the third digit only. */
const rounds = 20;
/** Any start will do; one that is written down gives the same rows every time. */
const seed = 20_000;

/** A matrix with few numbers that are not 0: those of row i lie from `starts[i]` to `starts[i + 1]`. */
interface SparseMatrix {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly width: number;
}

/**
 * Short rows for long and sparse ones, so that rows that share features point the same way. Each feature is weighted by how
 * few rows have it, each row brought to length 1, and the matrix of them cut to its strongest singular vectors by orthogonal
 * iteration (Golub and Van Loan, Matrix Computations, 4th edition, section 8.2.4), each taken times the root of its singular value
 * (Levy, Goldberg and Dagan 2015). A row without a feature that another one has is all 0.
 */
export function sparseComponents(
  rows: readonly ReadonlyMap<string, number>[],
  count: number,
): readonly Float64Array[] {
  const matrix = toMatrix(rows);
  const random = createRandom(seed);
  let vectors = orthonormal(
    Array.from({ length: count }, () => Float64Array.from(rows, () => random() - 0.5)),
  );
  for (let round = 0; round < rounds; round += 1)
    vectors = orthonormal(vectors.map((vector) => times(matrix, timesTransposed(matrix, vector))));
  const scales = vectors.map((vector) => Math.sqrt(lengthOf(timesTransposed(matrix, vector))));
  return rows.map((_, i) => Float64Array.from(vectors, (vector, k) => (vector[i] ?? 0) * (scales[k] ?? 0)));
}

function toMatrix(rows: readonly ReadonlyMap<string, number>[]): SparseMatrix {
  const counts = new Map<string, number>();
  for (const row of rows) for (const name of row.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1);
  const columnOf = new Map(shared.map(([name], column) => [name, column]));
  const cells = rows.map((row) => {
    const own = [...row].flatMap(([name, weight]) => {
      const column = columnOf.get(name);
      const rarity = Math.log(rows.length / (counts.get(name) ?? 1));
      return column === undefined ? [] : [{ column, value: weight * rarity }];
    });
    const length = Math.hypot(...own.map(({ value }) => value));
    return own.map(({ column, value }) => ({ column, value: value / (length || 1) }));
  });
  const starts = new Int32Array(rows.length + 1);
  cells.forEach((own, i) => (starts[i + 1] = (starts[i] ?? 0) + own.length));
  const all = cells.flat();
  return {
    starts,
    columns: Int32Array.from(all, ({ column }) => column),
    values: Float64Array.from(all, ({ value }) => value),
    width: shared.length,
  };
}

function times({ starts, columns, values }: SparseMatrix, vector: Float64Array): Float64Array {
  const product = new Float64Array(starts.length - 1);
  for (let i = 0; i < product.length; i += 1) {
    let sum = 0;
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k += 1)
      sum += (values[k] ?? 0) * (vector[columns[k] ?? 0] ?? 0);
    product[i] = sum;
  }
  return product;
}

function timesTransposed(
  { starts, columns, values, width }: SparseMatrix,
  vector: Float64Array,
): Float64Array {
  const product = new Float64Array(width);
  for (let i = 0; i < vector.length; i += 1) {
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k += 1) {
      const column = columns[k] ?? 0;
      product[column] = (product[column] ?? 0) + (values[k] ?? 0) * (vector[i] ?? 0);
    }
  }
  return product;
}

function lengthOf(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
