import type { BlockRange, Passage } from '../passages/passage.ts';
import { linesOf } from '../text/source-text.ts';

import type { Citation, Snippet } from './answer.ts';

/** A place in a passage's text; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A passage up to this length is quoted whole: it fits a phone's screen together with its footnote. */
const longestWhole = 420;
/** An FAQ answer up to this length is quoted whole, since it was written as one answer. */
const longestWholeEntry = 900;
/** A list, a table or code up to this length is quoted whole with the sentence that opens it. */
const longestOpened = 3_000;
/** Neighbours are added to the answer sentence while the snippet stays within this length. */
const longestWithNeighbours = 420;

/** Quotes a passage around its answer sentence: whole sentences, and more of them while there is room. */
export function cutSnippet(passage: Passage, sentences: readonly Range[], chosen: number): Snippet {
  const answer = sentences[chosen] ?? { start: 0, end: passage.text.length };
  return quote(passage, snippetRange(passage, sentences, chosen, answer), answer);
}

/** A passage from its first to its last character; its answer sentence is not told apart. */
export function wholeSnippet(passage: Passage): Snippet {
  const whole = { start: 0, end: passage.text.length };
  return quote(passage, whole, whole);
}

function quote(passage: Passage, range: Range, answer: Range): Snippet {
  return {
    passageId: passage.id,
    text: passage.text.slice(range.start, range.end),
    answer: { start: answer.start - range.start, end: answer.end - range.start },
    entry: passage.question,
    cut: {
      before: passage.text.slice(0, range.start).trim() !== '',
      after: passage.text.slice(range.end).trim() !== '',
    },
    citation: cite(passage, range),
  };
}

/** Proves a slice of a passage. */
export function cite(passage: Passage, { start, end }: Range): Citation {
  const { title, headingTrail, path, url, updated, reviewOn } = passage;
  return { title, headingTrail, path, lines: linesOf(passage, start, end), url, updated, reviewOn };
}

function snippetRange(passage: Passage, sentences: readonly Range[], chosen: number, answer: Range): Range {
  const whole = { start: 0, end: passage.text.length };
  const limit = passage.question === null ? longestWhole : longestWholeEntry;
  if (passage.text.length <= limit) return trim(passage.text, whole);
  const opened = openedBlock(passage, answer);
  if (opened !== null && opened.end - answer.start <= longestOpened)
    return { start: answer.start, end: opened.end };
  const block = blockAround(passage, answer);
  if (block !== null && block.kind !== 'paragraph') return structureRange(block, sentences, answer);
  return withNeighbours(sentences, chosen, answer, block ?? whole);
}

function trim(text: string, { start, end }: Range): Range {
  const slice = text.slice(start, end);
  return {
    start: start + slice.length - slice.trimStart().length,
    end: end - (slice.length - slice.trimEnd().length),
  };
}

function blockAround({ blocks }: Passage, { start }: Range): BlockRange | null {
  return blocks.find((block) => block.start <= start && start < block.end) ?? null;
}

/** The list, table or code that the answer sentence introduces: the block after it, when it ends its own. */
function openedBlock({ blocks }: Passage, answer: Range): BlockRange | null {
  const at = blocks.findIndex((block) => block.start <= answer.start && answer.start < block.end);
  const own = blocks[at];
  const next = blocks[at + 1];
  if (own?.kind !== 'paragraph' || next === undefined || next.kind === 'paragraph') return null;
  return own.end <= answer.end ? next : null;
}

/**
 * A list, table or code is quoted whole while short; of a long one all from its first row to the answer. A first row
 * that answers alone stands for the whole, so the next ones follow while there is room.
 */
function structureRange(block: BlockRange, sentences: readonly Range[], answer: Range): Range {
  if (block.end - block.start <= longestWholeEntry) return block;
  if (answer.end - block.start > longestWholeEntry) return answer;
  if (answer.start > block.start) return { start: block.start, end: answer.end };
  const last = sentences.findLast(({ end }) => end <= block.start + longestWholeEntry && end <= block.end);
  return { start: block.start, end: Math.max(answer.end, last?.end ?? 0) };
}

/** The sentence before gives context and the one after goes on; both only where they fit. */
function withNeighbours(sentences: readonly Range[], chosen: number, answer: Range, within: Range): Range {
  let range = answer;
  for (const neighbour of [sentences[chosen - 1], sentences[chosen + 1]]) {
    if (neighbour === undefined || neighbour.start < within.start || neighbour.end > within.end) continue;
    const wider = { start: Math.min(range.start, neighbour.start), end: Math.max(range.end, neighbour.end) };
    if (wider.end - wider.start <= longestWithNeighbours) range = wider;
  }
  return range;
}
