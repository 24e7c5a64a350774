import { isFaqHeading, isQuestion, readQuestionMark } from './faq-heading.ts';
import type { OutlinePart } from './outline.ts';
import { joinPieces, type Piece } from './source-pieces.ts';
import { isBare, isListItem, joinLines, readTextLines, type LineJoin, type TextLine } from './text-lines.ts';

/**
 * Reads plain text: a paragraph a line, or paragraphs that are wrapped over lines and set apart by blank lines. A bare
 * short line above text is a heading; the first line of the file, if it is one, the title. In an FAQ section, and with
 * `isFaq` in the whole file, what ends in "?" is a question, and a short line below it its answer.
 */
export function outlineText(text: string, isFaq: boolean): readonly OutlinePart[] {
  const lines = readTextLines(text);
  const joins = joinLines(lines, isFaq);
  const parts: OutlinePart[] = [];
  let place: Place = { index: 0, isFaq, isAnswerDue: false };
  while (place.index < lines.length) {
    const end = endOfRun(lines, joins, place.index);
    const part = outlineRun(lines, joins, place, end);
    parts.push(part);
    place = { index: end, ...faqAfter(place, part, isFaq) };
  }
  return parts;
}

/** Where the reading stands. */
interface Place {
  readonly index: number;
  readonly isFaq: boolean;
  /** The line before was a question: what follows is its answer, however short. */
  readonly isAnswerDue: boolean;
}

function faqAfter(place: Place, part: OutlinePart, isFaqFile: boolean): Omit<Place, 'index'> {
  const isHeading = part.kind === 'heading' && part.level > 1;
  return {
    isFaq: isFaqFile || (isHeading ? isFaqHeading(part.text) : place.isFaq),
    isAnswerDue: part.kind === 'term',
  };
}

/** The index after the last line of the paragraph or list that begins at `start`. */
function endOfRun(lines: readonly TextLine[], joins: readonly LineJoin[], start: number): number {
  const isList = isListItem(lines[start]?.text ?? '');
  let end = start + 1;
  while (end < lines.length && (isList ? isListGoingOn(lines, joins, end) : joins[end - 1] !== 'none'))
    end += 1;
  return end;
}

function isListGoingOn(lines: readonly TextLine[], joins: readonly LineJoin[], index: number): boolean {
  const line = lines[index];
  if (line === undefined) return false;
  return isListItem(line.text) || joins[index - 1] === 'wrap' || (line.indent > 0 && !line.isApart);
}

function outlineRun(
  lines: readonly TextLine[],
  joins: readonly LineJoin[],
  place: Place,
  end: number,
): OutlinePart {
  const run = lines.slice(place.index, end);
  if (isListItem(run[0]?.text ?? '')) return { kind: 'list', ...joinPieces(listPieces(run)) };
  const source = joinPieces(paragraphPieces(run, joins.slice(place.index, end)));
  if (run.length > 1 || !isHeadingAt(lines, joins, place)) {
    return { kind: place.isFaq && isAsking(run, source.text) ? 'term' : 'paragraph', ...source };
  }
  const isTitle = place.index === 0 && !isFaqHeading(source.text);
  return { kind: 'heading', level: isTitle ? 1 : 2, ...source };
}

/** Several wrapped lines with a sentence before the question are an answer that asks something in passing. */
function isAsking(run: readonly TextLine[], text: string): boolean {
  const isTalk = run.length > 1 && /[.!]\s/u.test(text);
  return isQuestion(text) && readQuestionMark(text) === null && !isTalk;
}

/** A single bare line above text. */
function isHeadingAt(lines: readonly TextLine[], joins: readonly LineJoin[], place: Place): boolean {
  const text = lines[place.index]?.text ?? '';
  const next = lines[place.index + 1]?.text;
  if (next === undefined) return false;
  if (isFaqHeading(text)) return true;
  if (place.isAnswerDue || !isBare(text)) return false;
  return place.index === 0 || isAboveText(next, joins[place.index + 1] === 'none', place.isFaq);
}

/** A bare line above another one is no heading, except the title; above a question in an FAQ it ends the answer. */
function isAboveText(next: string, isNextAlone: boolean, isFaq: boolean): boolean {
  if (isFaq && isQuestion(next)) return false;
  return !isFaqHeading(next) && !(isNextAlone && isBare(next));
}

function paragraphPieces(run: readonly TextLine[], joins: readonly LineJoin[]): readonly Piece[] {
  return run.map(({ text, line }, index) => ({
    text: text + (index === run.length - 1 ? '' : joins[index] === 'wrap' ? ' ' : '\n'),
    line,
  }));
}

function listPieces(run: readonly TextLine[]): readonly Piece[] {
  const base = run[0]?.indent ?? 0;
  return run.map(({ text, line, indent }, index) => {
    const next = run[index + 1];
    const end = next === undefined ? '' : isListItem(next.text) ? '\n' : ' ';
    const isNested = isListItem(text) && indent > base;
    return { text: (isNested ? '  ' : '') + text.replace(/^[*+•‣▪◦–—]\s+/u, '- ') + end, line };
  });
}
