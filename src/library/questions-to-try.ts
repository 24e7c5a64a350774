import type { Document } from '../corpus/document.ts';
import type { Language } from '../text/language.ts';

/** What somebody who does not know the knowledge yet may ask first. */
export interface QuestionsToTry {
  /** Names of entries, and of sections where entries are wanting: each leads to what stands there. */
  readonly answered: readonly string[];
  /** A question that the knowledge raises and leaves open; null when it raises none. */
  readonly open: string | null;
}

/**
 * At most `limit` questions with an answer, from as many source files as there are, in the language that most documents
 * are in; and an open one.
 */
export function questionsToTry(documents: readonly Document[], limit: number): QuestionsToTry {
  const language = commonLanguage(documents);
  const known = documents.filter((document) => document.language === language);
  const entries = namesByFile(known.filter(({ kind }) => kind === 'entry'));
  const sections = namesByFile(known.filter(({ kind }) => kind === 'article'));
  const names = new Set([...takeInTurn(entries), ...takeInTurn(sections)]);
  const open = known.find((document) => document.kind === 'entry' && document.answer.length === 0);
  return { answered: [...names].slice(0, limit), open: open?.kind === 'entry' ? open.question : null };
}

function commonLanguage(documents: readonly Document[]): Language | null {
  const counts = new Map<Language, number>();
  for (const { language } of documents) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function namesByFile(documents: readonly Document[]): readonly (readonly string[])[] {
  const files = new Map<string, string[]>();
  for (const document of documents)
    files.set(document.path, [...(files.get(document.path) ?? []), ...answeredNames(document)]);
  return [...files.values()];
}

function answeredNames(document: Document): readonly string[] {
  if (document.kind === 'entry') return document.answer.length > 0 ? [document.question] : [];
  return document.sections.flatMap(({ headingTrail, blocks }) =>
    blocks.length > 0 ? headingTrail.slice(-1) : [],
  );
}

/** The first of each list, then the second of each, and so on. */
function takeInTurn(lists: readonly (readonly string[])[]): readonly string[] {
  const rounds = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: rounds }, (_unused, round) =>
    lists.flatMap((list) => list[round] ?? []),
  ).flat();
}
