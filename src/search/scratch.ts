/**
 * Arrays with a place for every term of a vocabulary, all 0, that are used for one question and given back as they were:
 * making one anew for each question would cost more than the question.
 */
export interface ScratchPool {
  /** An array of at least this length, all 0. */
  take(length: number): Int32Array;
  /** Gives an array back; every place of it is 0 again. */
  give(scratch: Int32Array): void;
}

/** An empty pool. Whatever a question takes it gives back before the next one is asked, so it stays small. */
export function createScratchPool(): ScratchPool {
  const free: Int32Array[] = [];
  return {
    take(length) {
      const scratch = free.pop();
      return scratch !== undefined && scratch.length >= length ? scratch : new Int32Array(length);
    },
    give(scratch) {
      free.push(scratch);
    },
  };
}
