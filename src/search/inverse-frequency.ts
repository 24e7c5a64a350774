import type { Language } from '../text/language.ts';
import type { Meaning } from '../text/meaning.ts';

import { wordProbability } from './sentence-vector.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the frequency of a term is counted in. */
export interface FrequencyContext {
  readonly vocabulary: Vocabulary;
  readonly passages: number;
  /** Where the frequencies of general English come from; null to count the knowledge alone. */
  readonly prior: Meaning | null;
}

/**
 * A dozen passages say little about how common a word is, so those of the knowledge are counted together with this
 * many passages of general English, of so many words each. Chosen by trial; `eval --without prior` shows what it brings.
 */
const priorPassages = 60;
const priorWords = 100;

/**
 * Inverse document frequency, ln(1 + (N - n + 0.5)/(n + 0.5)), as in BM25; n and N include the prior where the
 * language has a word list.
 */
export function inverseFrequency(
  word: string,
  ids: readonly number[],
  language: Language,
  { vocabulary, passages, prior }: FrequencyContext,
): number {
  const counted = Math.max(0, ...ids.map((id) => vocabulary.passagesWith(id)));
  const rank = prior?.rankOf(word);
  const weight = prior === null || language !== 'en' ? 0 : priorPassages;
  const expected = rank === undefined ? 0 : weight * (1 - (1 - wordProbability(rank)) ** priorWords);
  const n = counted + expected;
  return Math.log(1 + (passages + weight - n + 0.5) / (n + 0.5));
}
