import type { LineStart, SourceText } from '../text/source-text.ts';

/** A part of a text, with the source lines on which it stands. `end` is exclusive. */
export function sliceSource(source: SourceText, start: number, end: number): SourceText {
  const { lineStarts } = source;
  const later = indexAfter(lineStarts, start);
  const line = lineStarts[later - 1]?.line;
  const sliced: LineStart[] = line === undefined || end <= start ? [] : [{ offset: 0, line }];
  for (let index = later; index < lineStarts.length; index += 1) {
    const lineStart = lineStarts[index];
    if (lineStart === undefined || lineStart.offset >= end) break;
    sliced.push({ offset: lineStart.offset - start, line: lineStart.line });
  }
  return { text: source.text.slice(start, end), lineStarts: sliced };
}

/** The index of the first line start behind `offset`. A long block has many, so they are not all looked at. */
function indexAfter(lineStarts: readonly LineStart[], offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((lineStarts[middle]?.offset ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
