import type { Block } from '../corpus/document.ts';
import type { Language } from '../text/language.ts';
import { splitSentences } from '../text/sentences.ts';

import { sliceSource } from './slice-source.ts';

/** In characters. A passage longer than this holds more than one answer, and ranks badly for each of them. */
export const longestBlock = 2000;

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a long block into blocks of at most `longestBlock` characters: a paragraph at sentence ends, a list, table or
 * code between its lines. Only a sentence or line that is too long itself is cut between words.
 */
export function splitBlock(block: Block, language: Language): readonly Block[] {
  if (block.text.length <= longestBlock) return [block];
  const units = block.kind === 'paragraph' ? splitSentences(block.text, language) : lineRanges(block.text);
  return packRanges(units.flatMap((unit) => cutBetweenWords(block.text, unit))).map(({ start, end }) => ({
    kind: block.kind,
    ...sliceSource(block, start, end),
  }));
}

function lineRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') ranges.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return ranges;
}

function cutBetweenWords(text: string, { start, end }: Range): readonly Range[] {
  const ranges: Range[] = [];
  let from = start;
  while (end - from > longestBlock) {
    const cut = wordEnd(text, from, from + longestBlock);
    ranges.push({ start: from, end: cut });
    from = cut;
    while (from < end && /\s/u.test(text.charAt(from))) from += 1;
  }
  return from < end ? [...ranges, { start: from, end }] : ranges;
}

/** The last place before `limit` where a word ends; `limit` itself where there is none, but never inside a character. */
function wordEnd(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit + 1).search(/\s+\S*$/u);
  if (space > 0) return from + space;
  return /[\uDC00-\uDFFF]/u.test(text.charAt(limit)) ? limit - 1 : limit;
}

function packRanges(ranges: readonly Range[]): readonly Range[] {
  const packed: Range[] = [];
  for (const range of ranges) {
    const last = packed.at(-1);
    if (last !== undefined && range.end - last.start <= longestBlock) {
      packed[packed.length - 1] = { start: last.start, end: range.end };
    } else packed.push(range);
  }
  return packed;
}
