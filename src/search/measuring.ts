import { createBm25, type FieldLengths } from './bm25.ts';
import { findClosestWords } from './closest-words.ts';
import { inverseFrequency } from './inverse-frequency.ts';
import { glanceAt } from './glance.ts';
import type { LetterSketches } from './letter-sketch.ts';
import { measurePassage, type Measure, type NumberedPassage } from './measure-passage.ts';
import type { QueryContext } from './parse-query.ts';
import type { Query } from './query.ts';
import { createQuestionMeasure } from './question-measure.ts';
import type { MeasuredPassage } from './rank-hits.ts';
import type { ScratchPool } from './scratch.ts';
import { weigh, type Weights } from './weigh.ts';
import { forKind, type ByKind } from './fitted.ts';
import { createTermMatcher } from './term-matcher.ts';

/** How many passages are measured closely, and by what they are chosen. */
export interface Sieve {
  readonly limit: number;
  readonly rank: ByKind<Weights>;
}

/** Measures passages of one index against questions. */
export interface Measuring {
  /** Measures all of them, or those that are worth it at a first glance. */
  measure(
    query: Query,
    passages: readonly NumberedPassage[],
    sieve: Sieve | null,
  ): readonly MeasuredPassage[];
  /** For every content term of the question, the word of a passage that comes closest; null for none. */
  closestWords(query: Query, passage: NumberedPassage): readonly (string | null)[];
}

/** What passages are measured with. */
export interface MeasuringParts {
  readonly context: QueryContext;
  readonly sketches: LetterSketches;
  /** Average lengths of fields over all passages of the index. */
  readonly averages: FieldLengths;
  readonly stopWordWeight: number;
  readonly scratch: ScratchPool;
}

/** Prepares for the questions that an index is asked. */
export function createMeasuring({
  context,
  sketches,
  averages,
  stopWordWeight,
  scratch,
}: MeasuringParts): Measuring {
  const { vocabulary, meaning, frequencies } = context;
  const matcherParts = { vocabulary, sketches, meaning, scratch };
  return {
    measure(query, passages, sieve) {
      if (passages.length === 0) return [];
      const match = createTermMatcher(query, matcherParts);
      const bm25 = createBm25(query, { vocabularySize: vocabulary.size, averages, stopWordWeight, scratch });
      const measure = {
        ...createQuestionMeasure(query, match),
        bm25,
        idfOf: (id: number) => inverseFrequency(vocabulary.wordOf(id), [id], query.language, frequencies),
      };
      const measured = chooseClosest(passages, measure, sieve).map((one) => ({
        passage: one.passage,
        evidence: measurePassage(one, measure),
      }));
      bm25.release();
      match.release();
      return measured;
    },
    closestWords(query, passage) {
      const match = createTermMatcher(query, matcherParts);
      const closest = findClosestWords(query, passage, vocabulary, match);
      match.release();
      return closest;
    },
  };
}

/** The passages that rank first at a first glance. */
function chooseClosest(
  passages: readonly NumberedPassage[],
  measure: Measure,
  sieve: Sieve | null,
): readonly NumberedPassage[] {
  if (sieve === null || passages.length <= sieve.limit) return passages;
  const { limit, rank } = sieve;
  return passages
    .map((one) => ({ one, score: weigh(glanceAt(one, measure), forKind(rank, one.passage)) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ one }) => one);
}
