import { createRandom } from '../evaluation/random.ts';

import { addTimes, dot } from './linear-algebra.ts';

/** A direction in the space of the rows, of length 1. */
export type Axis = Float64Array;

/** Each round pulls the axes nearer to the true ones by the ratio of their variances to the next. */
const rounds = 200;
/** Any start will do; one that is written down gives the same axes every time. */
const seed = 20_000;

/** The mean of rows of the same length. */
export function meanOf(rows: readonly ArrayLike<number>[]): Float64Array {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) {
    for (let i = 0; i < mean.length; i += 1) mean[i] = (mean[i] ?? 0) + (row[i] ?? 0) / rows.length;
  }
  return mean;
}

/** The row without the mean, as coordinates on the axes. */
export function project(row: ArrayLike<number>, mean: Float64Array, axes: readonly Axis[]): Float64Array {
  const centred = mean.map((value, i) => (row[i] ?? 0) - value);
  return Float64Array.from(axes, (axis) => dot(centred, axis));
}

/**
 * The axes along which the rows vary most, the strongest first, each at right angles to the others: orthogonal
 * iteration on the covariances (Golub and Van Loan, Matrix Computations, 4th edition, section 8.2.4). The sign of an
 * axis means nothing, and neither does the order of axes of the same variance.
 */
export function principalComponents(rows: readonly ArrayLike<number>[], count: number): readonly Axis[] {
  const covariances = covariancesOf(rows, meanOf(rows));
  const random = createRandom(seed);
  let axes = orthonormal(
    Array.from({ length: count }, () => Float64Array.from(covariances, () => random() - 0.5)),
  );
  for (let round = 0; round < rounds; round += 1) {
    axes = orthonormal(axes.map((axis) => Float64Array.from(covariances, (row) => dot(row, axis))));
  }
  return axes;
}

function covariancesOf(rows: readonly ArrayLike<number>[], mean: Float64Array): readonly Float64Array[] {
  const covariances = Array.from(mean, () => new Float64Array(mean.length));
  for (const row of rows) {
    const centred = mean.map((value, i) => (row[i] ?? 0) - value);
    covariances.forEach((sums, i) => {
      addTimes(sums, centred, (centred[i] ?? 0) / rows.length);
    });
  }
  return covariances;
}

/** Vectors of length 1 at right angles, by modified Gram-Schmidt: each loses what the ones before it hold; they change in place. */
function orthonormal(vectors: readonly Float64Array[]): readonly Axis[] {
  const axes: Axis[] = [];
  for (const vector of vectors) {
    for (const axis of axes) addTimes(vector, axis, -dot(vector, axis));
    const length = Math.sqrt(dot(vector, vector));
    axes.push(vector.map((value) => value / (length || 1)));
  }
  return axes;
}
