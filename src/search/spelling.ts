import type { Language } from '../text/language.ts';
import type { Meaning } from '../text/meaning.ts';

import type { Vocabulary } from './vocabulary.ts';

/** The word that was meant, spelled as the knowledge spells it; the word itself when there is nothing to correct. */
export type SpellingCorrector = (word: string, isKnown: boolean, language: Language) => string;

/** Shorter words have too many neighbours to tell a slip from another word. */
const shortestCorrected = 4;
/** Up to this length one edit is allowed, above it two. */
const longestWithOneEdit = 7;
/** Longer strings are no words. */
const longestCorrected = 30;

/**
 * Corrects only what cannot be a word that was meant as it is: one that no passage has and that is not in the list
 * of English words. Among the nearest words the same first letter wins, then the more frequent one.
 */
export function createSpellingCorrector(vocabulary: Vocabulary, meaning: Meaning | null): SpellingCorrector {
  const byLength = groupByLength(vocabulary.words());
  return (word, isKnown, language) => {
    if (isKnown || !isCorrectable(word)) return word;
    if (language === 'en' && meaning?.rankOf(word) !== undefined) return word;
    return nearest(word, byLength, vocabulary) ?? word;
  };
}

function groupByLength(words: Iterable<string>): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words) {
    if (!/^\p{L}+$/u.test(word)) continue;
    const group = groups.get(word.length);
    if (group === undefined) groups.set(word.length, [word]);
    else group.push(word);
  }
  return groups;
}

function isCorrectable(word: string): boolean {
  return word.length >= shortestCorrected && word.length <= longestCorrected && /^\p{L}+$/u.test(word);
}

function nearest(
  word: string,
  byLength: ReadonlyMap<number, readonly string[]>,
  vocabulary: Vocabulary,
): string | null {
  const mostEdits = word.length <= longestWithOneEdit ? 1 : 2;
  const lengths = Array.from({ length: 2 * mostEdits + 1 }, (_, i) => word.length - mostEdits + i);
  let best: string | null = null;
  let bestRank: readonly number[] = [];
  for (const candidate of lengths.flatMap((length) => byLength.get(length) ?? [])) {
    const edits = countEdits(word, candidate, mostEdits);
    if (edits > mostEdits) continue;
    const rank = [edits, candidate[0] === word[0] ? 0 : 1, -vocabulary.countOf(candidate)];
    if (best !== null && !isBefore(rank, bestRank)) continue;
    best = candidate;
    bestRank = rank;
  }
  return best;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const differing = a.findIndex((value, i) => value !== b[i]);
  return differing >= 0 && (a[differing] ?? 0) < (b[differing] ?? 0);
}

/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. Gives
 * `most + 1` as soon as it is clear that the distance is above `most`.
 */
export function countEdits(a: string, b: string, most: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let k = 1; k <= b.length; k += 1) row.push(editsAt(a, b, i, k, row, previous, before));
    if (Math.min(...row) > most) return most + 1;
    before = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? 0, most + 1);
}

function editsAt(
  a: string,
  b: string,
  i: number,
  k: number,
  row: readonly number[],
  previous: readonly number[],
  before: readonly number[],
): number {
  const at = (cells: readonly number[], index: number): number => cells[index] ?? Infinity;
  const cost = a[i - 1] === b[k - 1] ? 0 : 1;
  const edits = Math.min(at(row, k - 1) + 1, at(previous, k) + 1, at(previous, k - 1) + cost);
  const isSwap = i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1];
  return isSwap ? Math.min(edits, at(before, k - 2) + 1) : edits;
}
