import type { Query } from './query.ts';
import type { TermMatcher } from './term-matcher.ts';

/** Two content terms that follow each other closely in the question. */
interface Neighbours {
  /** Position of the first of them among the content terms. */
  readonly position: number;
  readonly weight: number;
}

/** What runs of terms are weighed with for one question. */
export interface QuestionMeasure {
  readonly query: Query;
  /** Share of the question's meaning that each of its content terms has. They add up to 1. */
  readonly shares: Float32Array;
  /**
   * What each content term counts of what is asked about the names: nothing for a name or number, the same for every
   * other. They add up to 1.
   */
  readonly described: Float32Array;
  readonly neighbours: readonly Neighbours[];
  readonly match: TermMatcher;
}

/** Words between neighbours of the question that still make them a pair. */
const widestQuestionGap = 3;

/** Prepares what every run of terms is weighed with for one question. */
export function createQuestionMeasure(query: Query, match: TermMatcher): QuestionMeasure {
  const shares = termShares(query);
  const places = query.contentTerms.map((term) => query.terms.indexOf(term));
  const neighbours = query.contentTerms.slice(1).flatMap((_, position) => {
    const gap = (places[position + 1] ?? 0) - (places[position] ?? 0);
    return gap > widestQuestionGap
      ? []
      : { position, weight: (shares[position] ?? 0) + (shares[position + 1] ?? 0) };
  });
  return { query, shares, described: describedShares(query), neighbours, match };
}

/** Shares of the question's meaning that each of its content terms has. They add up to 1. */
export function termShares(query: Query): Float32Array {
  const total = query.contentTerms.reduce((sum, term) => sum + term.idf, 0) || 1;
  return Float32Array.from(query.contentTerms, (term) => term.idf / total);
}

/** A question of nothing but names is described by them. */
function describedShares({ contentTerms }: Query): Float32Array {
  const others = contentTerms.filter(({ isNamed }) => !isNamed).length;
  return Float32Array.from(contentTerms, ({ isNamed }) => {
    if (others === 0) return 1 / contentTerms.length;
    return isNamed ? 0 : 1 / others;
  });
}
