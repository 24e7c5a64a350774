/** How often somebody looks at the mark. */
const looksPerDeadline = 15;

/**
 * A mark in memory that two threads share: the number of the search that runs, 0 for none. A thread that searches
 * can tell nobody anything, but its mark can be read.
 */
export function createMark(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

/** On the side that searches: runs each search under a mark of its own. */
export function markSearches(mark: SharedArrayBuffer): <T>(search: () => T) => T {
  const cell = new Int32Array(mark);
  let last = 0;
  return (search) => {
    // Wraps around before the cell does; 0 is never a search.
    last = (last % 0x7fff_ffff) + 1;
    Atomics.store(cell, 0, last);
    try {
      return search();
    } finally {
      Atomics.store(cell, 0, 0);
    }
  };
}

/**
 * On the other side: calls `onOverdue` once when one search takes longer than `withinMs`. Time in which this thread
 * itself stood still, as when the machine sleeps, counts as one look at most.
 * @returns what ends the watch.
 */
export function watchSearches(mark: SharedArrayBuffer, withinMs: number, onOverdue: () => void): () => void {
  const cell = new Int32Array(mark);
  let seen = 0;
  let looks = 0;
  const timer = setInterval(() => {
    const search = Atomics.load(cell, 0);
    looks = search !== 0 && search === seen ? looks + 1 : 0;
    seen = search;
    if (looks < looksPerDeadline) return;
    clearInterval(timer);
    onOverdue();
  }, withinMs / looksPerDeadline);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
