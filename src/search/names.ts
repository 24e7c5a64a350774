import type { Passage } from '../passages/passage.ts';
import { splitWords } from '../text/words.ts';

/** Passages by the names that readers see: entry questions, other phrasings, headings, titles. */
export interface NameIndex {
  /** Numbers of the passages that `text` names exactly, apart from case, accents and punctuation; in source order. */
  find(text: string): readonly number[];
}

/** The first passages under a heading speak for it. */
const mostOfOneName = 3;

/** Collects the names of passages; the results are their places in this list. */
export function createNameIndex(passages: readonly Passage[]): NameIndex {
  const byName = new Map<string, number[]>();
  passages.forEach((passage, number) => {
    for (const name of new Set(namesOf(passage).map(toKey))) {
      if (name === '') continue;
      const numbers = byName.get(name) ?? [];
      if (numbers.length < mostOfOneName) byName.set(name, [...numbers, number]);
    }
  });
  return { find: (text) => byName.get(toKey(text)) ?? [] };
}

function namesOf({ question, aliases, headingTrail, title }: Passage): readonly string[] {
  if (question !== null) return [question, ...aliases];
  return [headingTrail.at(-1) ?? title, ...aliases];
}

function toKey(text: string): string {
  return splitWords(text, 'en')
    .map((word) => word.text)
    .join(' ');
}
