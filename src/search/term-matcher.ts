import type { Meaning } from '../text/meaning.ts';
import { trigramSimilarity, trigramsOf } from '../text/trigrams.ts';

import type { Query } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How close one term of the knowledge stands to every content term of a question; 1 where it is that very term. */
export interface TermLikeness {
  /** Position of the same term among the question's content terms, or -1. */
  readonly position: number;
  /** By letters: derived words and names that are in no list ("extradite", "extradition"). */
  readonly bySpelling: Float32Array;
  /** By letters or by word vectors, whichever is closer ("airplanes", "aircraft"). */
  readonly byMeaning: Float32Array;
}

/** Compares the terms of the knowledge with those of one question. */
export type TermMatcher = (id: number) => TermLikeness;

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
  const positions = new Map(contentTerms.flatMap((term, position) => term.ids.map((id) => [id, position])));
  const trigrams = contentTerms.map((term) => trigramsOf(term.word));
  // The word list is English; what looks like one of its words in another language means something else.
  const ranks = contentTerms.map((term) =>
    query.language === 'en' ? meaning?.rankOf(term.word) : undefined,
  );
  const known = new Map<number, TermLikeness>();

  const compare = (id: number): TermLikeness => {
    const position = positions.get(id) ?? -1;
    const own = vocabulary.trigramsOf(id);
    const rank = meaning?.rankOf(vocabulary.wordOf(id));
    const bySpelling = Float32Array.from(trigrams, (other, i) =>
      i === position ? 1 : scale(trigramSimilarity(other, own)),
    );
    const byMeaning = Float32Array.from(ranks, (other, i) => {
      const letters = bySpelling[i] ?? 0;
      if (meaning === null || rank === undefined || other === undefined || letters === 1) return letters;
      return Math.max(letters, scale(meaning.similarity(other, rank)));
    });
    return { position, bySpelling, byMeaning };
  };

  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const likeness = compare(id);
    known.set(id, likeness);
    return likeness;
  };
}

function scale(similarity: number): number {
  return similarity < leastSimilarity ? 0 : (similarity - zeroSimilarity) / (1 - zeroSimilarity);
}
