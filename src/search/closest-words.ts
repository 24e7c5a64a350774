import { hasFlag, phraseKinds, phrasesOf, termId } from './passage-terms.ts';
import type { NumberedPassage } from './measure-passage.ts';
import { termFlags } from './phrase-reader.ts';
import type { Query } from './query.ts';
import type { TermMatcher } from './term-matcher.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * For every content term of a question, the word of a passage that comes closest to it: the same one where the passage
 * has it, null where nothing comes close. Ranking does not need it, so it is looked up when somebody asks.
 */
export function findClosestWords(
  { contentTerms }: Query,
  { terms: passages, number }: NumberedPassage,
  vocabulary: Pick<Vocabulary, 'wordOf'>,
  match: TermMatcher,
): readonly (string | null)[] {
  const { terms, phraseStarts } = passages;
  const closest = contentTerms.map((): string | null => null);
  const best = new Float32Array(closest.length);
  const phrases = Object.values(phraseKinds).flatMap((kind) => [...phrasesOf(passages, number, kind)]);
  for (const phrase of phrases) {
    for (const packed of terms.subarray(phraseStarts[phrase], phraseStarts[phrase + 1])) {
      const id = termId(packed);
      if (hasFlag(packed, termFlags.stopWord) && match.positionOf(id) < 0) continue;
      closest.forEach((_, position) => {
        const likeness = match.likenessOf(id, position);
        if (likeness <= (best[position] ?? 0)) return;
        best[position] = likeness;
        closest[position] = vocabulary.wordOf(id);
      });
    }
  }
  return closest;
}
