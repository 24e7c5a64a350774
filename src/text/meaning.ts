/**
 * What is known of single words before any knowledge is read: how frequent they are, and which mean something
 * similar. Built by `npm run vectors`; English only.
 */
export interface Meaning {
  /** The word's place in the list of words by frequency, 0 for the most frequent; undefined when it is not listed. */
  rankOf(word: string): number | undefined;
  /** Tells every listed word that means something similar, by its rank, and how close it comes: above 0, at most 1. */
  forEachRelated(rank: number, tell: (rank: number, likeness: number) => void): void;
  /** Numbers in a sentence vector. */
  readonly sentenceDimensions: number;
  /** Adds a word's part of a sentence vector, times `weight`, to `sum`. */
  addSentenceVector(rank: number, weight: number, sum: Float32Array): void;
}

/**
 * How the file begins. A space and the numbers of words, sentence dimensions and bytes of relations follow in the same line,
 * then the relations, the words' sentence rows of signed bytes, the scales of these (float32, little endian), and the words,
 * one a line. There are at most 65,536 of them.
 *
 * Relations name each pair once, under the word of the lower rank. A word has the number of its pairs, then for each how far the
 * other rank lies above the one before it, at first above its own, and a byte of likeness, 255 for 1. Numbers are in base 128, the lowest
 * digit first, with 128 added to all but the last.
 */
export const meaningFormat = 'footnote-meaning-2';

/** What a byte of likeness is divided by. */
export const likenessSteps = 255;

interface Header {
  readonly words: number;
  readonly sentenceDimensions: number;
  readonly relationBytes: number;
  readonly start: number;
}

/**
 * Reads the tables as `npm run vectors` writes them.
 * @throws RangeError when the bytes are not such a file.
 */
export function parseMeaning(bytes: Uint8Array): Meaning {
  const { words, sentenceDimensions, relationBytes, start } = parseHeader(bytes);
  const rowsAt = start + relationBytes;
  const scalesAt = rowsAt + words * sentenceDimensions;
  const related = readRelations(bytes.subarray(start, rowsAt), words);
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset + rowsAt, words * sentenceDimensions);
  const scales = new DataView(bytes.buffer, bytes.byteOffset + scalesAt, words * 4);
  const list = new TextDecoder().decode(bytes.subarray(scalesAt + words * 4)).split('\n');
  const ranks = new Map(list.map((word, rank) => [word, rank]));
  return {
    rankOf: (word) => ranks.get(word),
    forEachRelated(rank, tell) {
      const { starts, others, likenesses } = related;
      for (let i = starts[rank] ?? 0; i < (starts[rank + 1] ?? 0); i += 1)
        tell(others[i] ?? 0, (likenesses[i] ?? 0) / likenessSteps);
    },
    sentenceDimensions,
    addSentenceVector: (rank, weight, sum) => {
      const factor = weight * scales.getFloat32(rank * 4, true);
      const row = rank * sentenceDimensions;
      for (let i = 0; i < sentenceDimensions; i += 1) {
        sum[i] = (sum[i] ?? 0) + factor * (rows[row + i] ?? 0);
      }
    },
  };
}

function parseHeader(bytes: Uint8Array): Header {
  const end = bytes.indexOf(10);
  const [name, words, sentenceDimensions, relationBytes] = new TextDecoder()
    .decode(bytes.subarray(0, Math.max(end, 0)))
    .split(' ');
  if (name !== meaningFormat)
    throw new RangeError('This is not a file of word meanings; build it with "npm run vectors".');
  return {
    words: Number(words),
    sentenceDimensions: Number(sentenceDimensions),
    relationBytes: Number(relationBytes),
    start: end + 1,
  };
}

/** Related words of all words: those of word `i` lie from `starts[i]` to `starts[i + 1]`. */
interface Relations {
  readonly starts: Int32Array;
  readonly others: Uint16Array;
  readonly likenesses: Uint8Array;
}

/** Reads the pairs twice, to count and to place them: each stands in the file once and here under both of its words. */
function readRelations(bytes: Uint8Array, words: number): Relations {
  const starts = new Int32Array(words + 1);
  forEachPair(bytes, words, (low, high) => {
    starts[low + 1] = (starts[low + 1] ?? 0) + 1;
    starts[high + 1] = (starts[high + 1] ?? 0) + 1;
  });
  for (let i = 0; i < words; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const others = new Uint16Array(starts[words] ?? 0);
  const likenesses = new Uint8Array(others.length);
  const free = starts.slice();
  const place = (rank: number, other: number, likeness: number): void => {
    const at = free[rank] ?? 0;
    others[at] = other;
    likenesses[at] = likeness;
    free[rank] = at + 1;
  };
  forEachPair(bytes, words, (low, high, likeness) => {
    place(low, high, likeness);
    place(high, low, likeness);
  });
  return { starts, others, likenesses };
}

function forEachPair(
  bytes: Uint8Array,
  words: number,
  tell: (low: number, high: number, likeness: number) => void,
): void {
  let at = 0;
  const readNumber = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const digit = bytes[at] ?? 0;
      at += 1;
      value |= (digit & 127) << shift;
      if (digit < 128) return value;
    }
  };
  for (let low = 0; low < words; low += 1) {
    let high = low;
    for (let left = readNumber(); left > 0; left -= 1) {
      high += readNumber();
      tell(low, high, bytes[at] ?? 0);
      at += 1;
    }
  }
}
