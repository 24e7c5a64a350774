import type { Passage } from '../passages/passage.ts';
import type { Hit } from '../search/hit.ts';
import type { Query } from '../search/query.ts';
import type { SearchIndex } from '../search/search-index.ts';

import { estimateConfidence, outcomeOf } from './confidence.ts';
import { consideredHits } from './considered-hits.ts';

/** An open question is recognised by this much agreement with what was asked: F1 of both, from 0 to 1. */
const raisedAgreement = 0.6;

/** What decides about the answer to a question that is asked as it is. */
export type WholeConsideration =
  /** The question is the very name of an entry or a heading: what stands under it is the answer. */
  | { readonly by: 'name'; readonly hits: readonly Hit[] }
  /** It greets, thanks or takes leave. */
  | { readonly by: 'courtesy' }
  /** The knowledge asks it itself and leaves it open; `hits` are the passages beside that with a text. */
  | {
      readonly by: 'openQuestion';
      readonly passage: Passage;
      readonly confidence: number;
      readonly hits: readonly Hit[];
    }
  /** The confidence in the first of the hits, which all have a text. */
  | {
      readonly by: 'confidence';
      readonly outcome: 'answered' | 'suggested' | 'unanswered';
      readonly confidence: number;
      readonly hits: readonly Hit[];
    };

/** Finds the passages for a question and decides whether they answer it, before anything is quoted. */
export function considerWhole(query: Query, index: SearchIndex): WholeConsideration {
  const named = index.findNamed(query);
  const [open] = named;
  if (open !== undefined) {
    if (named.some(({ passage }) => passage.text !== '')) return { by: 'name', hits: named };
    return { by: 'openQuestion', passage: open.passage, confidence: 0, hits: [] };
  }
  if (query.isCourtesy) return { by: 'courtesy' };
  const found = index.search(query, consideredHits);
  const raised = found.find(
    ({ passage, evidence }, i) =>
      i < 2 && passage.text === '' && (evidence.features['questionF1'] ?? 0) >= raisedAgreement,
  );
  const hits = found.filter(({ passage }) => passage.text !== '');
  const confidence = estimateConfidence(hits, query, index);
  const outcome = outcomeOf(confidence, hits, query, index);
  if (outcome === 'answered' || raised === undefined) return { by: 'confidence', outcome, confidence, hits };
  return { by: 'openQuestion', passage: raised.passage, confidence, hits };
}
