/** Numbers from 0 up to 1. */
export type Random = () => number;

/** A number whose logarithm is spread normally about that of `median`: Box and Muller 1958. */
export function logNormal(random: Random, median: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(sigma * normal);
}

/** A whole number from `least` up to `most`, both included, small ones oftener: each octave is equally likely. */
export function logUniform(random: Random, least: number, most: number): number {
  return Math.floor(least * Math.exp(random() * Math.log((most + 1) / least)));
}

/** One of the items, each equally likely. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from.');
  return item;
}

/** Ranks by Zipf's law as Mandelbrot corrected it: the chance of rank r is as 1/(r + 2.7)^1.25. */
export function createZipf(size: number): (random: Random) => number {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += (rank + 2.7) ** -1.25;
    sums[rank] = sum;
  }
  return (random) => {
    const wanted = random() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
