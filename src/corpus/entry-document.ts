import { detectLanguage } from '../text/detect-language.ts';
import { languages, type Language } from '../text/language.ts';

import type { Block, FaqEntry, Restriction } from './document.ts';
import { outlineMarkdown } from './markdown-outline.ts';

/** An FAQ entry that stands in no file: moderators wrote it where the question was asked. */
export interface WrittenEntry {
  readonly id: string;
  readonly question: string;
  /** Markdown without headings. */
  readonly answer: string;
  /** Other phrasings of the question. */
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly url: string | null;
  /** ISO date after which the answer may be outdated. */
  readonly reviewOn: string | null;
  /** Ids of the channels in which it may be quoted; empty for all. */
  readonly channels: readonly string[];
  /** Ids of the roles to which it may be quoted; empty for everyone. */
  readonly roles: readonly string[];
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
}

/** In place of a path: no readable file has a name without an extension. */
const writtenPath = 'entries';

/** Whether this is the path of entries that stand in no file. */
export function isWrittenEntry(path: string): boolean {
  return path === writtenPath;
}

/** Id of the document, and of the passage, that a written entry becomes. */
export function writtenEntryId(id: string): string {
  return `${writtenPath}#${id}`;
}

/**
 * A written entry as a document.
 * @param spoken Languages of the knowledge, for an entry that is too short to show its own.
 */
export function toEntryDocument(entry: WrittenEntry, spoken: readonly Language[]): FaqEntry {
  const { id, question, answer, aliases, tags, url, reviewOn, updatedAt } = entry;
  return {
    kind: 'entry',
    id: writtenEntryId(id),
    path: writtenPath,
    title: 'FAQ',
    url,
    tags,
    language: detectLanguage(`${question}\n${answer}`, [...spoken, ...languages]),
    updated: new Date(updatedAt).toISOString().slice(0, 10),
    reviewOn,
    restriction: restrictionOf(entry),
    question,
    aliases,
    headingTrail: [],
    anchor: '',
    answer: outlineMarkdown(answer, 1).flatMap(toBlock),
    questionLines: [1, 1],
  };
}

function restrictionOf({ channels, roles }: WrittenEntry): Restriction | null {
  if (channels.length === 0 && roles.length === 0) return null;
  return { channels: channels.length === 0 ? null : channels, roles: roles.length === 0 ? null : roles };
}

/** What a reader of Markdown takes for a heading or a term is text here: nothing that was written is lost. */
function toBlock(part: ReturnType<typeof outlineMarkdown>[number]): readonly Block[] {
  if (part.kind === 'heading' || part.kind === 'term')
    return [{ kind: 'paragraph', text: part.text, lineStarts: part.lineStarts }];
  return [part];
}
