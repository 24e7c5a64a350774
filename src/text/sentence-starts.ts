import type { Language } from './language.ts';
import { segmenterFor } from './segmenter.ts';

/** Where the sentences of a line begin, without the first one, as `Intl.Segmenter` has it. */
export function sentenceStarts(line: string, language: Language): readonly number[] {
  return plainStarts(line) ?? segmentStarts(line, language);
}

/** The same, asked of the segmenter for every line. */
export function segmentStarts(line: string, language: Language): readonly number[] {
  const starts: number[] = [];
  for (const { index } of segmenterFor(language, 'sentence').segment(line)) if (index > 0) starts.push(index);
  return starts;
}

/**
 * The same for a line of ASCII whose sentences end plainly; null for any other. The segmenter takes several times as long.
 * Unicode Standard Annex 29, rules SB6 to SB11, which are the same in all languages that we analyse.
 */
function plainStarts(line: string): readonly number[] | null {
  if (!/^[ -~]*$/.test(line)) return null;
  const starts: number[] = [];
  const marks = /[.!?]/g;
  for (let mark = marks.exec(line); mark !== null; mark = marks.exec(line)) {
    const start = startBehind(line, mark.index);
    if (start === null) return null;
    if (start < line.length) starts.push(start);
  }
  // A full stop inside of a word or before a small letter ends nothing.
  return starts.filter((start) => start > 0);
}

/** Where a sentence begins behind a mark: at the end of the line or at 0 for none, null where it is not plain. */
function startBehind(line: string, mark: number): number | null {
  let next = mark + 1;
  while (line[next] === ' ') next += 1;
  const follows = line.charAt(next);
  if (follows === '') return line.length;
  const isFullStop = line[mark] === '.';
  if (next === mark + 1) return isFullStop && /[a-z\d]/.test(follows) ? 0 : null;
  if (/[A-Z]/.test(follows)) return next;
  return isFullStop && /[a-z]/.test(follows) ? 0 : null;
}
