import { compareRows, type WordComparison } from './compare-rows.ts';

/**
 * What is known of single words before any knowledge is read: how frequent they are, and which mean something
 * similar. Built by `npm run vectors`; English only.
 */
export interface Meaning {
  /** The word's place in the list of words by frequency, 0 for the most frequent; undefined when it is not listed. */
  rankOf(word: string): number | undefined;
  /** Numbers in a sentence vector. */
  readonly sentenceDimensions: number;
  /** Prepares for comparing words with these, all by their ranks. */
  compareWith(ranks: readonly number[]): WordComparison;
  /** Adds a word's part of a sentence vector, times `weight`, to `sum`. */
  addSentenceVector(rank: number, weight: number, sum: Float32Array): void;
}

/**
 * How the file begins. A space and the numbers of words, word dimensions and sentence dimensions follow in the same line,
 * then the words' rows of signed bytes, the sentences' rows, the scales of the latter (float32, little endian), and the
 * words, one a line.
 */
export const meaningFormat = 'footnote-meaning-1';

interface Header {
  readonly words: number;
  readonly wordDimensions: number;
  readonly sentenceDimensions: number;
}

/**
 * Reads the tables as `npm run vectors` writes them.
 * @throws RangeError when the bytes are not such a file.
 */
export function parseMeaning(bytes: Uint8Array): Meaning {
  const { words, wordDimensions, sentenceDimensions, start } = parseHeader(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let offset = start;
  const take = (length: number): number => {
    const from = offset;
    offset += length;
    return from;
  };
  const wordRows = int8(bytes, take(words * wordDimensions), words * wordDimensions);
  const sentenceRows = int8(bytes, take(words * sentenceDimensions), words * sentenceDimensions);
  const scalesAt = take(words * 4);
  const list = new TextDecoder().decode(bytes.subarray(offset)).split('\n');
  const ranks = new Map(list.map((word, rank) => [word, rank]));
  const norms = Float32Array.from(list, (_, rank) => normOf(wordRows, rank, wordDimensions));
  return {
    rankOf: (word) => ranks.get(word),
    sentenceDimensions,
    compareWith: (others) => compareRows(others, { rows: wordRows, norms, dimensions: wordDimensions }),
    addSentenceVector: (rank, weight, sum) => {
      const factor = weight * view.getFloat32(scalesAt + rank * 4, true);
      const row = rank * sentenceDimensions;
      for (let i = 0; i < sentenceDimensions; i += 1) {
        sum[i] = (sum[i] ?? 0) + factor * (sentenceRows[row + i] ?? 0);
      }
    },
  };
}

function parseHeader(bytes: Uint8Array): Header & { readonly start: number } {
  const end = bytes.indexOf(10);
  const [name, words, wordDimensions, sentenceDimensions] = new TextDecoder()
    .decode(bytes.subarray(0, Math.max(end, 0)))
    .split(' ');
  if (name !== meaningFormat)
    throw new RangeError('This is not a file of word meanings; build it with "npm run vectors".');
  return {
    words: Number(words),
    wordDimensions: Number(wordDimensions),
    sentenceDimensions: Number(sentenceDimensions),
    start: end + 1,
  };
}

function int8(bytes: Uint8Array, offset: number, length: number): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset + offset, length);
}

function normOf(rows: Int8Array, rank: number, dimensions: number): number {
  let squares = 0;
  for (let i = rank * dimensions; i < (rank + 1) * dimensions; i += 1) squares += (rows[i] ?? 0) ** 2;
  return Math.sqrt(squares);
}
