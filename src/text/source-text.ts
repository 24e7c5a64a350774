/** First and last line of something in its source file, counted from 1, both inclusive. */
export type LineRange = readonly [first: number, last: number];

/** "From this offset of the text on, the text stands on this line of the source file." */
export interface LineStart {
  readonly offset: number;
  readonly line: number;
}

/**
 * A text together with the place of every part of it in its source file. `text` is what a reader sees (mark-up
 * removed), so its offsets are not those of the file; `lineStarts` (ascending, the first at offset 0) leads back.
 */
export interface SourceText {
  readonly text: string;
  readonly lineStarts: readonly LineStart[];
}

/** The source lines on which `text.slice(start, end)` stands; `end` is exclusive and greater than `start`. */
export function linesOf(source: SourceText, start: number, end: number): LineRange {
  return [lineAt(source, start), lineAt(source, end - 1)];
}

function lineAt({ lineStarts }: SourceText, offset: number): number {
  return lineStarts.findLast((lineStart) => lineStart.offset <= offset)?.line ?? 1;
}
