import type { Query, QueryTerm } from './query.ts';

/**
 * Words of the question, as shares of its meaning: names and numbers that the passage has, names that it lacks, and
 * words that occur nowhere in the knowledge. A name that is missing often tells a near miss.
 */
export function namedShares(
  { contentTerms }: Query,
  present: number,
  shares: Float32Array,
): Readonly<Record<string, number>> {
  const sum = (counts: (term: QueryTerm, isPresent: boolean) => boolean): number =>
    contentTerms.reduce(
      (total, term, i) => (counts(term, ((present >> i) & 1) === 1) ? total + (shares[i] ?? 0) : total),
      0,
    );
  return {
    names: sum(({ isNamed }, isPresent) => isNamed && isPresent),
    missingNames: sum(({ isNamed, isNumeric }, isPresent) => isNamed && !isNumeric && !isPresent),
    unknown: sum(({ ids }) => ids.length === 0),
  };
}
