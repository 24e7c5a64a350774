import type { SourceText } from '../text/source-text.ts';

import type { Block } from './document.ts';
import { isQuestion, readQuestionMark } from './faq-heading.ts';
import type { Heading, OutlinePart, Term } from './outline.ts';
import { splitMarkedParagraph, splitQuestionParagraph } from './question-paragraphs.ts';

/** A question of an FAQ and everything below it. */
export interface Question extends SourceText {
  /** Headings inside of the FAQ that stand above the question. */
  readonly groups: readonly string[];
  readonly body: readonly Block[];
}

interface QuestionsRead {
  /** What stands above the first question, and below headings that only group questions. */
  readonly rest: readonly OutlinePart[];
  readonly questions: readonly Question[];
}

/**
 * The questions and answers of an FAQ section, given all parts below its heading. `isFaqFile`: the section is a whole
 * file of the folder `faq`, in which headings are questions even without "?".
 */
export function readQuestions(parts: readonly OutlinePart[], isFaqFile: boolean): QuestionsRead {
  switch (questionStyle(parts, isFaqFile)) {
    case 'heading':
      return collect(parts, isHeadingQuestion);
    case 'marked':
      return collect(parts.flatMap(splitMarkedParagraph), isTerm);
    case 'term':
      return collect(parts, isTerm);
    case 'paragraph':
      return collect(parts.flatMap(splitQuestionParagraph), isTerm);
    case 'none':
      return { rest: parts, questions: [] };
  }
}

type QuestionStyle = 'heading' | 'marked' | 'term' | 'paragraph' | 'none';

function questionStyle(parts: readonly OutlinePart[], isFaqFile: boolean): QuestionStyle {
  const headings = parts.filter((part) => part.kind === 'heading');
  if (headings.some((heading) => isQuestion(heading.text))) return 'heading';
  if (isFaqFile && headings.length > 0) return 'heading';
  if (parts.some(isMarked)) return 'marked';
  if (parts.some(isTerm)) return 'term';
  const questions = parts.flatMap(splitQuestionParagraph).filter(isTerm);
  if (questions.length > 0 && isGrouping(parts)) return 'paragraph';
  return headings.length > 0 ? 'heading' : 'none';
}

function isTerm(part: OutlinePart): part is Term {
  return part.kind === 'term';
}

function isMarked(part: OutlinePart): boolean {
  return part.kind === 'paragraph' && readQuestionMark(part.text)?.kind === 'question';
}

/** Whether every heading has a question or another heading right below it: then none of them is a question itself. */
function isGrouping(parts: readonly OutlinePart[]): boolean {
  return parts.every((part, index) => {
    if (part.kind !== 'heading') return true;
    const next = parts[index + 1];
    return next?.kind === 'heading' || (next !== undefined && splitQuestionParagraph(next).some(isTerm));
  });
}

type QuestionTest = (part: OutlinePart, next: OutlinePart | undefined) => boolean;

/** A heading is a question unless it only groups the questions that follow at once on a lower level. */
function isHeadingQuestion(part: OutlinePart, next: OutlinePart | undefined): boolean {
  if (part.kind !== 'heading') return false;
  const isGroup = next?.kind === 'heading' && next.level > part.level && isQuestion(next.text);
  return !isGroup || isQuestion(part.text);
}

interface OpenQuestion {
  readonly question: Heading | Term;
  readonly groups: readonly string[];
  readonly body: Block[];
}

function collect(parts: readonly OutlinePart[], isQuestionPart: QuestionTest): QuestionsRead {
  const rest: OutlinePart[] = [];
  const found: OpenQuestion[] = [];
  let groups: readonly Heading[] = [];
  let open: OpenQuestion | null = null;
  for (const [index, part] of parts.entries()) {
    const isAsking = isQuestionPart(part, parts[index + 1]);
    if (open !== null && isBelow(part, open.question, isAsking)) {
      open.body.push(asBlock(part));
      continue;
    }
    if (part.kind === 'heading') groups = groups.filter((group) => group.level < part.level);
    if (isAsking && (part.kind === 'heading' || part.kind === 'term')) {
      open = { question: part, groups: groups.map((group) => group.text), body: [] };
      found.push(open);
      continue;
    }
    open = null;
    if (part.kind === 'heading') groups = [...groups, part];
    rest.push(part);
  }
  const questions = found.map(({ question, groups: trail, body }) => ({
    text: question.text,
    lineStarts: question.lineStarts,
    groups: trail,
    body,
  }));
  return { rest, questions };
}

/** Whether a part belongs to the answer of the open question. */
function isBelow(part: OutlinePart, question: Heading | Term, isAsking: boolean): boolean {
  if (part.kind !== 'heading') return !isAsking;
  return question.kind === 'heading' && part.level > question.level;
}

/** Headings and terms have no kind of their own inside of an answer or a section. */
export function asBlock(part: OutlinePart): Block {
  if (part.kind !== 'heading' && part.kind !== 'term') return part;
  return { kind: 'paragraph', text: part.text, lineStarts: part.lineStarts };
}
