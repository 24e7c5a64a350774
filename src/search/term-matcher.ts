import type { Meaning } from '../text/meaning.ts';
import { trigramSimilarity, trigramsOf } from '../text/trigrams.ts';

import type { Query } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Compares the terms of the knowledge with those of one question. */
export interface TermMatcher {
  /** Position of the same term among the question's content terms, or -1. */
  positionOf(id: number): number;
  /**
   * How close a term of the knowledge stands to every content term of the question, from 0 to 1: 1 where it is that
   * very term, else by letters ("extradite", "extradition") or by word vectors ("airplanes", "aircraft"), whichever
   * is closer.
   */
  likenessOf(id: number): Float32Array;
}

/** Below this cosine two words have nothing in common; above it the likeness rises evenly up to 1. */
const leastSimilarity = 0.45;
const zeroSimilarity = 0.3;

/** Remembers what it compared, so make one for a question and drop it with the answer. */
export function createTermMatcher(
  query: Query,
  vocabulary: Vocabulary,
  meaning: Meaning | null,
): TermMatcher {
  const { contentTerms } = query;
  const positions = new Int8Array(vocabulary.size).fill(-1);
  contentTerms.forEach((term, position) => {
    for (const id of term.ids) positions[id] = position;
  });
  const trigrams = contentTerms.map((term) => trigramsOf(term.word));
  // The word list is English; what looks like one of its words in another language means something else.
  const ranks = contentTerms.map((term) =>
    query.language === 'en' ? meaning?.rankOf(term.word) : undefined,
  );
  const rows = new Int32Array(vocabulary.size);
  const known: Float32Array[] = [noLikeness];

  const compare = (id: number): Float32Array => {
    const own = vocabulary.trigramsOf(id);
    const rank = meaning === null ? undefined : vocabulary.rankOf(id, meaning);
    const likeness = new Float32Array(contentTerms.length);
    for (let i = 0; i < likeness.length; i += 1) {
      const letters = scale(trigramSimilarity(trigrams[i] ?? noTrigrams, own));
      const other = ranks[i];
      const isComparable = meaning !== null && rank !== undefined && other !== undefined;
      likeness[i] = isComparable ? Math.max(letters, scale(meaning.similarity(other, rank))) : letters;
    }
    const position = positions[id] ?? -1;
    if (position >= 0) likeness[position] = 1;
    return likeness;
  };

  return {
    positionOf: (id) => positions[id] ?? -1,
    likenessOf: (id) => {
      const row = rows[id] ?? 0;
      if (row > 0) return known[row] ?? noLikeness;
      const likeness = compare(id);
      rows[id] = known.push(likeness) - 1;
      return likeness;
    },
  };
}

const noLikeness = new Float32Array(0);
const noTrigrams = new Int32Array(0);

function scale(similarity: number): number {
  return similarity < leastSimilarity ? 0 : (similarity - zeroSimilarity) / (1 - zeroSimilarity);
}
