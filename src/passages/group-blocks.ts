import type { Block } from '../corpus/document.ts';
import type { Language } from '../text/language.ts';
import { splitSentences } from '../text/sentences.ts';

import { longestBlock, splitBlock } from './split-block.ts';

/** A paragraph shorter than this many characters says too little to stand alone. */
const shortestParagraph = 60;

/**
 * Which blocks of a section make up one passage each: every block its own, but a line that leads in a list, table or
 * code ("You need:") stays with it, and a very short sentence goes with the block after it, or else before it.
 */
export function groupBlocks(blocks: readonly Block[], language: Language): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks.flatMap((whole) => splitBlock(whole, language))) {
    const last = groups.at(-1);
    if (last !== undefined && goesWith(last, block, language)) last.push(block);
    else groups.push([block]);
  }
  const tail = groups.at(-1);
  const before = groups.at(-2);
  const isTailShort = tail?.every((block) => isShort(block, language)) === true;
  if (tail === undefined || before === undefined || !isTailShort || !fits(before, tail)) return groups;
  return [...groups.slice(0, -2), [...before, ...tail]];
}

function goesWith(group: readonly Block[], next: Block, language: Language): boolean {
  const last = group.at(-1);
  if (last === undefined) return true;
  if (last.kind === 'paragraph' && /[:：]$/u.test(last.text) && next.kind !== 'paragraph') return true;
  return group.every((block) => isShort(block, language)) && fits(group, [next]);
}

function isShort({ kind, text }: Block, language: Language): boolean {
  return (
    kind === 'paragraph' && text.length < shortestParagraph && splitSentences(text, language).length <= 1
  );
}

function fits(blocks: readonly Block[], more: readonly Block[]): boolean {
  return [...blocks, ...more].reduce((length, block) => length + block.text.length, 0) <= longestBlock;
}
