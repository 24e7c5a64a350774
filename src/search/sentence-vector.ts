import type { Meaning } from '../text/meaning.ts';
import type { Term } from '../text/terms.ts';

/** Smooth inverse frequency, a/(a + p(word)): Arora, Liang and Ma 2017, "A simple but tough-to-beat baseline". */
const smoothing = 1e-4;

/** Stop words say little of what a sentence means. Chosen by trial. */
const stopWordWeight = 0.3;

/** How often a word of this rank occurs among all words: Zipf's law as it fits English news. */
export function wordProbability(rank: number): number {
  return 1 / (11 * (rank + 2));
}

/** What a word says of a sentence, from 0 to 1: the rarer, the more; a word that is not listed says all. */
export function wordWeight(
  { text, isStopWord }: Pick<Term, 'text' | 'isStopWord'>,
  meaning: Meaning,
): number {
  return rankWeight(meaning.rankOf(text), isStopWord);
}

/** The same of a word whose rank is known, which is undefined where it is not listed. */
export function rankWeight(rank: number | undefined, isStopWord: boolean): number {
  const weight = rank === undefined ? 1 : smoothing / (smoothing + wordProbability(rank));
  return isStopWord ? weight * stopWordWeight : weight;
}

/** The meaning of a run of terms: the weighted sum of its words' vectors, of length 1; null when none is listed. */
export function sentenceVector(
  terms: readonly Pick<Term, 'text' | 'isStopWord'>[],
  meaning: Meaning,
): Float32Array | null {
  const sum = new Float32Array(meaning.sentenceDimensions);
  for (const term of terms) {
    const rank = meaning.rankOf(term.text);
    if (rank !== undefined) meaning.addSentenceVector(rank, wordWeight(term, meaning), sum);
  }
  const length = Math.hypot(...sum);
  return length === 0 ? null : sum.map((value) => value / length);
}

/** Cosine of two vectors of length 1; 0 when one of them is missing. */
export function cosine(a: Float32Array | null, b: Float32Array | null): number {
  if (a === null || b === null) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
