import { forEachTrigram } from '../text/trigrams.ts';

import type { Vocabulary } from './vocabulary.ts';

/** The trigrams of a word as 64 bits in two numbers; some trigrams share a bit. */
export interface LetterSketch {
  readonly low: number;
  readonly high: number;
}

/** Sketches a word. */
export function sketchLetters(word: string): LetterSketch {
  let low = 0;
  let high = 0;
  forEachTrigram(word, (trigram) => {
    const place = Math.imul(trigram, 0x9e3779b1) >>> 26;
    if (place < 32) low |= 1 << place;
    else high |= 1 << (place - 32);
  });
  return { low, high };
}

/** The sketches of the terms of a vocabulary, by their numbers; each is made when it is first asked for. */
export interface LetterSketches {
  lowOf(id: number): number;
  highOf(id: number): number;
}

/** Sketches that another vocabulary begins with: those of its terms, of which there are so many. */
export interface BaseSketches {
  readonly sketches: LetterSketches;
  readonly size: number;
}

/** Sketches the terms of a vocabulary that is complete; those of its `base` are there already. They serve all questions. */
export function createLetterSketches(
  vocabulary: Pick<Vocabulary, 'wordOf' | 'size'>,
  base: BaseSketches | null,
): LetterSketches {
  const from = base?.size ?? 0;
  const sketches = new Int32Array(2 * (vocabulary.size - from));
  const placeOf = (id: number): number => {
    const place = 2 * (id - from);
    if (sketches[place] === 0 && sketches[place + 1] === 0) {
      const { low, high } = sketchLetters(vocabulary.wordOf(id));
      sketches[place] = low;
      sketches[place + 1] = high;
    }
    return place;
  };
  return {
    lowOf: (id) => (base !== null && id < from ? base.sketches.lowOf(id) : (sketches[placeOf(id)] ?? 0)),
    highOf: (id) =>
      base !== null && id < from ? base.sketches.highOf(id) : (sketches[placeOf(id) + 1] ?? 0),
  };
}
