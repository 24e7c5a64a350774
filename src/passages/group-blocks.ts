import type { Block } from '../corpus/document.ts';
import type { Language } from '../text/language.ts';
import { splitSentences } from '../text/sentences.ts';

import { longestBlock, splitBlock } from './split-block.ts';

/** A paragraph shorter than this many characters says too little to stand alone. */
const shortestParagraph = 60;

interface Group {
  readonly blocks: readonly Block[];
  readonly length: number;
  /** Whether it consists of very short paragraphs only, and so waits for more. */
  readonly isShort: boolean;
}

/**
 * Which blocks of a section make up one passage each: every block its own, but a line that leads in a list, table or
 * code ("You need:") stays with it, and a very short sentence goes with the block after it, or else before it.
 */
export function groupBlocks(blocks: readonly Block[], language: Language): readonly (readonly Block[])[] {
  const groups: (readonly Block[])[] = [];
  let open: Group | null = null;
  for (const block of blocks.flatMap((whole) => splitBlock(whole, language))) {
    const next: Group = { blocks: [block], length: block.text.length, isShort: isShort(block, language) };
    if (open !== null && !goesWith(open, block)) {
      groups.push(open.blocks);
      open = null;
    }
    open = open === null ? next : join(open, next);
  }
  if (open === null) return groups;
  const before = groups.at(-1);
  if (before === undefined || !open.isShort || lengthOf(before) + open.length > longestBlock) {
    return [...groups, open.blocks];
  }
  return [...groups.slice(0, -1), [...before, ...open.blocks]];
}

function goesWith(group: Group, next: Block): boolean {
  const last = group.blocks.at(-1);
  const isLeadIn = last?.kind === 'paragraph' && /[:：]$/u.test(last.text) && next.kind !== 'paragraph';
  return isLeadIn || (group.isShort && group.length + next.text.length <= longestBlock);
}

function join(group: Group, next: Group): Group {
  return {
    blocks: [...group.blocks, ...next.blocks],
    length: group.length + next.length,
    isShort: group.isShort && next.isShort,
  };
}

function isShort({ kind, text }: Block, language: Language): boolean {
  return (
    kind === 'paragraph' && text.length < shortestParagraph && splitSentences(text, language).length <= 1
  );
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((length, block) => length + block.text.length, 0);
}
