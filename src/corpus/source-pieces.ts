import { oncePerKey } from '../text/once-per-key.ts';
import type { LineStart, SourceText } from '../text/source-text.ts';

/** A stretch of text that stands on one line of its source file. */
export interface Piece {
  readonly text: string;
  readonly line: number;
}

/** One line of a block as a reader sees it; its pieces may come from several source lines. */
export type PieceLine = readonly Piece[];

/** Puts pieces together into one text that remembers where each of them stands. */
export function joinPieces(pieces: readonly Piece[]): SourceText {
  const lineStarts: LineStart[] = [];
  const texts: string[] = [];
  let offset = 0;
  for (const { text, line } of pieces) {
    if (text === '') continue;
    if (lineStarts.at(-1)?.line !== line) lineStarts.push({ offset, line });
    texts.push(text);
    offset += text.length;
  }
  return { text: texts.join(''), lineStarts: keepSmall(lineStarts) };
}

/** The whole text on one line. Blocks of different files stand on the same lines, so these lists are shared. */
const onLine = oncePerKey((line: number): readonly LineStart[] => [{ offset: 0, line }]);

/** Lists of lines behind this one are not shared: they would be kept for good, and few files are as long. */
const lastShared = 4096;

function keepSmall(lineStarts: readonly LineStart[]): readonly LineStart[] {
  const [first] = lineStarts;
  if (first !== undefined && lineStarts.length === 1 && first.line <= lastShared) return onLine(first.line);
  // A list that grew keeps room for a dozen more, and there is one for each block of the knowledge: its copy does not.
  return lineStarts.slice();
}

/** Puts lines together, separated by line breaks. Lines without text are left out. */
export function joinPieceLines(lines: readonly PieceLine[]): SourceText {
  return joinPieces(
    lines
      .filter((line) => line.length > 0)
      .flatMap((line, index, kept) => {
        const before = kept[index - 1]?.at(-1);
        return before === undefined ? line : [{ text: '\n', line: before.line }, ...line];
      }),
  );
}

/** Splits pieces at the line breaks that a reader sees, drops white space around each line, and blank lines. */
export function splitPieceLines(pieces: readonly Piece[]): readonly PieceLine[] {
  return splitAtBreaks(pieces)
    .map(trimPieces)
    .filter((line) => line.length > 0);
}

/** Splits pieces at the line breaks that a reader sees, and keeps all white space. */
export function splitAtBreaks(pieces: readonly Piece[]): readonly PieceLine[] {
  const lines: Piece[][] = [[]];
  for (const { text, line } of pieces) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ text: part, line });
    }
  }
  return lines;
}

/** Drops white space at both ends. */
export function trimPieces(pieces: readonly Piece[]): PieceLine {
  const isBlank = (piece: Piece): boolean => piece.text.trim() === '';
  const first = pieces.findIndex((piece) => !isBlank(piece));
  const last = pieces.findLastIndex((piece) => !isBlank(piece));
  return pieces.slice(first === -1 ? pieces.length : first, last + 1).map((piece, index, kept) => ({
    text: trimEnds(piece.text, index === 0, index === kept.length - 1),
    line: piece.line,
  }));
}

function trimEnds(text: string, start: boolean, end: boolean): string {
  const trimmed = start ? text.trimStart() : text;
  return end ? trimmed.trimEnd() : trimmed;
}

/** The reverse of `joinPieces`: the parts of a text that stand on one source line each, in order. */
export function piecesOf(source: SourceText): readonly Piece[] {
  return source.lineStarts.map(({ offset, line }, index) => ({
    text: source.text.slice(offset, source.lineStarts[index + 1]?.offset),
    line,
  }));
}
