import { countBits } from '../text/count-bits.ts';

/** Words in which near ones are looked for. */
export interface WordList {
  /**
   * Every word at most so many edits away, and some others: by length ascending, then in the order in which they came.
   */
  near(word: string, mostEdits: number): readonly string[];
}

/** Words of one length, each with the letters that occur in it as bits. */
interface Group {
  readonly words: readonly string[];
  readonly letters: Int32Array;
}

/** Lists words of nothing but letters; any other is left out. */
export function createWordList(words: Iterable<string>): WordList {
  const groups = groupByLength(words);
  return {
    near(word, mostEdits) {
      const letters = lettersOf(word);
      const found: string[] = [];
      for (let length = word.length - mostEdits; length <= word.length + mostEdits; length += 1) {
        const group = groups.get(length);
        if (group !== undefined) pushNear(found, group, letters, mostEdits);
      }
      return found;
    },
  };
}

function groupByLength(words: Iterable<string>): ReadonlyMap<number, Group> {
  const byLength = new Map<number, string[]>();
  for (const word of words) {
    if (!/^\p{L}+$/u.test(word)) continue;
    const own = byLength.get(word.length);
    if (own === undefined) byLength.set(word.length, [word]);
    else own.push(word);
  }
  return new Map(
    [...byLength].map(([length, own]) => [length, { words: own, letters: Int32Array.from(own, lettersOf) }]),
  );
}

function pushNear(found: string[], { words, letters }: Group, wanted: number, mostEdits: number): void {
  for (let i = 0; i < letters.length; i += 1) {
    // One edit takes at most one letter out of a word and brings one in.
    if (countBits(wanted ^ (letters[i] ?? 0)) <= 2 * mostEdits) found.push(words[i] ?? '');
  }
}

/** The letters of a word as bits; some rare letters share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}
