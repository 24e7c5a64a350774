import type { Passage } from '../passages/passage.ts';

import { assembleIndex, languagesOf } from './assemble-index.ts';
import { createCandidates } from './candidates.ts';
import { leaveStepsOut } from './fitted.ts';
import { createLayer } from './layer.ts';
import { createScratchPool } from './scratch.ts';
import { createLetterSketches } from './letter-sketch.ts';
import type { SearchIndex, SearchIndexOptions } from './search-index.ts';
import { stemmerFor } from './stemmer-for.ts';
import { createVocabulary } from './vocabulary.ts';
import { createWordList } from './word-list.ts';

/** Analyses and indexes passages. */
export function createSearchIndex(passages: readonly Passage[], options: SearchIndexOptions): SearchIndex {
  const { without } = options;
  const vocabulary = createVocabulary();
  const layer = createLayer(passages, {
    vocabulary,
    stem: stemmerFor(without),
    meaning: without.has('meaning') ? null : options.meaning,
    createCandidates,
  });
  return assembleIndex({
    layers: [{ ...layer, hidden: new Set() }],
    vocabulary,
    words: [createWordList(vocabulary.words())],
    sketches: createLetterSketches(vocabulary, null),
    totals: layer.totals,
    size: passages.length,
    languages: languagesOf(passages),
    scratch: createScratchPool(),
    options: { ...options, fitted: leaveStepsOut(options.fitted, without) },
  });
}
