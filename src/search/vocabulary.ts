import type { Meaning } from '../text/meaning.ts';
import { trigramsOf } from '../text/trigrams.ts';

/** The terms of one snapshot, numbered in order of first appearance. */
export interface Vocabulary {
  /** Number of the term, or undefined when no passage has it. */
  idOf(stem: string): number | undefined;
  /** The most frequent word that has this stem. */
  wordOf(id: number): string;
  /** Trigrams of that word, computed when first asked for. */
  trigramsOf(id: number): Int32Array;
  /** Rank of that word in a list of words by frequency; undefined when it is not listed. */
  rankOf(id: number, meaning: Meaning): number | undefined;
  /** In how many passages the term occurs. */
  passagesWith(id: number): number;
  /** Whether the term is a name: inside sentences it is mostly written with a capital letter. */
  isName(id: number): boolean;
  /** How often the word occurs as it is spelled; 0 for a word that does not. */
  countOf(word: string): number;
  /** Every word that occurs. */
  words(): Iterable<string>;
  readonly size: number;
}

/** Collects a vocabulary while passages are analysed. */
export interface VocabularyBuilder extends Vocabulary {
  /** The number of a term, given anew when it is seen for the first time; counts the word. */
  add(stem: string, word: string): number;
  /** Counts how a term is written at a place where only a name has a capital letter. */
  countCase(id: number, isCapitalised: boolean): void;
  /** Counts one more passage for each of these terms. */
  countPassage(ids: Iterable<number>): void;
}

const notListed = -1;

/** An empty vocabulary. */
export function createVocabulary(): VocabularyBuilder {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const passages: number[] = [];
  const counts = new Map<string, number>();
  /** Occurrences with a capital letter less those without. */
  const capitals: number[] = [];
  const trigrams: Int32Array[] = [];
  const ranks: number[] = [];
  return {
    add(stem, word) {
      const count = (counts.get(word) ?? 0) + 1;
      counts.set(word, count);
      const known = ids.get(stem);
      if (known === undefined) {
        ids.set(stem, words.length);
        passages.push(0);
        return words.push(word) - 1;
      }
      if (count > (counts.get(words[known] ?? '') ?? 0)) words[known] = word;
      return known;
    },
    countCase(id, isCapitalised) {
      capitals[id] = (capitals[id] ?? 0) + (isCapitalised ? 1 : -1);
    },
    countPassage(present) {
      for (const id of present) passages[id] = (passages[id] ?? 0) + 1;
    },
    idOf: (stem) => ids.get(stem),
    wordOf: (id) => words[id] ?? '',
    trigramsOf: (id) => (trigrams[id] ??= trigramsOf(words[id] ?? '')),
    rankOf: (id, meaning) => {
      const rank = (ranks[id] ??= meaning.rankOf(words[id] ?? '') ?? notListed);
      return rank === notListed ? undefined : rank;
    },
    passagesWith: (id) => passages[id] ?? 0,
    isName: (id) => (capitals[id] ?? 0) > 0,
    countOf: (word) => counts.get(word) ?? 0,
    words: () => counts.keys(),
    get size() {
      return words.length;
    },
  };
}
