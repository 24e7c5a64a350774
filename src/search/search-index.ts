import type { Passage } from '../passages/passage.ts';
import type { Meaning } from '../text/meaning.ts';

import type { Fitted } from './fitted.ts';
import type { Hit } from './hit.ts';
import type { Query } from './query.ts';
import type { Step } from './steps.ts';

/** What an index is built with. */
export interface SearchIndexOptions {
  /** Tables of word meanings; null where there are none. */
  readonly meaning: Meaning | null;
  /** Steps of the pipeline to leave out, to measure what they bring. */
  readonly without: ReadonlySet<Step>;
  readonly fitted: Fitted;
}

/** An immutable index of the passages of one snapshot. */
export interface SearchIndex {
  /** How many passages it finds. */
  readonly size: number;
  /** The fitted numbers that everything about this index is weighed with. */
  readonly fitted: Fitted;
  /** Parses a question in the terms of this index. */
  parse(question: string): Query;
  /** The passages under the entry question, heading or title that the question spells out; empty for any other. */
  findNamed(query: Query): readonly Hit[];
  /** The passages that fit best, best first. */
  search(query: Query, limit: number): readonly Hit[];
  /** The FAQ entries that fit best, best first, as if there were no passages of articles. */
  searchEntries(query: Query, limit: number): readonly Hit[];
  /** For every content term of the question, the word of a passage of this index that comes closest; null for none. */
  closestWords(query: Query, passage: Passage): readonly (string | null)[];
  /** The same index weighed with other numbers. */
  refit(fitted: Fitted): SearchIndex;
  /**
   * An index of the same passages and some more. It shares all that this one holds, so it costs no more than what is
   * added; `assemble-index.ts` says what it does not count exactly.
   * @param hidden Ids of passages of this index that it does not find.
   */
  extend(passages: readonly Passage[], hidden: ReadonlySet<string>): SearchIndex;
}
