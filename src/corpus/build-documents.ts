import { detectLanguage } from '../text/detect-language.ts';
import type { Language } from '../text/language.ts';
import { linesOf } from '../text/source-text.ts';

import { takeAliases, uniqueTexts } from './aliases.ts';
import { arrangeOutline, type ArrangedQuestion } from './arrange-outline.ts';
import type { Corpus, Document, FaqEntry, Restriction } from './document.ts';
import { isFaqHeading, isInFaqFolder } from './faq-heading.ts';
import type { OutlinePart } from './outline.ts';
import { idOfPath, titleOfPath } from './path-names.ts';
import { unansweredQuestion } from './problem.ts';

/** What a source file says about itself, outside of its text. */
export interface FileFacts {
  /** Empty when only the file's headings or name give a title. */
  readonly title: string;
  readonly url: string | null;
  readonly tags: readonly string[];
  readonly language: Language | null;
  readonly updated: string | null;
  readonly reviewOn: string | null;
  readonly restriction: Restriction | null;
  readonly aliases: readonly string[];
  /** Whether it holds an entry of one server, written there by `npm run export`: the store serves that, not the file. */
  readonly isExported: boolean;
}

type Shared = Omit<
  FaqEntry,
  'kind' | 'id' | 'question' | 'aliases' | 'headingTrail' | 'anchor' | 'answer' | 'questionLines'
>;

/** The article and the FAQ entries of one source file; an article without text is left out. */
export function buildDocuments(path: string, outline: readonly OutlinePart[], facts: FileFacts): Corpus {
  const { title, parts } = takeTitle(path, outline, facts.title);
  const isFaqFile = isInFaqFolder(path);
  const { sections, questions } = arrangeOutline(parts, isFaqFile || isFaqHeading(title), isFaqFile);
  const { aliases, url, tags, updated, reviewOn, restriction } = facts;
  const language = facts.language ?? detectLanguage(parts.map((part) => part.text).join('\n'));
  const shared: Shared = { path, title, url, tags, language, updated, reviewOn, restriction };
  const documents: Document[] = [];
  if (sections.length > 0)
    documents.push({ kind: 'article', id: idOfPath(path), ...shared, aliases, sections });
  // Of a file that holds a single entry, the aliases in its front matter are those of the entry.
  const own = sections.length === 0 && questions.length === 1 ? aliases : [];
  const entries = questions.map((question) => buildEntry(question, shared, own));
  const open = entries.filter((entry) => entry.answer.length === 0);
  return {
    documents: [...documents, ...entries],
    problems: open.map((entry) => unansweredQuestion(path, entry.questionLines[0], entry.question)),
  };
}

function buildEntry(question: ArrangedQuestion, shared: Shared, own: readonly string[]): FaqEntry {
  const { text, headingTrail, anchor, body } = question;
  const { aliases, answer } = takeAliases(body);
  return {
    kind: 'entry',
    id: `${idOfPath(shared.path)}#${anchor}`,
    ...shared,
    question: text,
    aliases: uniqueTexts([...own, ...aliases]),
    answer,
    headingTrail,
    anchor,
    questionLines: linesOf(question, 0, text.length),
  };
}

/** The first heading of the highest level is the title; it stays a heading where the file names another title. */
function takeTitle(
  path: string,
  parts: readonly OutlinePart[],
  stated: string,
): { readonly title: string; readonly parts: readonly OutlinePart[] } {
  const top = parts.find((part) => part.kind === 'heading' && part.level === 1);
  const title = stated === '' ? (top?.text ?? titleOfPath(path)) : stated;
  const isTitle = (part: OutlinePart): boolean => part === top && part.text === title;
  return { title, parts: parts.filter((part) => !isTitle(part)) };
}
