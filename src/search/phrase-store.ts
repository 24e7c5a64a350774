import type { Meaning } from '../text/meaning.ts';

import { createNumberList, type NumberList } from './growing-lists.ts';
import { createMeaningRows } from './meaning-rows.ts';
import { packTerm, type PassageTerms } from './passage-terms.ts';
import { termFlags } from './phrase-reader.ts';
import type { WrittenWords } from './written-words.ts';

/** What is kept of phrases. */
type KeptPhrases = Pick<
  PassageTerms,
  'terms' | 'phraseStarts' | 'starts' | 'ends' | 'meaningOf' | 'meanings'
>;

/** A place in the text of a passage; `end` is exclusive. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Collects phrases in compact form. */
export interface PhraseStore {
  /** Keeps a phrase and tells its number. A phrase that is no sentence has no place. */
  keep(terms: readonly number[], place: Place | null, hasMeaning: boolean): number;
  build(): KeptPhrases;
}

/**
 * No phrases yet.
 * @param written Words whose numbers the terms of phrases are.
 */
export function createPhraseStore(written: WrittenWords, meaning: Meaning | null): PhraseStore {
  const terms = createNumberList();
  const phraseStarts = createNumberList();
  const starts = createNumberList();
  const ends = createNumberList();
  const meaningOf = createNumberList();
  const meanings = createMeaningRows(meaning?.sentenceDimensions ?? 0);
  const sum = new Float32Array(meaning?.sentenceDimensions ?? 0);
  phraseStarts.push(0);
  return {
    keep(phrase, place, hasMeaning) {
      pushTerms(terms, phrase, written);
      phraseStarts.push(terms.length);
      starts.push(place?.start ?? 0);
      ends.push(place?.end ?? 0);
      const isMeant = hasMeaning && meaning !== null && sumMeanings(phrase, written, meaning, sum);
      meaningOf.push(isMeant ? meanings.push(sum) : -1);
      return meaningOf.length - 1;
    },
    build: () => ({
      terms: terms.toArray(),
      phraseStarts: phraseStarts.toArray(),
      starts: starts.toArray(),
      ends: ends.toArray(),
      meaningOf: meaningOf.toArray(),
      meanings: meanings.build(),
    }),
  };
}

function pushTerms(terms: NumberList, phrase: readonly number[], { ids, flags }: WrittenWords): void {
  let first: number = termFlags.first;
  for (const term of phrase) {
    terms.push(packTerm(ids[term] ?? 0, (flags[term] ?? 0) | first));
    first = 0;
  }
}

/** Sets `sum` to the weighted sum of the words' vectors, and tells whether it is more than nothing. */
function sumMeanings(
  phrase: readonly number[],
  { ranks, weights }: WrittenWords,
  meaning: Meaning,
  sum: Float32Array,
): boolean {
  sum.fill(0);
  for (const term of phrase) {
    const rank = ranks[term] ?? -1;
    if (rank >= 0) meaning.addSentenceVector(rank, weights[term] ?? 0, sum);
  }
  return sum.some((value) => value !== 0);
}
