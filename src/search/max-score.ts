import { firstAtLeast } from './first-at-least.ts';
import { blockOf, countBlocks, firstOfBlock, placeInBlock, type Postings } from './pack-postings.ts';

/** A term that passages are scored by. */
export interface ScoredTerm {
  /** Its number in the vocabulary. */
  readonly id: number;
  /** What its impacts are multiplied with: its inverse document frequency. */
  readonly weight: number;
}

/** Finds the passages with the greatest sums of weighted impacts. */
export interface MaxScore {
  /** The first of them, best first; between equals the earlier passage. */
  find(terms: readonly ScoredTerm[], limit: number): readonly number[];
}

/** The postings of one term. */
interface List {
  /** Where they begin, block by block of passages, and where those of the last block end. */
  readonly starts: Int32Array;
  readonly weight: number;
  /** The most that it adds to a score. */
  readonly bound: number;
}

/** Sums of floating-point numbers differ by their order: a bound must never be too low for that. */
const slack = 1 + 1e-9;

/**
 * The terms that can add most come first. As soon as those left over cannot lift a new passage among the first, they are
 * only looked up for the passages that still can come there: MaxScore (Turtle and Flood 1995). The result is exactly
 * that of scoring every posting.
 */
export function createMaxScore(postings: Postings): MaxScore {
  const scores = new Float64Array(postings.size);
  return {
    find(terms, limit) {
      const lists = listsOf(postings, terms);
      const found: number[] = [];
      let next = 0;
      let least = 0;
      for (; next < lists.length; next += 1) {
        least = leastOfFirst(scores, found, limit);
        if (restOf(lists, next) < least) break;
        addAll(postings, lists[next], scores, found);
      }
      let rivals: readonly number[] = found;
      for (; next < lists.length; next += 1) {
        const rest = restOf(lists, next);
        rivals = rivals.filter((passage) => ((scores[passage] ?? 0) + rest) * slack >= least);
        addTo(postings, lists[next], scores, rivals);
        least = Math.max(least, leastOfFirst(scores, rivals, limit));
      }
      least = leastOfFirst(scores, rivals, limit);
      const best = rivals
        .filter((passage) => (scores[passage] ?? 0) >= least)
        .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
        .slice(0, limit);
      for (const passage of found) scores[passage] = 0;
      return best;
    },
  };
}

/** The most that all lists from this one on add together. */
function restOf(lists: readonly List[], from: number): number {
  let sum = 0;
  for (let i = from; i < lists.length; i += 1) sum += lists[i]?.bound ?? 0;
  return sum * slack;
}

function listsOf({ size, ids, starts, greatest }: Postings, terms: readonly ScoredTerm[]): readonly List[] {
  const blocks = countBlocks(size);
  return terms
    .flatMap(({ id, weight }): readonly List[] => {
      const place = firstAtLeast(ids, id, 0, ids.length);
      if (ids[place] !== id) return [];
      const own = starts.subarray(place * blocks, (place + 1) * blocks + 1);
      return [{ starts: own, weight, bound: weight * (greatest[place] ?? 0) }];
    })
    .sort((a, b) => b.bound - a.bound);
}

function addAll(postings: Postings, list: List | undefined, scores: Float64Array, found: number[]): void {
  if (list === undefined) return;
  for (let block = 0; block + 1 < list.starts.length; block += 1)
    addBlock(postings, list, block, scores, found);
}

function addBlock(
  { passages, impacts: { places, values } }: Postings,
  { starts, weight }: List,
  block: number,
  scores: Float64Array,
  found: number[],
): void {
  const first = firstOfBlock(block);
  const to = starts[block + 1] ?? 0;
  for (let at = starts[block] ?? 0; at < to; at += 1) {
    const passage = first + (passages[at] ?? 0);
    const score = scores[passage] ?? 0;
    if (score === 0) found.push(passage);
    scores[passage] = score + weight * (values[places[at] ?? 0] ?? 0);
  }
}

function addTo(
  { passages, impacts: { places, values } }: Postings,
  list: List | undefined,
  scores: Float64Array,
  rivals: readonly number[],
): void {
  if (list === undefined) return;
  const { starts, weight } = list;
  for (const passage of rivals) {
    const block = blockOf(passage);
    const to = starts[block + 1] ?? 0;
    const wanted = placeInBlock(passage);
    const at = firstAtLeast(passages, wanted, starts[block] ?? 0, to);
    if (at < to && passages[at] === wanted)
      scores[passage] = (scores[passage] ?? 0) + weight * (values[places[at] ?? 0] ?? 0);
  }
}

/** The score of the last of the first so many passages; 0 where there are fewer. */
function leastOfFirst(scores: Float64Array, passages: readonly number[], limit: number): number {
  if (passages.length < limit) return 0;
  const heap = new Float64Array(limit);
  let size = 0;
  for (const passage of passages) {
    const score = scores[passage] ?? 0;
    if (size < limit) {
      siftUp(heap, size, score);
      size += 1;
    } else if (score > (heap[0] ?? 0)) siftDown(heap, score);
  }
  return heap[0] ?? 0;
}

function siftUp(heap: Float64Array, from: number, value: number): void {
  let place = from;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if ((heap[parent] ?? 0) <= value) break;
    heap[place] = heap[parent] ?? 0;
    place = parent;
  }
  heap[place] = value;
}

/** Puts a value in the place of the least. */
function siftDown(heap: Float64Array, value: number): void {
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
    if ((heap[child] ?? 0) >= value) break;
    heap[place] = heap[child] ?? 0;
    place = child;
  }
  heap[place] = value;
}
