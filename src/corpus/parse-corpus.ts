import { languages } from '../text/language.ts';

import { buildDocuments } from './build-documents.ts';
import type { Corpus, Document, SourceFile } from './document.ts';
import { isFaqHeading, isInFaqFolder } from './faq-heading.ts';
import { parseFaqList } from './faq-list.ts';
import { noFacts, readFrontMatter } from './front-matter.ts';
import { deepestElement, isTooDeep, outlineHtml } from './html-outline.ts';
import { outlineMarkdown } from './markdown-outline.ts';
import { idOfPath, titleOfPath } from './path-names.ts';
import type { Problem } from './problem.ts';
import { findRepeatedQuestions } from './repeated-questions.ts';
import { outlineText } from './text-outline.ts';

/** A source file with what was read out of it; it depends on nothing but the file. */
export interface ParsedFile extends Corpus {
  readonly file: SourceFile;
}

/**
 * Reads source files into documents, in path order whatever the order of `files`. A file that cannot be read as its
 * format gives a problem, and all others go on.
 */
export function parseCorpus(files: readonly SourceFile[]): Corpus {
  return joinFiles(parseFiles(files, new Map()));
}

/** Parses each source file by itself; what `known` has of the same path and text is not parsed again. */
export function parseFiles(
  files: readonly SourceFile[],
  known: ReadonlyMap<string, ParsedFile>,
): readonly ParsedFile[] {
  return files.map((file) => {
    const before = known.get(file.path);
    return { ...(before?.file.text === file.text ? before : parseFile(file)), file };
  });
}

/** The documents of all files in path order; of two files that give one id, the first. */
export function joinFiles(files: readonly ParsedFile[]): Corpus {
  const owners = new Map<string, string>();
  const read: (readonly Document[])[] = [];
  const problems: (readonly Problem[])[] = [];
  for (const { file, ...parsed } of [...files].sort((a, b) => (a.file.path < b.file.path ? -1 : 1))) {
    const id = idOfPath(file.path);
    const owner = owners.get(id);
    if (owner !== undefined) {
      problems.push([duplicateId(file.path, owner)]);
      continue;
    }
    if (parsed.documents.length > 0) owners.set(id, file.path);
    read.push(parsed.documents);
    problems.push(parsed.problems);
  }
  const documents = read.flat();
  return { documents, problems: [...problems.flat(), ...findRepeatedQuestions(documents)].sort(byPlace) };
}

function byPlace(a: Problem, b: Problem): number {
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
}

function duplicateId(path: string, owner: string): Problem {
  const message = `unexpected second file of this name beside "${owner}", expected a name of its own`;
  return { path, line: 1, severity: 'error', rule: 'duplicate-id', message };
}

const parsers: ReadonlyMap<string, (file: SourceFile) => Corpus> = new Map([
  ['md', parseMarkdown],
  ['markdown', parseMarkdown],
  ['txt', parseText],
  ['html', parseHtml],
  ['htm', parseHtml],
  ['yaml', parseFaqList],
  ['yml', parseFaqList],
  ['json', parseFaqList],
]);

/** Whether a file of this name can be read, by its extension. */
export function isReadable(path: string): boolean {
  return parsers.has(extensionOf(path));
}

function extensionOf(path: string): string {
  return /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
}

function parseFile(file: SourceFile): Corpus {
  if (file.text.trim() === '') {
    const message = 'unexpected empty file, expected text';
    const problem: Problem = { path: file.path, line: 1, severity: 'warning', rule: 'empty-file', message };
    return { documents: [], problems: [problem] };
  }
  return parsers.get(extensionOf(file.path))?.(file) ?? { documents: [], problems: [] };
}

function parseMarkdown({ path, text }: SourceFile): Corpus {
  const { facts, body, bodyLine, problems } = readFrontMatter(path, text);
  const corpus = buildDocuments(path, outlineMarkdown(body, bodyLine), facts);
  const documents = facts.isExported ? [] : corpus.documents;
  return { documents, problems: [...problems, ...corpus.problems] };
}

function parseText({ path, text }: SourceFile): Corpus {
  const isFaq = isInFaqFolder(path) || isFaqHeading(titleOfPath(path));
  return buildDocuments(path, outlineText(text, isFaq), noFacts);
}

function parseHtml({ path, text }: SourceFile): Corpus {
  if (isTooDeep(text)) {
    const message = `unexpected depth of nested elements, expected at most ${deepestElement} levels`;
    return { documents: [], problems: [{ path, line: 1, severity: 'error', rule: 'deep-nesting', message }] };
  }
  const { parts, title, language } = outlineHtml(text, 1);
  const hasHeading = parts.some((part) => part.kind === 'heading' && part.level === 1);
  const stated = languages.find((known) => known === language.toLowerCase().split('-', 1)[0]) ?? null;
  return buildDocuments(path, parts, { ...noFacts, title: hasHeading ? '' : title, language: stated });
}
