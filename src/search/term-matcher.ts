import type { Meaning } from '../text/meaning.ts';

import { createLetterMatcher } from './letter-matcher.ts';
import type { Query } from './query.ts';
import type { ScratchPool } from './scratch.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Compares the terms of the knowledge with those of one question. */
export interface TermMatcher {
  /** Position of the same term among the question's content terms, or -1. */
  positionOf(id: number): number;
  /**
   * How close a term of the knowledge stands to a content term of the question, from 0 to 1: 1 where it is that very
   * term, else by letters ("extradite", "extradition") or by word vectors ("airplanes", "aircraft"), whichever is closer.
   */
  likenessOf(id: number, position: number): number;
  /** Raises every value of `values`, one for each content term, to at least that likeness. */
  raise(id: number, values: Float32Array): void;
  /** Ends the comparison: nothing may be asked of it from then on. */
  release(): void;
}

/** What terms are compared with. */
export interface MatcherParts {
  readonly vocabulary: Vocabulary;
  readonly meaning: Meaning | null;
  readonly scratch: ScratchPool;
}

/** Below this cosine two words have nothing in common; above it the likeness rises evenly up to 1. */
const leastSimilarity = 0.45;
const zeroSimilarity = 0.3;

/** What is remembered of a term: its row of likenesses and, in the lowest bits, its position and 1. Never 0. */
const positionBits = 5;
const positionMask = (1 << positionBits) - 1;

/** Most terms are like no other: they have this row. */
const emptyRow = 1;

/** Remembers what it compared, until it is released. */
export function createTermMatcher(query: Query, parts: MatcherParts): TermMatcher {
  const { vocabulary, scratch } = parts;
  const width = query.contentTerms.length;
  const memory = scratch.take(vocabulary.size);
  const visited: number[] = [];
  const compare = createComparison(query, parts);
  let rows = new Float32Array(64 * width);
  let count = emptyRow + 1;

  const addRow = (values: Float32Array): number => {
    if ((count + 1) * width > rows.length) {
      const larger = new Float32Array(2 * rows.length + width);
      larger.set(rows);
      rows = larger;
    }
    rows.set(values, count * width);
    count += 1;
    return count - 1;
  };
  const remember = (id: number, row: number, position: number): number => {
    visited.push(id);
    return (memory[id] = (row << positionBits) | (position + 1));
  };
  const rowOf = (id: number): number => {
    const known = memory[id] ?? 0;
    if (known !== 0) return known >> positionBits;
    const values = compare(id, -1);
    return remember(id, values === null ? emptyRow : addRow(values), -1) >> positionBits;
  };
  query.contentTerms.forEach(({ ids }, position) => {
    for (const id of ids) remember(id, addRow(compare(id, position) ?? new Float32Array(width)), position);
  });
  return {
    positionOf: (id) => ((memory[id] ?? 0) & positionMask) - 1,
    likenessOf: (id, position) => rows[rowOf(id) * width + position] ?? 0,
    raise(id, values) {
      const row = rowOf(id);
      if (row === emptyRow) return;
      const from = row * width;
      for (let i = 0; i < width; i += 1) {
        const likeness = rows[from + i] ?? 0;
        if (likeness > (values[i] ?? 0)) values[i] = likeness;
      }
    },
    release() {
      for (const id of visited) memory[id] = 0;
      scratch.give(memory);
    },
  };
}

/** Compares one term with all content terms; null when none is like it. The result is overwritten by the next one. */
function createComparison(
  { contentTerms, language }: Query,
  { vocabulary, meaning }: MatcherParts,
): (id: number, position: number) => Float32Array | null {
  const letters = createLetterMatcher(
    contentTerms.map(({ word }) => word),
    leastSimilarity,
  );
  // The word list is English; what looks like one of its words in another language means something else.
  const ranks = contentTerms.map(({ word }) => (language === 'en' ? meaning?.rankOf(word) : undefined));
  const listed = ranks.flatMap((rank, position) => (rank === undefined ? [] : { rank, position }));
  const similarities = meaning?.compareWith(listed.map(({ rank }) => rank));
  const values = new Float32Array(contentTerms.length);
  return (id, position) => {
    letters.compare(vocabulary.wordOf(id), values);
    const rank = meaning === null || listed.length === 0 ? undefined : vocabulary.rankOf(id, meaning);
    if (rank !== undefined) raiseAt(values, listed, similarities?.(rank));
    let isAny = false;
    for (let i = 0; i < values.length; i += 1) {
      values[i] = i === position ? 1 : scale(values[i] ?? 0);
      isAny ||= values[i] !== 0;
    }
    return isAny ? values : null;
  };
}

/** Raises the values of the listed words to at least their cosines. */
function raiseAt(
  values: Float32Array,
  listed: readonly { readonly position: number }[],
  cosines: Float64Array | undefined,
): void {
  for (let k = 0; k < listed.length; k += 1) {
    const position = listed[k]?.position ?? 0;
    values[position] = Math.max(values[position] ?? 0, cosines?.[k] ?? 0);
  }
}

function scale(similarity: number): number {
  return similarity < leastSimilarity ? 0 : (similarity - zeroSimilarity) / (1 - zeroSimilarity);
}
