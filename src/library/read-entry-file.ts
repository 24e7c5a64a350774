import { z } from 'zod';

import { splitAliases } from '../corpus/aliases.ts';
import type { SourceFile } from '../corpus/document.ts';
import { mayNameServer, namesServer, splitFrontMatter } from '../corpus/front-matter.ts';
import type { Problem } from '../corpus/problem.ts';
import { readFields, textField } from '../corpus/read-fields.ts';
import { readYaml, type YamlSource } from '../corpus/yaml-source.ts';

import { checkEntryFields, type EntryFault } from './check-entry-fields.ts';
import type { EntryFields } from './entry.ts';

/** An entry as a file holds it. */
export interface FiledEntry {
  readonly guildId: string;
  readonly id: string;
  readonly fields: EntryFields;
}

/** What a file holds. */
export type EntryFileRead =
  | { readonly outcome: 'entry'; readonly entry: FiledEntry }
  /** It names no server: it is common knowledge. */
  | { readonly outcome: 'common' }
  | { readonly outcome: 'faulty'; readonly problems: readonly Problem[] };

const idField = z
  .string({ error: 'expected an id in quotes' })
  .regex(/^\d{15,20}$/u, { error: 'expected the digits of an id, in quotes' });
/** To the letter where it is a list; one line with separators is how people write it. */
const textsField = z
  .union([z.array(textField), textField.transform(splitAliases)], { error: 'expected a list of texts' })
  .nullish()
  .transform((texts) => texts ?? []);
const idsField = z
  .array(idField, { error: 'expected a list of ids' })
  .nullish()
  .transform((ids) => ids ?? []);
const lineField = z
  .string({ error: 'expected text' })
  .nullish()
  .transform((line) => line ?? null);

const schema = z.object({
  server: idField,
  entry: z
    .string({ error: 'expected an id in quotes' })
    .regex(/^[a-z0-9]{1,16}$/u, { error: 'expected up to 16 small letters and digits, in quotes' }),
  title: lineField,
  aliases: textsField,
  tags: textsField,
  url: lineField,
  review: lineField,
  channels: idsField,
  roles: idsField,
});

const rule = 'entry-file';

/** Reads a file as `toEntryFile` writes it, or as a person changed it since. */
export function readEntryFile({ path, text }: SourceFile): EntryFileRead {
  const block = splitFrontMatter(text);
  if (block === null) return { outcome: 'common' };
  const read = readYaml(block.inside, 2);
  if (read.outcome === 'unreadable') {
    if (!mayNameServer(block.inside)) return { outcome: 'common' };
    const { line, reason } = read.fault;
    return refuse(path, [{ line, message: `unexpected front matter (${reason}), expected YAML` }]);
  }
  const { yaml } = read;
  if (!namesServer(yaml.value)) return { outcome: 'common' };
  const { fields: facts, problems } = readFields(schema, yaml.value, { path, yaml, at: [], rule });
  if (facts === null || problems.length > 0) return refuse(path, problems);
  const body = splitBody(block.body, block.bodyLine);
  if (body === null) {
    const message = 'unexpected text, expected a line "## " with the question below the front matter';
    return refuse(path, [{ line: block.bodyLine, message }]);
  }
  return checkEntry(path, facts, body, yaml);
}

function refuse(path: string, findings: readonly Pick<Problem, 'line' | 'message'>[]): EntryFileRead {
  const problems = findings.map(({ line, message }): Problem => ({
    path,
    line,
    severity: 'error',
    rule,
    message,
  }));
  return { outcome: 'faulty', problems };
}

interface EntryBody {
  readonly question: string;
  readonly questionLine: number;
  readonly answer: string;
  readonly answerLine: number;
}

const questionMark = '## ';

/** The first line with something on it is the question, what stands below it and one empty line is the answer; all to the letter. */
function splitBody(body: string, firstLine: number): EntryBody | null {
  const lines = body.split('\n');
  const at = lines.findIndex((line) => line.trim() !== '');
  const heading = lines[at];
  if (heading?.startsWith(questionMark) !== true) return null;
  const start = at + (lines[at + 1] === '' ? 2 : 1);
  return {
    question: heading.slice(questionMark.length),
    questionLine: firstLine + at,
    answer: lines.slice(start).join('\n').replace(/\n$/u, ''),
    answerLine: firstLine + start,
  };
}

const faultMessages: Readonly<Record<EntryFault, string>> = {
  'question-length': 'unexpected length of the question, expected 1 to 300 characters',
  'question-lines': 'unexpected line end in the question, expected one line',
  'answer-length': 'unexpected length of the answer, expected 1 to 4,000 characters that can be seen',
  'answer-heading': 'unexpected heading in the answer, expected bold text in its place',
  'aliases-count': 'unexpected number of aliases, expected at most 25',
  'alias-length': 'unexpected length of an alias, expected 1 to 300 characters',
  'url-form': 'unexpected value of "url", expected an address such as https://example.org/page',
  'review-date': 'unexpected value of "review", expected a date such as 2026-01-31',
};

function checkEntry(
  path: string,
  { server: guildId, entry: id, aliases, tags, url, review, channels, roles }: z.infer<typeof schema>,
  body: EntryBody,
  yaml: YamlSource,
): EntryFileRead {
  const { question, answer } = body;
  const fields = { question, answer, aliases, tags, url, reviewOn: review, channels, roles };
  const faults = checkEntryFields(fields);
  if (faults.length === 0) return { outcome: 'entry', entry: { guildId, id, fields } };
  return refuse(
    path,
    faults.map((fault) => ({ line: lineOf(fault, body, yaml), message: faultMessages[fault] })),
  );
}

function lineOf(fault: EntryFault, { questionLine, answerLine }: EntryBody, yaml: YamlSource): number {
  switch (fault) {
    case 'question-length':
    case 'question-lines':
      return questionLine;
    case 'answer-length':
    case 'answer-heading':
      return answerLine;
    case 'aliases-count':
    case 'alias-length':
      return yaml.lineOf(['aliases']);
    case 'url-form':
      return yaml.lineOf(['url']);
    case 'review-date':
      return yaml.lineOf(['review']);
  }
}
