import { isQuestion, readQuestionMark } from './faq-heading.ts';
import type { OutlinePart } from './outline.ts';
import {
  joinPieceLines,
  joinPieces,
  piecesOf,
  splitAtBreaks,
  splitPieceLines,
  trimPieces,
  type Piece,
} from './source-pieces.ts';

/** A paragraph that asks something becomes a term; what follows the question in the same paragraph stays one. */
export function splitQuestionParagraph(part: OutlinePart): readonly OutlinePart[] {
  if (part.kind !== 'paragraph') return [part];
  const pieces = linePieces(part);
  const end = pieces.findIndex((piece) => isQuestion(piece.text)) + 1;
  const question = joinPieces(trimPieces(pieces.slice(0, end)));
  // A sentence before the question: an answer that asks something in passing.
  if (end === 0 || (end > 1 && /[.!]\s/u.test(question.text))) return [part];
  return [{ kind: 'term', ...question }, ...paragraphOf(pieces.slice(end))];
}

/** A paragraph of lines that begin with "Q:" and "A:" becomes terms and paragraphs without these marks. */
export function splitMarkedParagraph(part: OutlinePart): readonly OutlinePart[] {
  if (part.kind === 'term') return [{ ...part, kind: 'paragraph' }];
  if (part.kind !== 'paragraph') return [part];
  const segments: { readonly isQuestion: boolean; readonly pieces: Piece[] }[] = [];
  for (const piece of linePieces(part)) {
    const mark = readQuestionMark(piece.text);
    const last = segments.at(-1);
    if (mark !== null) {
      segments.push({
        isQuestion: mark.kind === 'question',
        pieces: [{ text: mark.rest, line: piece.line }],
      });
    } else if (last !== undefined) last.pieces.push(piece);
    else segments.push({ isQuestion: false, pieces: [piece] });
  }
  return segments.flatMap((segment): readonly OutlinePart[] => {
    if (!segment.isQuestion) return paragraphOf(segment.pieces);
    return [{ kind: 'term', ...joinPieces(trimPieces(segment.pieces)) }];
  });
}

/** The parts of a paragraph that begin a line, of the source file or as a reader sees it. */
function linePieces(part: OutlinePart): readonly Piece[] {
  return splitAtBreaks(piecesOf(part)).flatMap((line, index) =>
    line.map((piece, at) => (index > 0 && at === 0 ? { text: `\n${piece.text}`, line: piece.line } : piece)),
  );
}

function paragraphOf(pieces: readonly Piece[]): readonly OutlinePart[] {
  const source = joinPieceLines(splitPieceLines(pieces));
  return source.text === '' ? [] : [{ kind: 'paragraph', ...source }];
}
