import { trigramSimilarity, trigramsOf } from '../text/trigrams.ts';

/** Compares words with those of a question by their letters. */
export interface LetterMatcher {
  /**
   * Sets `values` to the cosine of the trigrams of `word` and each word of the question; to 0 where it is below what
   * counts. Tells whether any is not 0.
   */
  compare(word: string, values: Float32Array): boolean;
}

/** Places for the trigrams of a question, a power of two. Two in one place only cost time. */
const tableSize = 2048;

/**
 * Nearly all words of a knowledge share no trigram with a question. A table tells for a trigram which words of the
 * question may have it, as bits, so only words that share enough are compared.
 * @param least Cosines below this count as 0.
 */
export function createLetterMatcher(words: readonly string[], least: number): LetterMatcher {
  const trigrams = words.map(trigramsOf);
  const table = new Uint16Array(tableSize);
  trigrams.forEach((own, position) => {
    for (const trigram of own) table[placeOf(trigram)] = (table[placeOf(trigram)] ?? 0) | (1 << position);
  });
  const shared = new Uint8Array(words.length);
  return {
    compare(word, values) {
      values.fill(0);
      if (!countShared(word, table, shared)) return false;
      let isAny = false;
      let other: Int32Array | null = null;
      for (let i = 0; i < trigrams.length; i += 1) {
        const own = trigrams[i];
        // A word of n letters has n trigrams.
        if (own === undefined || (shared[i] ?? 0) < least * Math.sqrt(own.length * word.length)) continue;
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

function placeOf(trigram: number): number {
  return (Math.imul(trigram, 0x9e3779b1) >>> 20) & (tableSize - 1);
}

/** Counts at most how many trigrams of a word each word of the question has; false when none has any. */
function countShared(word: string, table: Uint16Array, shared: Uint8Array): boolean {
  let isAny = false;
  const start = '^'.charCodeAt(0);
  const end = '$'.charCodeAt(0);
  let before = start;
  let middle = word.length > 0 ? word.charCodeAt(0) : end;
  for (let i = 1; i <= word.length; i += 1) {
    const after = i < word.length ? word.charCodeAt(i) : end;
    let bits = table[placeOf((before << 20) ^ (middle << 10) ^ after)] ?? 0;
    if (bits !== 0 && !isAny) {
      shared.fill(0);
      isAny = true;
    }
    for (let position = 0; bits !== 0; position += 1, bits >>= 1)
      if ((bits & 1) === 1) shared[position] = (shared[position] ?? 0) + 1;
    before = middle;
    middle = after;
  }
  return isAny;
}
