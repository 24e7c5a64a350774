import type { Query, QueryTerm } from './query.ts';

/**
 * Names and numbers of the question, as shares of its meaning: those that the passage has, those that it lacks, and
 * words that occur nowhere in the knowledge. A name or number that is missing often tells a near miss.
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
    missingNumbers: sum(({ isNumeric }, isPresent) => isNumeric && !isPresent),
    unknown: sum(({ ids }) => ids.length === 0),
  };
}
