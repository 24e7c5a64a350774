import { abbreviations } from './abbreviations.ts';
import { foldWord } from './fold-word.ts';
import type { Language } from './language.ts';
import { sentenceStarts } from './sentence-starts.ts';
import { isStopWord } from './stop-words.ts';

/** A sentence's place in its text; `end` is exclusive. No white space at either end. */
export interface SentenceRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of a text in order. A line break always ends one (the items of a list and the rows of a table are
 * lines of a block). `Intl.Segmenter` alone breaks after "Mr.", "U.S." and initials; those pieces are joined again.
 */
export function splitSentences(text: string, language: Language): readonly SentenceRange[] {
  const sentences: SentenceRange[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    for (const { start, end } of line === '' ? [] : splitLongLine(line)) {
      pushSentences(sentences, line.slice(start, end), lineStart + start, language);
    }
    lineStart += line.length + 1;
  }
  return sentences;
}

/** `Intl.Segmenter` needs time that grows with the square of a line's length, so it gets pieces, cut at a space. */
const longestPiece = 4_000;

function splitLongLine(line: string): readonly SentenceRange[] {
  const pieces: SentenceRange[] = [];
  let start = 0;
  while (line.length - start > longestPiece) {
    const space = line.lastIndexOf(' ', start + longestPiece);
    const end = space > start ? space + 1 : wholeCharacters(line, start + longestPiece);
    pieces.push({ start, end });
    start = end;
  }
  return [...pieces, { start, end: line.length }];
}

/** The offset, moved out of the middle of a surrogate pair. */
function wholeCharacters(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset;
}

function pushSentences(
  sentences: SentenceRange[],
  line: string,
  lineStart: number,
  language: Language,
): void {
  let start = 0;
  const starts = sentenceStarts(line, language);
  starts.forEach((next, i) => {
    if (goesOn(line.slice(start, next), line.slice(next, starts[i + 1]), language)) return;
    pushTrimmed(sentences, line, start, next, lineStart);
    start = next;
  });
  pushTrimmed(sentences, line, start, line.length, lineStart);
}

function pushTrimmed(
  sentences: SentenceRange[],
  line: string,
  start: number,
  end: number,
  lineStart: number,
): void {
  const raw = line.slice(start, end);
  const text = raw.trim();
  if (text === '') return;
  const from = lineStart + start + raw.indexOf(text);
  sentences.push({ start: from, end: from + text.length });
}

/** The last word before a full stop is looked for in so much of a sentence: abbreviations are short. */
const longestAbbreviation = 24;
const opensWithNumber = /^\s*(?:\p{N}|(?:[IVXLCDM]{2,}|[VX])(?!\p{L}))/u;

/** Whether the sentence that `before` begins does not end there but goes on with `next`. */
function goesOn(before: string, next: string, language: Language): boolean {
  const tail = before.trimEnd();
  if (/^\s*[\p{Ll},;)\]]/u.test(next)) return true;
  if (!tail.endsWith('.')) return false;
  const last = /(?<![\p{L}\p{N}.])[\p{L}\p{N}.]+(?=\.$)/u.exec(tail.slice(-longestAbbreviation))?.[0] ?? '';
  // "1." or "a." at the start of a line is the marker of a list item.
  if (last === tail.slice(0, -1) && last.length <= 3) return true;
  return isAbbreviated(last, next) || (mayStandForName(last, language) && !opensSentence(next, language));
}

function isAbbreviated(last: string, next: string): boolean {
  const word = last.toLowerCase();
  return (
    abbreviations.beforeAnything.has(word) ||
    (abbreviations.beforeNumbers.has(word) && opensWithNumber.test(next)) ||
    // Acronyms in spaced writing: "z. B.", "EE. UU.".
    (/^(?:\p{L}|\p{Lu}{2})$/u.test(last) && /^\s*\p{Lu}{1,2}\./u.test(next))
  );
}

/** Initials, acronyms, German ordinals ("am 3. Mai") and the like: what follows tells whether the sentence goes on. */
function mayStandForName(last: string, language: Language): boolean {
  return (
    abbreviations.beforeNames.has(last.toLowerCase()) ||
    /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(last) ||
    (language === 'de' && /^\d{1,3}$/u.test(last))
  );
}

/** "in the U.S. The next …" ends a sentence, "the U.S. Justice Department" does not: grammar words open sentences. */
function opensSentence(next: string, language: Language): boolean {
  const first = /[\p{L}\p{N}'’]+/u.exec(next)?.[0] ?? '';
  return isStopWord(foldWord(first).replace(/['’]/gu, ''), language);
}
