import type { Query } from './query.ts';

/** Shares of a question's meaning, from 0 to 1. */
export interface NamedShares {
  readonly names: number;
  readonly missingNames: number;
  readonly unknown: number;
}

/**
 * Words of the question, as shares of its meaning: names and numbers that the passage has, names that it lacks, and
 * words that occur nowhere in the knowledge. A name that is missing often tells a near miss.
 */
export function namedShares({ contentTerms }: Query, present: number, shares: Float32Array): NamedShares {
  let names = 0;
  let missingNames = 0;
  let unknown = 0;
  for (let i = 0; i < contentTerms.length; i += 1) {
    const term = contentTerms[i];
    if (term === undefined) continue;
    const share = shares[i] ?? 0;
    const isPresent = ((present >> i) & 1) === 1;
    if (term.isNamed && isPresent) names += share;
    if (term.isNamed && !isPresent && !term.isNumeric) missingNames += share;
    if (term.ids.length === 0) unknown += share;
  }
  return { names, missingNames, unknown };
}
