/** Raises every value of `values` to at least that of `others`. */
export function raise(values: Float32Array, others: Float32Array): void {
  for (let i = 0; i < values.length; i += 1) values[i] = Math.max(values[i] ?? 0, others[i] ?? 0);
}
