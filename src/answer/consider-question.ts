import type { Query } from '../search/query.ts';
import type { SearchIndex } from '../search/search-index.ts';

import { considerParts, type AnsweredPart } from './consider-parts.ts';
import { considerWhole, type WholeConsideration } from './consider-whole.ts';

/** What decides about the answer to a question. */
export type Consideration =
  | WholeConsideration
  /** It asks several things; they are answered when each of them is. */
  | {
      readonly by: 'parts';
      readonly outcome: 'answered' | 'suggested';
      /** That of the part which is least sure. */
      readonly confidence: number;
      /** The part which is least sure. */
      readonly weakest: Query;
      /** In the order in which they are asked; at least one. */
      readonly answered: readonly AnsweredPart[];
    };

/**
 * Finds the passages for a question and decides whether they answer it, before anything is quoted.
 *
 * A question whose parts are all answered gets a quote for each. Where one of two things that are asked apart is not in
 * the knowledge, the quote for the other would look like the answer to both, and "nothing on that" would hide it; so it
 * is shown as what comes closest. A part that says little by itself ("and which other?") leaves the question whole.
 */
export function considerQuestion(query: Query, index: SearchIndex): Consideration {
  const whole = considerWhole(query, index);
  if (whole.by !== 'confidence') return whole;
  const parts = considerParts(query, index);
  const [weakest] = [...parts].sort((a, b) => a.confidence - b.confidence);
  const answered = parts.flatMap(({ query: asked, hits }) => (hits === null ? [] : [{ query: asked, hits }]));
  if (weakest === undefined || answered.length === 0) return whole;
  const isAnswered = answered.length === parts.length;
  if (!isAnswered && !parts.every(({ asksByItself }) => asksByItself)) return whole;
  return {
    by: 'parts',
    outcome: isAnswered ? 'answered' : 'suggested',
    confidence: weakest.confidence,
    weakest: weakest.query,
    answered,
  };
}
