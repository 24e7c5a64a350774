/** The rows of the table that is being filled: of the letter before the last one, of the last one, and of this one. */
interface Rows {
  before: Int32Array;
  previous: Int32Array;
  row: Int32Array;
}

/**
 * Prepares for counting the edits between a word and others: the optimal string alignment distance, that is insertions,
 * deletions, substitutions and swaps of neighbours. It gives `most + 1` where the distance is above `most`.
 */
export function createEditCounter(word: string, most: number): (other: string) => number {
  const tooMany = most + 1;
  const emptyRow = (): Int32Array => new Int32Array(word.length + most + 1);
  const rows: Rows = { before: emptyRow(), previous: emptyRow(), row: emptyRow() };
  return (other) => {
    if (Math.abs(word.length - other.length) > most) return tooMany;
    // What both begin with needs no edit. The last letter of it may be swapped with the next one, but never has to be.
    const same = countSame(word, other);
    const otherLength = other.length - same;
    rows.before.fill(tooMany);
    for (let k = 0; k <= otherLength; k += 1) rows.previous[k] = Math.min(k, tooMany);
    for (let i = 1; i <= word.length - same; i += 1) {
      if (fillRow(rows, word, other, same, i, most) > most) return tooMany;
      const { before, previous, row } = rows;
      rows.before = previous;
      rows.previous = row;
      rows.row = before;
    }
    return rows.previous[otherLength] ?? 0;
  };
}

/** Fills the row of letter `i` behind the first `same` ones, and gives the least of it. */
function fillRow(
  { before, previous, row }: Rows,
  word: string,
  other: string,
  same: number,
  i: number,
  most: number,
): number {
  const tooMany = most + 1;
  const otherLength = other.length - same;
  row.fill(tooMany);
  row[0] = Math.min(i, tooMany);
  let least = row[0];
  // Cells further from the diagonal than `most` cannot matter.
  for (let k = Math.max(1, i - most); k <= Math.min(otherLength, i + most); k += 1) {
    const cost = word.charCodeAt(same + i - 1) === other.charCodeAt(same + k - 1) ? 0 : 1;
    let edits = Math.min((row[k - 1] ?? 0) + 1, (previous[k] ?? 0) + 1, (previous[k - 1] ?? 0) + cost);
    if (i > 1 && k > 1 && isSwap(word, other, same + i, same + k))
      edits = Math.min(edits, (before[k - 2] ?? 0) + 1);
    row[k] = Math.min(edits, tooMany);
    least = Math.min(least, edits);
  }
  return least;
}

/** How many letters both words begin with. */
function countSame(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same;
}

/** Whether the two letters before these places are the same in both words, the other way round. */
function isSwap(a: string, b: string, i: number, k: number): boolean {
  return a.charCodeAt(i - 1) === b.charCodeAt(k - 2) && a.charCodeAt(i - 2) === b.charCodeAt(k - 1);
}
