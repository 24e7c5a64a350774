import type { SentenceEvidence } from '../search/evidence.ts';
import type { Numbers } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';
import { weigh } from '../search/weigh.ts';

/** A sentence's own features, under the names that the fitted weights use. */
export function sentenceFeatures(
  sentences: readonly SentenceEvidence[],
  index: number,
): Readonly<Record<string, number>> {
  const sentence = sentences[index];
  if (sentence === undefined) return {};
  return {
    coverage: sentence.coverage,
    rest: sentence.rest,
    pairs: sentence.pairs,
    holdsAsked: sentence.holdsAsked,
    softCoverage: sentence.softCoverage,
    similarity: sentence.similarity,
    previous: sentences[index - 1]?.coverage ?? 0,
    first: index === 0 ? 1 : 0,
  };
}

/** The sentence of a hit that most likely answers; null when its passage has none. Between equals the first. */
export function chooseSentence(
  { evidence: { sentences } }: Hit,
  { sentence }: Pick<Numbers, 'sentence'>,
): number | null {
  const scores = sentences.map((_, index) => weigh(sentenceFeatures(sentences, index), sentence));
  return scores.length === 0 ? null : scores.indexOf(Math.max(...scores));
}
