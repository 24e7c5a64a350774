import type { KnownWord } from './vocabulary.ts';

/**
 * Words as they are written, with what is known of each of them; a phrase is a list of their numbers. A text repeats
 * most of its words, so all of it is numbers in typed arrays. These are replaced when the list grows: they are to be
 * taken from here again for each phrase.
 */
export interface WrittenWords {
  /** Number of the term in the vocabulary, and of the word. */
  readonly ids: Int32Array;
  readonly words: Int32Array;
  /** Bits of `termFlags`. */
  readonly flags: Uint8Array;
  /** Its rank in the list of words by frequency, or -1 where it is not listed, and its weight in a sentence's meaning. */
  readonly ranks: Int32Array;
  readonly weights: Float64Array;
}

/** What is known of one word. */
export interface WrittenWord extends KnownWord {
  readonly flags: number;
  readonly rank: number;
  readonly weight: number;
}

/** Collects words. */
export interface WrittenWordList extends WrittenWords {
  /** Takes a word and tells its number. */
  push(word: WrittenWord): number;
}

const firstCapacity = 1024;

/** No words yet. */
export function createWrittenWords(): WrittenWordList {
  let length = 0;
  let capacity = firstCapacity;
  const list = {
    ids: new Int32Array(capacity),
    words: new Int32Array(capacity),
    flags: new Uint8Array(capacity),
    ranks: new Int32Array(capacity),
    weights: new Float64Array(capacity),
    push({ id, word, flags, rank, weight }: WrittenWord): number {
      if (length === capacity) grow();
      list.ids[length] = id;
      list.words[length] = word;
      list.flags[length] = flags;
      list.ranks[length] = rank;
      list.weights[length] = weight;
      length += 1;
      return length - 1;
    },
  };
  const grow = (): void => {
    const { ids, words, flags, ranks, weights } = list;
    capacity *= 2;
    (list.ids = new Int32Array(capacity)).set(ids);
    (list.words = new Int32Array(capacity)).set(words);
    (list.flags = new Uint8Array(capacity)).set(flags);
    (list.ranks = new Int32Array(capacity)).set(ranks);
    (list.weights = new Float64Array(capacity)).set(weights);
  };
  return list;
}
