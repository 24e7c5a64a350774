import type { Document } from '../corpus/document.ts';

import type { LabelledQuestion } from './question-set.ts';

/**
 * Moves the first `count` paraphrases of each FAQ entry out of the questions and into the entry's other phrasings,
 * as a moderator does who links questions to entries. The rest is left to ask.
 */
export function takeAliases(
  questions: readonly LabelledQuestion[],
  count: number,
): { readonly rest: readonly LabelledQuestion[]; readonly aliases: ReadonlyMap<string, readonly string[]> } {
  const aliases = new Map<string, readonly string[]>();
  const rest = questions.filter(({ question, expect }) => {
    const entry = expect?.entry?.[0];
    const taken = entry === undefined ? [] : (aliases.get(entry) ?? []);
    if (entry === undefined || taken.length >= count) return true;
    aliases.set(entry, [...taken, question]);
    return false;
  });
  return { rest, aliases };
}

/** The documents with further phrasings for their FAQ entries, by the entry's question. */
export function addAliases(
  documents: readonly Document[],
  aliases: ReadonlyMap<string, readonly string[]>,
): readonly Document[] {
  return documents.map((document) =>
    document.kind === 'entry'
      ? { ...document, aliases: [...document.aliases, ...(aliases.get(document.question) ?? [])] }
      : document,
  );
}
