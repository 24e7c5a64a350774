import { z } from 'zod';

import { languages } from '../text/language.ts';

import type { FileFacts } from './build-documents.ts';
import type { Problem } from './problem.ts';
import { readFields, textField, textsField, urlField } from './read-fields.ts';
import { readRestriction, restrictionFields, restrictUnread } from './restriction.ts';
import { readYaml } from './yaml-source.ts';

interface FrontMatterRead {
  readonly facts: FileFacts;
  /** The text below the front matter, and the line on which it begins. */
  readonly body: string;
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

const dateField = z.iso.date({ error: 'expected a date such as 2026-01-31' });

const schema = z.object({
  title: textField
    .transform((title) => title.trim())
    .nullish()
    .transform((title) => title ?? ''),
  url: urlField.nullish().transform(orNull),
  tags: textsField.nullish().transform((tags) => tags ?? []),
  language: z
    .string()
    .transform((tag) => tag.toLowerCase().split('-', 1).join(''))
    .pipe(z.enum(languages, { error: `expected one of ${languages.join(', ')}` }))
    .nullish()
    .transform(orNull),
  updated: dateField.nullish().transform(orNull),
  review: dateField.nullish().transform(orNull),
  aliases: textsField.nullish().transform((aliases) => aliases ?? []),
  ...restrictionFields,
  // Of an exported entry; `library/read-entry-file.ts` looks at their values.
  server: z.unknown().optional(),
  entry: z.unknown().optional(),
});

/** What a file says about itself that says nothing. */
export const noFacts: FileFacts = {
  title: '',
  url: null,
  tags: [],
  language: null,
  updated: null,
  reviewOn: null,
  restriction: null,
  aliases: [],
  isExported: false,
};
const largestLength = 16 * 1024;

interface FrontMatterBlock {
  /** What stands between the lines `---`, from line 2 of the file on. */
  readonly inside: string;
  readonly body: string;
  readonly bodyLine: number;
}

/**
 * Takes the front matter, a block between two lines `---` at the very top, off a Markdown file; null when it has none.
 * Above a blank line `---` is a ruled line.
 */
export function splitFrontMatter(source: string): FrontMatterBlock | null {
  const block = /^---[ \t]*\n(?![ \t]*\n)((?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/u.exec(source);
  if (block === null) return null;
  const [whole, inside = ''] = block;
  return { inside, body: source.slice(whole.length), bodyLine: whole.split('\n').length };
}

/** Reads what a Markdown file says about itself in its front matter. */
export function readFrontMatter(path: string, source: string): FrontMatterRead {
  const block = splitFrontMatter(source);
  if (block === null) return { facts: noFacts, body: source, bodyLine: 1, problems: [] };
  return { ...readFacts(path, block.inside), body: block.body, bodyLine: block.bodyLine };
}

type FactsRead = Pick<FrontMatterRead, 'facts' | 'problems'>;

function readFacts(path: string, block: string): FactsRead {
  const rule = 'front-matter';
  const refuse = (line: number, message: string): FactsRead => ({
    facts: { ...noFacts, restriction: restrictUnread(block), isExported: mayNameServer(block) },
    problems: [{ path, line, severity: 'error', rule, message }],
  });
  if (block.length > largestLength) {
    return refuse(
      1,
      `unexpected front matter of ${block.length} characters, expected at most ${largestLength}`,
    );
  }
  const read = readYaml(block, 2);
  if (read.outcome === 'unreadable') {
    const { line, reason } = read.fault;
    return refuse(line, `unexpected front matter (${reason}), expected lines such as "title: Roles"`);
  }
  if (read.yaml.value === null) return { facts: noFacts, problems: [] };
  const { value } = read.yaml;
  const { fields, problems } = readFields(schema, value, { path, yaml: read.yaml, at: [], rule });
  const restriction = readRestriction(value, fields);
  const isExported = namesServer(value);
  if (fields === null) return { facts: { ...noFacts, restriction, isExported }, problems };
  const { title, url, tags, language, updated, review: reviewOn, aliases } = fields;
  return {
    facts: { title, url, tags, language, updated, reviewOn, restriction, aliases, isExported },
    problems,
  };
}

/** Whether front matter names a server: then the file holds an exported entry of that server. */
export function namesServer(stated: unknown): boolean {
  const keys = z.record(z.string(), z.unknown()).safeParse(stated);
  return keys.success && 'server' in keys.data;
}

/** Of a block that cannot be read: what is one server's must not be shown to all. */
export function mayNameServer(block: string): boolean {
  return /^[ \t{]*["']?server["']?[ \t]*:/mu.test(block);
}

function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null;
}
