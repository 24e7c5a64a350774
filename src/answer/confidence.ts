import { forKind, type Fitted } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';
import type { Query } from '../search/query.ts';
import { weigh } from '../search/weigh.ts';

import { chooseSentence, sentenceFeatures } from './choose-sentence.ts';

/** What confidence weighs beyond the features of the hit: its best sentence, the next hit, the question itself. */
export function confidenceFeatures(
  hits: readonly Hit[],
  query: Query,
  fitted: Fitted,
): Readonly<Record<string, number>> {
  const [first, second] = hits;
  if (first === undefined) return {};
  const chosen = chooseSentence(first, fitted);
  const own = chosen === null ? {} : sentenceFeatures(first.evidence.sentences, chosen);
  return {
    ...first.evidence.features,
    ...Object.fromEntries(Object.entries(own).map(([name, value]) => [`chosen.${name}`, value])),
    margin:
      second === undefined || first.score <= 0 ? 1 : Math.min(1, (first.score - second.score) / first.score),
    terms: Math.log(query.contentTerms.length + 1),
    allStopWords: query.contentTerms.every(({ isStopWord }) => isStopWord) ? 1 : 0,
  };
}

/** How likely the first of these hits answers the question, from 0 to 1: a logistic model. */
export function estimateConfidence(hits: readonly Hit[], query: Query, fitted: Fitted): number {
  const [first] = hits;
  if (first === undefined) return 0;
  return (
    1 /
    (1 + Math.exp(-weigh(confidenceFeatures(hits, query, fitted), forKind(fitted.confidence, first.passage))))
  );
}
