/** The places of each letter in a word, as bits from the lowest on. */
interface Places {
  /** By code, of letters below `latinCodes`. */
  readonly latin: Int32Array;
  readonly others: ReadonlyMap<number, number>;
}

/** Codes from here on are looked up in a map: few words have such letters, and a table of all would be large. */
const latinCodes = 0x250;

/** A word has to fit into the bits of a number. */
const longestWord = 32;

/**
 * Prepares for counting the edits between a word and others: the optimal string alignment distance, that is insertions,
 * deletions, substitutions and swaps of neighbours. It gives `most + 1` where the distance is above `most`.
 *
 * All places of a column of the table of distances are worked out at once, a bit each: Hyyrö 2003, "A bit-vector algorithm
 * for computing Levenshtein and Damerau edit distances".
 * @throws RangeError when the word has more than 32 letters.
 */
export function createEditCounter(word: string, most: number): (other: string) => number {
  if (word.length > longestWord) throw new RangeError(`A word has at most ${longestWord} letters.`);
  const places = placesIn(word);
  return (other) => {
    if (Math.abs(word.length - other.length) > most) return most + 1;
    return word === '' ? other.length : Math.min(countEdits(word.length, places, other, most), most + 1);
  };
}

function placesIn(word: string): Places {
  const latin = new Int32Array(latinCodes);
  const others = new Map<number, number>();
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    if (code < latinCodes) latin[code] = (latin[code] ?? 0) | (1 << i);
    else others.set(code, (others.get(code) ?? 0) | (1 << i));
  }
  return { latin, others };
}

/**
 * The distance to a word of so many letters with these places, or more than `most`. Bits tell where the distance grows
 * or shrinks by one from a place of a column to the next (`grows`, `shrinks`), and from a column to the next one.
 */
function countEdits(length: number, { latin, others }: Places, other: string, most: number): number {
  const last = 1 << (length - 1);
  let edits = length;
  let grows = -1;
  let shrinks = 0;
  let same = 0;
  let before = 0;
  for (let i = 0; i < other.length; i += 1) {
    const code = other.charCodeAt(i);
    const here = code < latinCodes ? (latin[code] ?? 0) : (others.get(code) ?? 0);
    const swapped = ((~same & here) << 1) & before;
    same = (((here & grows) + grows) ^ grows) | here | shrinks | swapped;
    const up = shrinks | ~(same | grows);
    const down = same & grows;
    if ((up & last) !== 0) edits += 1;
    else if ((down & last) !== 0) edits -= 1;
    // Each letter that is left takes away one edit at most.
    if (edits - (other.length - 1 - i) > most) return most + 1;
    grows = (down << 1) | ~(same | (up << 1) | 1);
    shrinks = ((up << 1) | 1) & same;
    before = here;
  }
  return edits;
}
