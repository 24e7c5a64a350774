import type { Meaning } from '../text/meaning.ts';

import { createLetterMatcher } from './letter-matcher.ts';
import type { LetterSketches } from './letter-sketch.ts';
import { hasFlag, termId } from './passage-terms.ts';
import { termFlags } from './phrase-reader.ts';
import type { Query } from './query.ts';
import type { ScratchPool } from './scratch.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Compares the terms of the knowledge with those of one question. */
export interface TermMatcher {
  /** Position of the same term among the question's content terms, or -1. */
  positionOf(id: number): number;
  /**
   * How close a term of the knowledge stands to a content term of the question, from 0 to 1: 1 where it is that very
   * term, else by letters ("extradite", "extradition") or by meaning ("airplanes", "aircraft"), whichever is closer.
   */
  likenessOf(id: number, position: number): number;
  /** The content terms among a run of packed terms, as bits by position. */
  presentIn(terms: Int32Array, from: number, to: number): number;
  /**
   * The same, and raises every value of `values`, one for each content term, to at least its likeness to each term of the
   * run. Grammar words that the question does not ask for are like nothing.
   */
  raise(terms: Int32Array, from: number, to: number, values: Float32Array): number;
  /** Ends the comparison: nothing may be asked of it from then on. */
  release(): void;
}

/** What terms are compared with. */
export interface MatcherParts {
  readonly vocabulary: Vocabulary;
  readonly sketches: LetterSketches;
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
const likeNone = emptyRow << positionBits;

/** Remembers what it compared, until it is released. */
export function createTermMatcher(query: Query, parts: MatcherParts): TermMatcher {
  const { vocabulary, scratch } = parts;
  const width = query.contentTerms.length;
  const memory = scratch.take(vocabulary.size);
  const visited: number[] = [];
  const compare = createComparison(query, parts);
  const rows = createRows(width);
  const remember = (id: number, position: number): number => {
    visited.push(id);
    const values = compare(id, position);
    const known = values === null ? likeNone : (rows.push(values) << positionBits) | (position + 1);
    memory[id] = known;
    return known;
  };
  query.contentTerms.forEach(({ ids }, position) => {
    for (const id of ids) remember(id, position);
  });
  return {
    positionOf: (id) => ((memory[id] ?? 0) & positionMask) - 1,
    likenessOf(id, position) {
      const known = (memory[id] ?? 0) || remember(id, -1);
      return rows.at(known >> positionBits, position);
    },
    presentIn: (terms, from, to) => presentIn(memory, terms, from, to),
    raise(terms, from, to, values) {
      let present = 0;
      for (let place = from; place < to; place += 1) {
        const packed = terms[place] ?? 0;
        let known = memory[termId(packed)] ?? 0;
        if (known === likeNone) continue;
        const position = (known & positionMask) - 1;
        if (position >= 0) present |= 1 << position;
        else if (hasFlag(packed, termFlags.stopWord)) continue;
        if (known === 0) known = remember(termId(packed), -1);
        if (known !== likeNone) rows.raise(known >> positionBits, values);
      }
      return present;
    },
    release() {
      for (const id of visited) memory[id] = 0;
      scratch.give(memory);
    },
  };
}

/** The content terms among a run of packed terms, as bits by position, from what is remembered of terms. */
function presentIn(memory: Int32Array, terms: Int32Array, from: number, to: number): number {
  let present = 0;
  for (let place = from; place < to; place += 1) {
    const position = ((memory[termId(terms[place] ?? 0)] ?? 0) & positionMask) - 1;
    if (position >= 0) present |= 1 << position;
  }
  return present;
}

/** Likenesses to each content term, a row for every term that has any. */
interface Rows {
  /** Takes a row and tells its number, from `emptyRow` + 1 on. */
  push(values: Float32Array): number;
  at(row: number, position: number): number;
  set(row: number, position: number, likeness: number): void;
  /** Raises every value to at least that in the row. */
  raise(row: number, values: Float32Array): void;
}

function createRows(width: number): Rows {
  let rows = new Float32Array(64 * width);
  let count = emptyRow + 1;
  return {
    push(values) {
      if ((count + 1) * width > rows.length) {
        const larger = new Float32Array(2 * rows.length + width);
        larger.set(rows);
        rows = larger;
      }
      const from = count * width;
      for (let i = 0; i < width; i += 1) rows[from + i] = values[i] ?? 0;
      count += 1;
      return count - 1;
    },
    at: (row, position) => rows[row * width + position] ?? 0,
    set(row, position, likeness) {
      rows[row * width + position] = likeness;
    },
    raise(row, values) {
      const from = row * width;
      for (let i = 0; i < width; i += 1) {
        const likeness = rows[from + i] ?? 0;
        if (likeness > (values[i] ?? 0)) values[i] = likeness;
      }
    },
  };
}

/**
 * Compares one term with all content terms; null when none is like it. The result is overwritten by the next one.
 * Nearly all terms are like none, so that is found out first.
 */
function createComparison(
  query: Query,
  { vocabulary, sketches, meaning }: MatcherParts,
): (id: number, position: number) => Float32Array | null {
  const { contentTerms } = query;
  const letters = createLetterMatcher(
    contentTerms.map(({ word }) => word),
    leastSimilarity,
  );
  const related = createRows(contentTerms.length);
  const rowOfRank = addRelated(query, meaning, related);
  const rowOf = (id: number): number | undefined => {
    const rank = meaning === null || rowOfRank.size === 0 ? undefined : vocabulary.rankOf(id, meaning);
    return rank === undefined ? undefined : rowOfRank.get(rank);
  };
  const values = new Float32Array(contentTerms.length);
  return (id, position) => {
    const near = letters.near(sketches.lowOf(id), sketches.highOf(id));
    const isSpelledAlike = near !== 0 && letters.compare(vocabulary.wordOf(id), near, values);
    const row = rowOf(id);
    if (!isSpelledAlike && row === undefined && position < 0) return null;
    if (isSpelledAlike) scaleAll(values);
    else values.fill(0);
    if (row !== undefined) related.raise(row, values);
    if (position >= 0) values[position] = 1;
    return values;
  };
}

/** Turns similarities of letters into likenesses. */
function scaleAll(values: Float32Array): void {
  for (let i = 0; i < values.length; i += 1) {
    const similarity = values[i] ?? 0;
    values[i] = similarity < leastSimilarity ? 0 : (similarity - zeroSimilarity) / (1 - zeroSimilarity);
  }
}

/** Adds a row for every listed word that means something similar to a content term, and tells the rows by the words' ranks. */
function addRelated(
  { contentTerms, language }: Query,
  meaning: Meaning | null,
  rows: Rows,
): ReadonlyMap<number, number> {
  const rowOfRank = new Map<number, number>();
  // The word list is English; what looks like one of its words in another language means something else.
  if (meaning === null || language !== 'en') return rowOfRank;
  const none = new Float32Array(contentTerms.length);
  contentTerms.forEach(({ word }, position) => {
    const own = meaning.rankOf(word);
    if (own === undefined) return;
    const note = (rank: number, likeness: number): void => {
      const row = rowOfRank.get(rank) ?? rows.push(none);
      rowOfRank.set(rank, row);
      rows.set(row, position, likeness);
    };
    note(own, 1);
    meaning.forEachRelated(own, note);
  });
  return rowOfRank;
}
