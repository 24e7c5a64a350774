import { createNumberList } from './growing-lists.ts';
import { createRepeatedNumbers, type RepeatedNumbers } from './repeated-numbers.ts';

/**
 * For every term the passages that have it and what it brings to their scores, in typed arrays. 100,000 passages have some
 * 10 million postings, so each takes 4 bytes: 2 for its passage, which is told within a block of 65,536 of them, and 2 for
 * its impact, since there are as many different ones as there are lengths of passages and numbers of occurrences.
 */
export interface Postings {
  /** How many passages these are of. */
  readonly size: number;
  /** The terms that occur, in ascending order. */
  readonly ids: Int32Array;
  /** Where the postings of each of them begin in each block of passages, one block after the other, and at last where they all end. */
  readonly starts: Int32Array;
  /** The passages of each term in ascending order, by their numbers within their block. */
  readonly passages: Uint16Array;
  /** BM25+ of the term in that passage over all fields, without its inverse document frequency. */
  readonly impacts: RepeatedNumbers;
  /** The greatest impact of each term. */
  readonly greatest: Float32Array;
}

/** Counts postings. */
export interface PostingCounter {
  /** Counts one posting. */
  count(id: number, passage: number): void;
  /** Makes room for all that were counted. Nothing can be counted any more. */
  makeRoom(): PostingFiller;
}

/** Takes the postings that were counted. */
export interface PostingFiller {
  /** Takes one posting; those of a term come in ascending order of their passages. */
  add(id: number, passage: number, impact: number): void;
  build(): Postings;
}

const blockBits = 16;

/** The block that a passage is in. */
export function blockOf(passage: number): number {
  return passage >> blockBits;
}

/** The number of a passage within its block. */
export function placeInBlock(passage: number): number {
  return passage & ((1 << blockBits) - 1);
}

/** The number of the first passage of a block. */
export function firstOfBlock(block: number): number {
  return block << blockBits;
}

/** How many blocks so many passages have. */
export function countBlocks(size: number): number {
  return blockOf(size - 1) + 1;
}

/** Prepares for the postings of so many passages, of terms with numbers below `vocabularySize`. */
export function createPostingCounter(size: number, vocabularySize: number): PostingCounter {
  const blocks = countBlocks(size);
  const counts = new Int32Array(vocabularySize * blocks);
  return {
    count(id, passage) {
      const at = id * blocks + blockOf(passage);
      counts[at] = (counts[at] ?? 0) + 1;
    },
    makeRoom: () => createFiller(size, blocks, counts),
  };
}

/** @param counts Of each term and block; they become the place of the next posting there. */
function createFiller(size: number, blocks: number, counts: Int32Array): PostingFiller {
  const ids = createNumberList();
  const starts = createNumberList();
  let sum = 0;
  for (let id = 0; id * blocks < counts.length; id += 1) {
    const own = counts.subarray(id * blocks, (id + 1) * blocks);
    if (own.every((count) => count === 0)) continue;
    ids.push(id);
    own.forEach((count, block) => {
      starts.push(sum);
      own[block] = sum;
      sum += count;
    });
  }
  starts.push(sum);
  const passages = new Uint16Array(sum);
  const impacts = createRepeatedNumbers(sum);
  return {
    add(id, passage, impact) {
      const next = id * blocks + blockOf(passage);
      const place = counts[next] ?? 0;
      counts[next] = place + 1;
      passages[place] = placeInBlock(passage);
      impacts.set(place, impact);
    },
    build() {
      const packed = {
        size,
        ids: ids.toArray(),
        starts: starts.toArray(),
        passages,
        impacts: impacts.build(),
      };
      return { ...packed, greatest: greatestImpacts(packed, blocks) };
    },
  };
}

function greatestImpacts(
  { ids, starts, impacts: { places, values } }: Omit<Postings, 'greatest'>,
  blocks: number,
): Float32Array {
  return Float32Array.from(ids, (_, term) => {
    let greatest = 0;
    for (let at = starts[term * blocks] ?? 0; at < (starts[(term + 1) * blocks] ?? 0); at += 1)
      greatest = Math.max(greatest, values[places[at] ?? 0] ?? 0);
    return greatest;
  });
}
