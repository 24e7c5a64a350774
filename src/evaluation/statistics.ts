/** How often a value of `positives` is above one of `negatives`, equal ones counted half: the area under the ROC curve. */
export function areaUnderRoc(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return Number.NaN;
  const sorted = [...negatives].sort((a, b) => a - b);
  const wins = positives.reduce((sum, value) => sum + countBelow(sorted, value), 0);
  return wins / (positives.length * negatives.length);
}

function countBelow(sorted: readonly number[], value: number): number {
  const below = lowerBound(sorted, (other) => other >= value);
  const upTo = lowerBound(sorted, (other) => other > value);
  return below + (upTo - below) / 2;
}

/** Index of the first value for which `holds`, in a list where it holds from some index on. */
function lowerBound(sorted: readonly number[], holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The value below which this share of the values lies: the nearest rank. NaN for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.min(Math.max(Math.ceil(share * sorted.length) - 1, 0), sorted.length - 1);
  return sorted[rank] ?? Number.NaN;
}

/** Share of the values for which `holds`; NaN for no values. */
export function share<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.length === 0 ? Number.NaN : values.filter(holds).length / values.length;
}
