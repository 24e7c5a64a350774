import type { Passage } from '../passages/passage.ts';
import { splitWords } from '../text/words.ts';

import type { EntryChoice } from './library.ts';

/** An entry with what it is found by, prepared once for a snapshot. */
export interface ListedEntry extends EntryChoice {
  readonly name: string;
  readonly nameWords: readonly string[];
  readonly aliasWords: readonly string[];
  readonly bodyWords: readonly string[];
}

/** The FAQ entries among the passages, in their order. */
export function listEntries(passages: readonly Passage[]): readonly ListedEntry[] {
  return passages.flatMap(({ id, question, aliases, text }) =>
    question === null
      ? []
      : {
          id,
          question,
          name: words(question).join(' '),
          nameWords: words(question),
          aliasWords: aliases.flatMap(words),
          bodyWords: words(text),
        },
  );
}

/**
 * Entries for what was typed so far: the exact name first, then names that begin with it, then names, other
 * phrasings and bodies in which every typed word begins a word. With nothing typed the popular ones.
 * @param popular Ids of entries, the most asked first.
 */
export function suggestEntries(
  entries: readonly ListedEntry[],
  typed: string,
  limit: number,
  popular: readonly string[],
): readonly EntryChoice[] {
  const typedWords = words(typed);
  const places = new Map(popular.map((id, place) => [id, place - popular.length]));
  const rank = (entry: ListedEntry): number =>
    typedWords.length === 0 ? (places.get(entry.id) ?? 0) : tierOf(entry, typedWords);
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((ranked) => ranked.rank < noTier)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ entry: { id, question } }) => ({ id, question }));
}

const noTier = 5;

function tierOf({ name, nameWords, aliasWords, bodyWords }: ListedEntry, typed: readonly string[]): number {
  const wanted = typed.join(' ');
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const tier = [nameWords, aliasWords, bodyWords].findIndex((found) => beginAll(typed, found));
  return tier < 0 ? noTier : 2 + tier;
}

function beginAll(typed: readonly string[], found: readonly string[]): boolean {
  return typed.every((start) => found.some((word) => word.startsWith(start)));
}

function words(text: string): readonly string[] {
  return splitWords(text, 'en').map((word) => word.text);
}
