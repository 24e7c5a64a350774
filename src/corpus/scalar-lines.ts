import type { LineStart, SourceText } from '../text/source-text.ts';

import type { ScalarSource } from './yaml-source.ts';

/**
 * Places texts in their source file that were read, in this order, out of a YAML scalar, in which a line of the value
 * need not be a line of the file. `lineStarts` of a literal block are exact: its lines are counted from the value's
 * first. In every other style the words are looked for one after the other.
 */
export function placeInScalar<Placed extends SourceText>(
  texts: readonly Placed[],
  scalar: ScalarSource,
): readonly Placed[] {
  if (scalar.isLiteral) {
    return texts.map((text) => ({
      ...text,
      lineStarts: text.lineStarts.map(({ offset, line }) => ({ offset, line: scalar.line + line })),
    }));
  }
  const lineOf = createWordFinder(scalar);
  return texts.map((text) => ({ ...text, lineStarts: alignWords(text.text, lineOf) }));
}

function alignWords(text: string, lineOf: (word: string) => number): readonly LineStart[] {
  const lineStarts: LineStart[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const line = lineOf(word);
    if (lineStarts.at(-1)?.line !== line)
      lineStarts.push({ offset: lineStarts.length === 0 ? 0 : index, line });
  }
  return lineStarts;
}

/** A word that is not found as it is, because it was escaped, counts to the line of the word before it. */
function createWordFinder({ source, line: firstLine }: ScalarSource): (word: string) => number {
  const farthest = 200;
  let cursor = 0;
  let line = firstLine;
  return (word) => {
    const found = source.slice(cursor, cursor + farthest + word.length).indexOf(word);
    if (found !== -1) {
      const end = cursor + found + word.length;
      line += source.slice(cursor, end).split('\n').length - 1;
      cursor = end;
    }
    return line;
  };
}
