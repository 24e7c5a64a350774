import type { LineStart, SourceText } from '../text/source-text.ts';

/** A part of a text, with the source lines on which it stands. `end` is exclusive. */
export function sliceSource(source: SourceText, start: number, end: number): SourceText {
  const first = source.lineStarts.findLast((lineStart) => lineStart.offset <= start);
  const later = source.lineStarts.filter(({ offset }) => offset > start && offset < end);
  return {
    text: source.text.slice(start, end),
    lineStarts: [
      ...(first === undefined || end <= start ? [] : [{ offset: 0, line: first.line }]),
      ...later.map(({ offset, line }): LineStart => ({ offset: offset - start, line })),
    ],
  };
}
