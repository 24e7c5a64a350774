import { dot } from './linear-algebra.ts';

/**
 * One row from several that say of one thing in different numbers what it is like. Only their directions count, each as
 * much as any other, so the cosine of two joined rows is the mean of the cosines of their parts. A part of nothing but 0 says
 * nothing: the others then count for more. The row has length 1, or is all 0.
 */
export function joinDirections(parts: readonly ArrayLike<number>[]): Float64Array {
  const units = parts.map((part) => unit(Float64Array.from(part)));
  const telling = units.filter((part) => dot(part, part) > 0).length;
  const share = 1 / Math.sqrt(telling || 1);
  return Float64Array.from(units.flatMap((part) => Array.from(part, (value) => value * share)));
}

function unit(row: Float64Array): Float64Array {
  const length = Math.sqrt(dot(row, row));
  return row.map((value) => value / (length || 1));
}
