import { indexFeatures, type FeatureIndex } from './feature-index.ts';
import { meanOf } from './principal-components.ts';

/** What is known of a word from several sources. */
export interface WordDescription {
  /** Rows of numbers that tell by their direction what the word is like, one from each source, in the same order for all words. */
  readonly vectors: readonly ArrayLike<number>[];
  /** What a dictionary says of it, by names and weights; empty for a word that it does not list. */
  readonly features: ReadonlyMap<string, number>;
}

/**
 * What the dictionary counts against each of the vectors: it alone knows that *wrecked* is *destroyed*, and not merely of one subject
 * with it. Of 1, 2 and 3 it did best on loose questions to four articles, all numbers being fitted on three and asked of the fourth.
 */
const dictionaryWeight = 2;

/**
 * How close a word comes to each word of the list: the sum of the cosines of their vectors, each without the mean of all
 * words, and of what the dictionary says of both. The next call overwrites the result.
 */
export function closenessOf(words: readonly WordDescription[]): (place: number) => Float32Array {
  const dense = joinVectors(words);
  const sparse = indexFeatures(words.map(({ features }) => features));
  const sums = new Float32Array(words.length);
  return (place) => {
    multiply(dense, place, sums);
    addProducts(sparse, place, sums);
    return sums;
  };
}

/** Rows one behind the other. */
interface Rows {
  readonly values: Float32Array;
  readonly width: number;
}

/** One row for the vectors of each word, of which each has length 1, so that a product of two rows is the sum of their cosines. */
function joinVectors(words: readonly WordDescription[]): Rows {
  const sources = (words[0]?.vectors ?? []).map((_, k) => words.map(({ vectors }) => vectors[k] ?? []));
  const means = sources.map(meanOf);
  const width = means.reduce((sum, { length }) => sum + length, 0);
  const values = new Float32Array(words.length * width);
  words.forEach(({ vectors }, place) => {
    let at = place * width;
    vectors.forEach((vector, k) => {
      const centred = Float64Array.from(vector, (value, i) => value - (means[k]?.[i] ?? 0));
      const length = Math.hypot(...centred) || 1;
      values.set(
        centred.map((value) => value / length),
        at,
      );
      at += centred.length;
    });
  });
  return { values, width };
}

/** Sets `products` to those of a row with each row. */
function multiply({ values, width }: Rows, place: number, products: Float32Array): void {
  const row = values.subarray(place * width, (place + 1) * width);
  for (let other = 0; other < products.length; other += 1) {
    let sum = 0;
    const start = other * width;
    for (let i = 0; i < width; i += 1) sum += (row[i] ?? 0) * (values[start + i] ?? 0);
    products[other] = sum;
  }
}

/** Adds what the features of a row have in common with those of each row. */
function addProducts({ rows, columns }: FeatureIndex, place: number, sums: Float32Array): void {
  for (const [name, value] of rows[place] ?? [])
    for (const { place: other, value: theirs } of columns.get(name) ?? [])
      sums[other] = (sums[other] ?? 0) + dictionaryWeight * value * theirs;
}
