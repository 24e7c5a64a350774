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

/** What searches are watched by. */
export interface SearchWatch {
  readonly mark: SharedArrayBuffer;
  /** Milliseconds of processor time that one search may take. */
  readonly withinMs: number;
  /** Milliseconds that the thread which searches has run so far; null when nothing counts it. */
  readonly ranMs: () => number | null;
  readonly onOverdue: () => void;
}

/** On a machine that is short of processors, a search is cut off after so many times its span at the latest. */
const patience = 4;

/**
 * On the other side: calls `onOverdue` once when one search takes too long. Time in which other programs had the
 * processors does not count where the system tells it; time in which this thread itself stood still, as when the
 * machine sleeps, counts as one look at most.
 * @returns what ends the watch.
 */
export function watchSearches({ mark, withinMs, ranMs, onOverdue }: SearchWatch): () => void {
  const cell = new Int32Array(mark);
  const spanMs = withinMs / looksPerDeadline;
  let seen = { search: 0, looks: 0, ranMs: ranMs() };
  const isOverdue = (): boolean => {
    const [from, to] = [seen.ranMs, ranMs()];
    const searchedMs = from === null || to === null ? seen.looks * spanMs : to - from;
    return searchedMs >= withinMs || seen.looks >= looksPerDeadline * patience;
  };
  const timer = setInterval(() => {
    const search = Atomics.load(cell, 0);
    if (search !== seen.search) seen = { search, looks: 0, ranMs: ranMs() };
    else if (search !== 0) seen.looks += 1;
    if (seen.looks < looksPerDeadline || !isOverdue()) return;
    clearInterval(timer);
    onOverdue();
  }, spanMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
