import type { Passage } from '../passages/passage.ts';
import { forKind, forSize, numbersFor, type Numbers, type Thresholds } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';
import type { Sentence } from '../search/passage-terms.ts';
import type { Query } from '../search/query.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { weigh, type Weights } from '../search/weigh.ts';

import { chooseSentence, sentenceFeatures } from './choose-sentence.ts';
import { saysTheSame } from './same-statement.ts';

/** Keeps the logarithm of a passage without any of the terms finite. */
export const leastBm25 = 0.05;

/** What confidence depends on beside question and hits: the fitted numbers, and how much knowledge there is. */
export type Grounds = Pick<SearchIndex, 'fitted' | 'size'>;

/** What confidence weighs beyond the features of the hit: its best sentence, the other hits, the question itself. */
export function confidenceFeatures(
  hits: readonly Hit[],
  query: Query,
  numbers: Pick<Numbers, 'sentence'>,
): Readonly<Record<string, number>> {
  const [first] = hits;
  if (first === undefined) return {};
  const chosen = chooseSentence(first, numbers);
  const own: Readonly<Record<string, number>> =
    chosen === null ? {} : sentenceFeatures(first.evidence.sentences, chosen);
  return {
    ...first.evidence.features,
    // Much BM25 is hardly better than enough of it, and little much worse than some.
    bm25Log: Math.log(leastBm25 + (first.evidence.features['bm25'] ?? 0)),
    share: scoreShare(hits, numbers),
    kindMissing: query.asked !== null && own['holdsAsked'] !== 1 ? 1 : 0,
    terms: Math.log(query.contentTerms.length + 1),
    onlyGrammar: query.contentTerms.every(({ isStopWord }) => isStopWord) ? 1 : 0,
  };
}

/**
 * How far the first hit stands out: its share of exp(score) over it and all that say something else, from 0 to 1.
 * Scores are those of a conditional logit, so this is the chance that the first is the right one if one of them is.
 */
function scoreShare(hits: readonly Hit[], numbers: Pick<Numbers, 'sentence'>): number {
  const [first, ...others] = hits;
  if (first === undefined) return 0;
  const said = answerSentence(first, numbers);
  const rivals = others.filter((other) => {
    const sentence = answerSentence(other, numbers);
    return said === undefined || sentence === undefined || !saysTheSame(said, sentence);
  });
  return 1 / rivals.reduce((sum, { score }) => sum + Math.exp(score - first.score), 1);
}

function answerSentence(hit: Hit, numbers: Pick<Numbers, 'sentence'>): Sentence | undefined {
  const chosen = chooseSentence(hit, numbers);
  return chosen === null ? undefined : hit.evidence.sentences[chosen]?.sentence;
}

/** The weights of the confidence in a passage. */
export function confidenceWeights(passage: Passage, query: Query, { fitted, size }: Grounds): Weights {
  return forKind(forSize(numbersFor(fitted, query).confidence, size), passage);
}

/** The least confidence in a passage that each outcome needs. */
export function thresholdsFor(passage: Passage, query: Query, { fitted, size }: Grounds): Thresholds {
  return forKind(forSize(numbersFor(fitted, query).thresholds, size), passage);
}

/** How likely the first of these hits answers the question, from 0 to 1: a logistic model. */
export function estimateConfidence(hits: readonly Hit[], query: Query, grounds: Grounds): number {
  const [first] = hits;
  if (first === undefined) return 0;
  const features = confidenceFeatures(hits, query, numbersFor(grounds.fitted, query));
  return 1 / (1 + Math.exp(-weigh(features, confidenceWeights(first.passage, query, grounds))));
}

/** The outcome that the confidence in the first of these hits allows. */
export function outcomeOf(
  confidence: number,
  [first]: readonly Hit[],
  query: Query,
  grounds: Grounds,
): 'answered' | 'suggested' | 'unanswered' {
  if (first === undefined) return 'unanswered';
  const { answered, suggested } = thresholdsFor(first.passage, query, grounds);
  if (confidence >= answered) return 'answered';
  return confidence >= suggested ? 'suggested' : 'unanswered';
}
