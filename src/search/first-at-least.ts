/** The first place in ascending numbers, from `from` on, where one is at least `wanted`; `to` when none is. */
export function firstAtLeast(
  numbers: Int32Array | Uint16Array,
  wanted: number,
  from: number,
  to: number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
