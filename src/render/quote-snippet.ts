import type { Snippet } from '../answer/answer.ts';

import { footnoteMark } from './show-citation.ts';
import { plain, text, type Part, type Span } from './reply.ts';

/** Rows of a table or list that an answer shows before "Show all". */
const shownLines = 8;

/** A snippet as it is shown. */
export interface Quote {
  readonly parts: readonly Part[];
  /** Whether lines of a table or list were left out that "Show all" would show. */
  readonly isShortened: boolean;
}

/**
 * The quote of an answer: the question of an FAQ entry in small print, the text with the answer sentence in bold, the
 * footnote's mark at its end. A long table or list is cut to its first rows, or to those around the answer sentence.
 */
export function quoteSnippet(snippet: Snippet, index: number): Quote {
  const window = shownWindow(snippet);
  return {
    parts: [
      ...showEntry(snippet),
      text('quote', [...markAnswer(snippet, window), plain(` ${footnoteMark(index)}`)]),
    ],
    isShortened: isPartOfStructure(snippet) || window.end < snippet.text.length || window.start > 0,
  };
}

/** The whole text of a passage, for "Show all". */
export function quoteWhole(snippet: Snippet): readonly Part[] {
  const whole: Snippet = { ...snippet, answer: { start: 0, end: 0 } };
  return [...showEntry(snippet), text('quote', markAnswer(whole, { start: 0, end: snippet.text.length }))];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The question of an FAQ entry in small print, so that the asker sees what was matched. */
export function showEntry({ entry }: Snippet): readonly Part[] {
  return entry === null ? [] : [text('small', entry)];
}

/** Whether some rows of a table, a list or code are quoted, which are lines of their own, and others are not. */
function isPartOfStructure({ text: whole, cut }: Snippet): boolean {
  return (cut.before || cut.after) && /[^\n]\n[^\n]/.test(whole);
}

/** The lines to show, as a range of the snippet's text that begins and ends with a line. */
function shownWindow({ text: whole, answer }: Snippet): Range {
  const lines = lineRanges(whole);
  if (lines.length <= shownLines) return { start: 0, end: whole.length };
  const answerLine = lines.findIndex((line) => answer.start <= line.end);
  // What stands at the end brings the rows before it along: a row alone, without its neighbours, says little.
  const first = answerLine < shownLines ? 0 : Math.min(answerLine, lines.length - shownLines);
  const shown = lines.slice(first, first + shownLines);
  return { start: shown.at(0)?.start ?? 0, end: shown.at(-1)?.end ?? whole.length };
}

function lineRanges(whole: string): readonly Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const line of whole.split('\n')) {
    ranges.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return ranges;
}

function markAnswer({ text: whole, answer, cut }: Snippet, window: Range): readonly Span[] {
  const start = clamp(answer.start, window);
  const end = clamp(answer.end, window);
  const pieces = [
    { kind: 'plain', text: cut.before || window.start > 0 ? '… ' : '' },
    { kind: 'plain', text: whole.slice(window.start, start) },
    { kind: 'bold', text: whole.slice(start, end) },
    { kind: 'plain', text: whole.slice(end, window.end) },
    { kind: 'plain', text: cut.after || window.end < whole.length ? ' …' : '' },
  ] as const;
  return pieces.filter((piece) => piece.text !== '');
}

function clamp(offset: number, { start, end }: Range): number {
  return Math.min(Math.max(offset, start), end);
}
