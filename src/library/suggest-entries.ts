import type { Passage } from '../passages/passage.ts';
import { splitWords } from '../text/words.ts';

import type { EntryChoice } from './library.ts';

/**
 * An entry with what it is found by, prepared once for a snapshot: the words of its name, of its other phrasings and of its
 * text, each with a space before it.
 */
export interface ListedEntry extends EntryChoice {
  readonly name: string;
  readonly nameWords: string;
  readonly aliasWords: string;
  readonly bodyWords: string;
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
          nameWords: spaced(words(question)),
          aliasWords: spaced(aliases.flatMap(words)),
          bodyWords: spaced(words(text)),
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

/** Whether every typed word begins one of the words that are found. */
function beginAll(typed: readonly string[], found: string): boolean {
  return typed.every((start) => found.includes(` ${start}`));
}

function spaced(found: readonly string[]): string {
  return found.map((word) => ` ${word}`).join('');
}

function words(text: string): readonly string[] {
  return splitWords(text, 'en').map((word) => word.text);
}
