import { countBits } from '../text/count-bits.ts';
import { forEachTrigram, trigramSimilarity, trigramsOf } from '../text/trigrams.ts';

import { sketchLetters, type LetterSketch } from './letter-sketch.ts';

/** Compares words with those of a question by their letters. */
export interface LetterMatcher {
  /**
   * The words of the question, as bits by position, that a word with this sketch may be like: all that it is like, and a
   * few others.
   */
  near(low: number, high: number): number;
  /**
   * Sets `values` to the cosine of the trigrams of `word` and each word of the question that is in `near`; to 0 where it
   * is below what counts, and for all others. Tells whether any is not 0.
   */
  compare(word: string, near: number, values: Float32Array): boolean;
}

/** A sketch has 64 bits, of which any number may be set. */
const sketchCounts = 65;

/**
 * Nearly all words of a knowledge share few trigrams with a question, as their sketches tell, so only words that may share
 * enough are compared.
 * @param least Cosines below this count as 0.
 */
export function createLetterMatcher(words: readonly string[], least: number): LetterMatcher {
  const trigrams = words.map(trigramsOf);
  const sketches = words.map(sketchLetters);
  const lows = Int32Array.from(sketches, ({ low }) => low);
  const highs = Int32Array.from(sketches, ({ high }) => high);
  const needed = new Uint8Array(words.length * sketchCounts);
  sketches.forEach((sketch, position) => {
    const { length } = trigrams[position] ?? [];
    for (let count = 0; count < sketchCounts; count += 1)
      needed[position * sketchCounts + count] = leastCommon(sketch, length, count, least);
  });
  return {
    near(low, high) {
      const count = countBits(low) + countBits(high);
      let near = 0;
      for (let i = 0; i < lows.length; i += 1) {
        const common = countBits(low & (lows[i] ?? 0)) + countBits(high & (highs[i] ?? 0));
        if (common >= (needed[i * sketchCounts + count] ?? 0)) near |= 1 << i;
      }
      return near;
    },
    compare(word, near, values) {
      let isAny = false;
      let other: Int32Array | null = null;
      for (let i = 0; i < values.length; i += 1) {
        values[i] = 0;
        const own = trigrams[i];
        if (((near >> i) & 1) === 0 || own === undefined) continue;
        if (countIn(own, word) < least * Math.sqrt(own.length * word.length)) continue;
        other ??= trigramsOf(word);
        const similarity = trigramSimilarity(own, other);
        if (similarity < least) continue;
        values[i] = similarity;
        isAny = true;
      }
      return isAny;
    },
  };
}

/** How many trigrams of a word are among others; one that stands there once counts as often as the word has it. */
function countIn(trigrams: Int32Array, word: string): number {
  let count = 0;
  forEachTrigram(word, (trigram) => {
    if (trigrams.includes(trigram)) count += 1;
  });
  return count;
}

/**
 * The least bits that the sketch of a word of the question has in common with one of `count` bits, where the words share
 * trigrams enough: one word of n and one of m trigrams have the cosine `least` when they share `least * sqrt(n * m)`.
 * The other word has at least a trigram for each bit, and trigrams of the question that share a bit may all be shared.
 */
function leastCommon({ low, high }: LetterSketch, length: number, count: number, least: number): number {
  const doubled = length - countBits(low) - countBits(high);
  return Math.max(1, Math.ceil(least * Math.sqrt(length * count) - 1e-9) - doubled);
}
