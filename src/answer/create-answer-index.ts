import type { Passage } from '../passages/passage.ts';
import { createSearchIndex } from '../search/create-search-index.ts';
import { shippedFitted } from '../search/fitted.ts';
import type { SearchIndex, SearchIndexOptions } from '../search/search-index.ts';

import { leastAsked, setEntryThresholds } from './entry-thresholds.ts';

/** Entries that are asked for the threshold of a whole index, which is built seldom. */
const mostAsked = 200;

/** The index that questions are answered from: the shipped numbers, with the FAQ threshold of its own entries. */
export function createAnswerIndex(
  passages: readonly Passage[],
  options: Omit<SearchIndexOptions, 'fitted'>,
): SearchIndex {
  return setEntryThresholds(
    createSearchIndex(passages, { ...options, fitted: shippedFitted }),
    passages,
    mostAsked,
  );
}

/**
 * The same index with more passages, and without those of the ids `hidden`. Its FAQ threshold is that of the added entries
 * where they are enough to tell one, else it stays what it is. Somebody waits for it, so as few are asked as will do.
 */
export function extendAnswerIndex(
  index: SearchIndex,
  passages: readonly Passage[],
  hidden: ReadonlySet<string>,
): SearchIndex {
  return setEntryThresholds(index.extend(passages, hidden), passages, leastAsked);
}
