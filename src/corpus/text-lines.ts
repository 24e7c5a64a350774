import { isFaqHeading, isQuestion, readQuestionMark } from './faq-heading.ts';

/** A line of plain text that is not blank, without white space around it. */
export interface TextLine {
  readonly text: string;
  /** Line in the source file, counted from 1. */
  readonly line: number;
  /** White space before the text, in characters. */
  readonly indent: number;
  /** Whether a blank line or a ruled line (`-----`) stands before it. */
  readonly isApart: boolean;
}

/** How a line goes on with the next: in the same sentence, below it in the same paragraph, or not at all. */
export type LineJoin = 'wrap' | 'below' | 'none';

/** The lines of a plain text that are neither blank nor ruled, in order. */
export function readTextLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let isApart = true;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    const isBlank = line === '' || /^([-=_*~#])\1{2,}$/u.test(line);
    if (!isBlank)
      lines.push({ text: line, line: index + 1, indent: raw.length - raw.trimStart().length, isApart });
    isApart = isBlank;
  }
  return lines;
}

/** Whether a line begins with a bullet or a number, as the items of lists do. */
export function isListItem(text: string): boolean {
  return /^(?:[-*+•‣▪◦–—]|\d{1,3}[.)])\s+\S/u.test(text);
}

/** Short, without a sentence's end, no list item, no lower-case beginning: it looks like a heading or a line of verse. */
export function isBare(text: string): boolean {
  return (
    text.length <= 80 &&
    text.split(/\s+/u).length <= 12 &&
    /\p{L}/u.test(text) &&
    !/^\p{Ll}/u.test(text) &&
    !/[.!?…。！？:;,]["'”’»)\]]*$/u.test(text) &&
    !isListItem(text) &&
    !/^\s*alias(?:es)?\s*:/iu.test(text) &&
    readQuestionMark(text) === null
  );
}

/** For each line how it goes on with the next. `isFaq`: the whole file is questions and answers. */
export function joinLines(lines: readonly TextLine[], isFaq: boolean): readonly LineJoin[] {
  const widths = isHardWrapped(lines) ? groupWidths(lines) : lines.map(() => null);
  const faqStart = isFaq ? 0 : lines.findIndex((line) => isFaqHeading(line.text));
  return lines.map((line, index) => {
    const next = lines[index + 1];
    if (next === undefined || isApartFrom(line, next, faqStart !== -1 && index >= faqStart)) return 'none';
    const afterNext = lines[index + 2]?.text ?? '';
    if (index === 0 && isTitle(line.text, afterNext)) return 'none';
    return joinPair(line.text, next.text, afterNext, widths[index] ?? null);
  });
}

function joinPair(line: string, next: string, afterNext: string, width: number | null): LineJoin {
  if (width !== null && isWrap(line, next, width)) return 'wrap';
  return isVerse(line, next, width === null ? '' : afterNext) ? 'below' : 'none';
}

/** The first line of the file above a heading and its text. */
function isTitle(first: string, third: string): boolean {
  return isBare(first) && third !== '' && !isBare(third);
}

/** Whether the next line begins something new, whatever the lengths of the lines. */
function isApartFrom(line: TextLine, next: TextLine, isInFaq: boolean): boolean {
  if (next.isApart || isListItem(next.text)) return true;
  if (isFaqHeading(line.text) || isFaqHeading(next.text)) return true;
  return isInFaq && (isQuestion(line.text) || readQuestionMark(next.text) !== null);
}

const narrowestWrap = 40;
const widestWrap = 120;

/** Only text that was wrapped at some width has lines that begin in the middle of a sentence. */
function isHardWrapped(lines: readonly TextLine[]): boolean {
  return lines.some((line, index) => {
    const next = lines[index + 1];
    return (
      next !== undefined &&
      !next.isApart &&
      /^\p{Ll}/u.test(next.text) &&
      line.text.length >= narrowestWrap &&
      line.text.length <= widestWrap
    );
  });
}

/** Length of the longest line between two blank lines, for each of them; addresses do not count, they never wrap. */
function groupWidths(lines: readonly TextLine[]): readonly number[] {
  const widths: number[] = [];
  let start = 0;
  let width = 0;
  for (const [index, line] of lines.entries()) {
    width = Math.max(width, line.text.replace(/https?:\S+/giu, '').length);
    if (lines[index + 1]?.isApart === false) continue;
    for (; start <= index; start += 1) widths.push(width);
    width = 0;
  }
  return widths;
}

/** Whether the line ended only because the next word did not fit, or because the sentence plainly goes on. */
function isWrap(line: string, next: string, width: number): boolean {
  if (width > widestWrap) return false;
  if (/^\p{Ll}/u.test(next) && !/[.!?…:]$/u.test(line)) return true;
  const firstWord = next.split(/\s/u, 1)[0] ?? '';
  return width >= narrowestWrap && line.length + 1 + firstWord.length > width;
}

/** Lines of a poem or an address: short, one below the other, none a whole sentence nor the beginning of one. */
function isVerse(line: string, next: string, afterNext: string): boolean {
  const longest = 60;
  if (line.length > longest || next.length > longest || isListItem(line)) return false;
  return /[,;]$/u.test(line) || (isBare(line) && isBare(next) && !/^\p{Ll}/u.test(afterNext));
}
