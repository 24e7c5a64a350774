import type { Passage } from '../passages/passage.ts';

import { termFlags, type IndexedPassage } from './indexed-passage.ts';
import type { Query } from './query.ts';
import type { TermMatcher } from './term-matcher.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a passage is looked up in and compared with. */
export interface ClosestWordsContext {
  readonly indexed: readonly IndexedPassage[];
  readonly vocabulary: Vocabulary;
  readonly match: TermMatcher;
}

/**
 * For every content term of a question, the word of a passage that comes closest to it: the same one where the passage
 * has it, null where nothing comes close. Ranking does not need it, so it is looked up when somebody asks.
 */
export function findClosestWords(
  { contentTerms }: Query,
  passage: Passage,
  { indexed, vocabulary, match }: ClosestWordsContext,
): readonly (string | null)[] {
  const own = indexed.filter((one) => one.passage === passage);
  const closest = contentTerms.map((): string | null => null);
  const best = new Float32Array(closest.length);
  const phrases = own.flatMap(({ sentences, headings, phrasings }) => [
    ...sentences,
    ...headings,
    ...phrasings,
  ]);
  for (const { ids, flags } of phrases) {
    ids.forEach((id, place) => {
      const isGrammar = ((flags[place] ?? 0) & termFlags.stopWord) !== 0;
      if (isGrammar && match.positionOf(id) < 0) return;
      match.likenessOf(id).forEach((likeness, position) => {
        if (likeness <= (best[position] ?? 0)) return;
        best[position] = likeness;
        closest[position] = vocabulary.wordOf(id);
      });
    });
  }
  return closest;
}
