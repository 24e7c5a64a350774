import { z } from 'zod';

import { detectLanguage } from '../text/detect-language.ts';
import type { Language } from '../text/language.ts';

import type { Block, Corpus, FaqEntry, SourceFile } from './document.ts';
import { outlineMarkdown } from './markdown-outline.ts';
import { idOfPath, titleOfPath } from './path-names.ts';
import { unansweredQuestion, type Problem } from './problem.ts';
import { readFields, textField, textsField, urlField } from './read-fields.ts';
import { asBlock } from './read-questions.ts';
import { readRestriction, restrictionFields } from './restriction.ts';
import { placeInScalar } from './scalar-lines.ts';
import { createSlugger } from './slug.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

const schema = z.object({
  question: textField.refine((question) => question.trim() !== '', { error: 'expected a question' }),
  aliases: textsField.nullish(),
  answer: textField.nullish(),
  tags: textsField.nullish(),
  url: urlField.nullish(),
  ...restrictionFields,
});

const rule = 'faq-list';

/** Reads an FAQ list, `[{question, aliases?, answer, tags?, url?, channels?, roles?}]`, in YAML or JSON. Answers are Markdown. */
export function parseFaqList({ path, text }: SourceFile): Corpus {
  const refuse = (line: number, message: string): Corpus => ({
    documents: [],
    problems: [{ path, line, severity: 'error', rule, message }],
  });
  const read = readYaml(text, 1);
  if (read.outcome === 'unreadable') {
    return refuse(
      read.fault.line,
      `unexpected text (${read.fault.reason}), expected a list of questions and answers`,
    );
  }
  const items = z.array(z.unknown()).safeParse(read.yaml.value);
  if (!items.success)
    return refuse(1, 'unexpected content, expected a list of entries with "question" and "answer"');
  const drafts = items.data.map((item, index) => readEntry(path, item, index, read.yaml));
  const fileLanguage = detectLanguage(drafts.map(textOf).join('\n'));
  const slugOf = createSlugger();
  const documents = drafts.flatMap(({ entry }): readonly FaqEntry[] => {
    if (entry === null) return [];
    const id = `${idOfPath(path)}#${slugOf(entry.question)}`;
    const language = languageOf(textOf({ entry }), fileLanguage);
    return [{ kind: 'entry', id, path, anchor: '', language, ...entry }];
  });
  return { documents, problems: drafts.flatMap(({ problems }) => problems) };
}

type EntryDraft = Omit<FaqEntry, 'kind' | 'id' | 'path' | 'anchor' | 'language'>;

interface EntryRead {
  readonly entry: EntryDraft | null;
  readonly problems: readonly Problem[];
}

function readEntry(path: string, item: unknown, index: number, yaml: YamlSource): EntryRead {
  const { fields, problems } = readFields(schema, item, { path, yaml, at: [index], rule });
  if (fields === null) return { entry: null, problems };
  const question = fields.question.replace(/\s+/gu, ' ').trim();
  const line = yaml.lineOf([index, 'question']);
  const answer = readAnswer(fields.answer ?? '', index, yaml);
  const entry: EntryDraft = {
    title: titleOfPath(path),
    url: fields.url ?? null,
    tags: fields.tags ?? [],
    updated: null,
    reviewOn: null,
    restriction: readRestriction(item, fields),
    question,
    aliases: fields.aliases ?? [],
    headingTrail: [],
    answer,
    questionLines: [line, line],
  };
  const open = answer.length === 0 ? [unansweredQuestion(path, line, question)] : [];
  return { entry, problems: [...problems, ...open] };
}

function readAnswer(answer: string, index: number, yaml: YamlSource): readonly Block[] {
  const scalar = yaml.scalarAt([index, 'answer']);
  const blocks = outlineMarkdown(answer, 1).map(asBlock);
  return scalar === null ? blocks : placeInScalar(blocks, scalar);
}

function textOf({ entry }: Pick<EntryRead, 'entry'>): string {
  if (entry === null) return '';
  return [entry.question, ...entry.answer.map((block) => block.text)].join('\n');
}

/** A list may mix languages; a few words alone are no proof of another one. */
function languageOf(text: string, fileLanguage: Language): Language {
  const fewWords = 8;
  return text.split(/\s+/u).length <= fewWords ? fileLanguage : detectLanguage(text);
}
