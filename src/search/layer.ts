import type { Passage } from '../passages/passage.ts';
import type { Meaning } from '../text/meaning.ts';
import type { Stemmer } from '../text/terms.ts';

import type { CandidateIndex, CreateCandidates } from './candidate-index.ts';
import { averageLengths, totalLengths, type FieldTotals } from './field-lengths.ts';
import { createNameIndex, type NameIndex } from './names.ts';
import type { PassageTerms } from './passage-terms.ts';
import { createPhraseReader } from './phrase-reader.ts';
import { readPassages } from './read-passages.ts';
import type { VocabularyBuilder } from './vocabulary.ts';

/** Passages that are indexed together. */
export interface Layer {
  readonly passages: readonly Passage[];
  readonly terms: PassageTerms;
  /** Terms of each field of all its passages. */
  readonly totals: FieldTotals;
  readonly candidates: CandidateIndex;
  readonly names: NameIndex;
}

/** What a layer is built with. */
export interface LayerParts {
  readonly vocabulary: VocabularyBuilder;
  readonly stem: Stemmer;
  readonly meaning: Meaning | null;
  readonly createCandidates: CreateCandidates;
}

/** Analyses passages, adds their terms to the vocabulary and indexes them. */
export function createLayer(passages: readonly Passage[], parts: LayerParts): Layer {
  const { vocabulary, meaning, createCandidates } = parts;
  const terms = readPassages(passages, { vocabulary, meaning, reader: createPhraseReader(parts) });
  const totals = totalLengths(terms, passages);
  const averages = averageLengths(totals);
  return {
    passages,
    terms,
    totals,
    candidates: createCandidates({ terms, passages, vocabularySize: vocabulary.size, averages }),
    names: createNameIndex(passages),
  };
}
