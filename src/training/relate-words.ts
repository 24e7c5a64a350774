import { closenessOf, type WordDescription } from './word-closeness.ts';

/** Two words that mean something similar, by their places in a list. */
export interface RelatedPair {
  readonly low: number;
  readonly high: number;
  /** How close they come, above 0 and at most 1. */
  readonly likeness: number;
}

/** So many of the closest pairs, nearly all of them spellings and forms of one word, are called the same. */
const equalPairs = 600;

/**
 * What likeness falls by when e times as many pairs come as close: 800,000 pairs end at 0.20. Ranking and refusing were
 * made for cosines of word vectors, of which 0.45 was the least that counted, as 0.21; from there to 0.75 this slope is theirs.
 */
const fall = 0.111;

/** Every so many-th word is compared with all others to learn how close the closest pairs come. */
const sampleEvery = 40;
/** So many times the wanted pairs are looked for, since a sample is not exact. */
const spare = 2;

/**
 * The closest of all pairs of words, the closest first. How alike two words are is told by how rare it is that two come as close: the measures
 * that closeness is added up from have no scale in common.
 * @param count Pairs to keep.
 */
export function relateWords(words: readonly WordDescription[], count: number): readonly RelatedPair[] {
  const closeness = closenessOf(words);
  const least = leastCloseness(closeness, words.length, count);
  const found: { readonly low: number; readonly high: number; readonly close: number }[] = [];
  for (let low = 0; low < words.length; low += 1) {
    const row = closeness(low);
    for (let high = low + 1; high < words.length; high += 1) {
      const close = row[high] ?? 0;
      if (close >= least) found.push({ low, high, close });
    }
  }
  found.sort((a, b) => b.close - a.close || a.low - b.low || a.high - b.high);
  return found.slice(0, count).map(({ low, high }, i) => ({
    low,
    high,
    likeness: Math.min(1, 1 - fall * Math.log((i + 1) / equalPairs)),
  }));
}

/** What `spare` times as many pairs as are wanted reach, as far as a sample can tell. */
function leastCloseness(closeness: (place: number) => Float32Array, words: number, count: number): number {
  const sampled: number[] = [];
  for (let place = 0; place < words; place += sampleEvery)
    for (const [other, close] of closeness(place).entries()) if (other !== place) sampled.push(close);
  sampled.sort((a, b) => b - a);
  const pairs = (words * (words - 1)) / 2;
  return sampled[Math.ceil((sampled.length * spare * count) / pairs)] ?? 0;
}
