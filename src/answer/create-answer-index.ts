import type { Passage } from '../passages/passage.ts';
import { shippedFitted } from '../search/fitted.ts';
import { createSearchIndex, type SearchIndex, type SearchIndexOptions } from '../search/search-index.ts';

import { setEntryThresholds } from './entry-thresholds.ts';

/** The index that questions are answered from: the shipped numbers, with the FAQ threshold of its own entries. */
export function createAnswerIndex(
  passages: readonly Passage[],
  options: Omit<SearchIndexOptions, 'fitted'>,
): SearchIndex {
  return setEntryThresholds(createSearchIndex(passages, { ...options, fitted: shippedFitted }));
}
