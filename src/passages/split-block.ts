import type { Block } from '../corpus/document.ts';
import type { Language } from '../text/language.ts';
import { splitSentences } from '../text/sentences.ts';

import { sliceSource } from './slice-source.ts';

/** In characters. A passage longer than this holds more than one answer, and ranks badly for each of them. */
export const longestBlock = 2000;

/**
 * Cuts a long block into blocks of at most `longestBlock` characters: a paragraph at sentence ends, a list, table or
 * code between its lines. Only a sentence or line that is too long itself is cut between words.
 */
export function splitBlock(block: Block, language: Language): readonly Block[] {
  const { kind, text } = block;
  if (text.length <= longestBlock) return text === '' ? [] : [block];
  const blocks: Block[] = [];
  let start = 0;
  while (text.length - start > longestBlock) {
    // What stands behind the limit tells whether a sentence ends before it. Only so much of the text is looked at,
    // because the time that finding sentences takes grows with the square of the length.
    const ahead = text.slice(start, start + 2 * longestBlock);
    const end = start + cutAt(ahead, kind, language);
    blocks.push({ kind, ...sliceSource(block, start, end) });
    start = end + gapLength(text.slice(end, end + longestBlock), kind);
  }
  if (start < text.length) blocks.push({ kind, ...sliceSource(block, start, text.length) });
  return blocks;
}

/** How much of a text that goes on behind `longestBlock` comes into the first block. */
function cutAt(text: string, kind: Block['kind'], language: Language): number {
  const end =
    kind === 'paragraph'
      ? splitSentences(text, language).findLast((sentence) => sentence.end <= longestBlock)?.end
      : text.lastIndexOf('\n', longestBlock);
  return end !== undefined && end > 0 ? end : wordEnd(text);
}

/** The last place within the limit where a word ends; the limit itself where there is none, but no half a character. */
function wordEnd(text: string): number {
  const space = text.slice(0, longestBlock + 1).search(/\s+\S*$/u);
  if (space > 0) return space;
  return /[\uDC00-\uDFFF]/u.test(text.charAt(longestBlock)) ? longestBlock - 1 : longestBlock;
}

/** White space between two blocks belongs to neither; the indentation of a line does. */
function gapLength(text: string, kind: Block['kind']): number {
  const gap = kind === 'paragraph' ? /^\s*/u : /^\n*/u;
  return gap.exec(text)?.[0].length ?? 0;
}
