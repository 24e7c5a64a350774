import { foldWord } from './fold-word.ts';
import type { Language } from './language.ts';
import { placeRuns } from './place-runs.ts';
import { segmenterFor } from './segmenter.ts';

/** A word as it stands in a text. */
export interface Word {
  /** The word folded: no accents, no apostrophes, lower case; `U.S.` is `us`, `1,000` is `1000`. */
  readonly text: string;
  /** Offset of its first character, and of the one after its last. */
  readonly start: number;
  readonly end: number;
  /** Starts with a capital letter. */
  readonly isCapitalised: boolean;
  /** Holds a digit. */
  readonly isNumeric: boolean;
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const pointThousands = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u;

/** A word in a run of characters without white space, with its place there. */
export interface RunWord extends Word {
  /** The word as it is written. */
  readonly written: string;
}

/** The words of a text in order; scripts without spaces are segmented by dictionary. */
export function splitWords(text: string, language: Language): readonly Word[] {
  const words: Word[] = [];
  const places = placeRuns(text);
  for (let i = 0; i < places.length; i += 2) {
    const at = places[i] ?? 0;
    const run = text.slice(at, places[i + 1]);
    for (const { text: folded, start, end, isCapitalised, isNumeric } of readRun(run, language))
      words.push({ text: folded, start: at + start, end: at + end, isCapitalised, isNumeric });
  }
  return words;
}

/** The words of one run of `placeRuns`: mostly one, more in scripts without spaces. Places are those in the run. */
export function readRun(run: string, language: Language): readonly RunWord[] {
  const words: RunWord[] = [];
  if (unspaced.test(run)) pushSegments(words, run, language);
  else pushWord(words, run, 0, language);
  return words;
}

/** `Intl.Segmenter` needs time that grows with the square of a run's length; a run of words is hardly longer. */
const longestRun = /.{1,500}/gsu;

function pushSegments(words: RunWord[], run: string, language: Language): void {
  for (const piece of run.matchAll(longestRun)) {
    for (const { segment, index } of segmenterFor(language, 'word').segment(piece[0])) {
      pushWord(words, segment, piece.index + index, language);
    }
  }
}

function pushWord(words: RunWord[], raw: string, start: number, language: Language): void {
  const isNumeric = /\p{N}/u.test(raw);
  let from = 0;
  for (const written of splitApostrophes(raw, language)) {
    const text = isNumeric ? foldNumber(written, language) : foldWord(written).replace(/['’.]/gu, '');
    const at = start + from;
    from += written.length;
    if (text === '') continue;
    const isCapitalised = /^\p{Lu}/u.test(written);
    words.push({ text, written, start: at, end: at + written.length, isCapitalised, isNumeric });
  }
}

/** Drops the English possessive; parts the French and Italian article from its noun. */
function splitApostrophes(raw: string, language: Language): readonly string[] {
  if (!/['’]/u.test(raw)) return [raw];
  if (language === 'fr' || language === 'it') return raw.split(/(?<=['’])/u);
  return [raw.replace(/['’][sS]$/u, '')];
}

function foldNumber(raw: string, language: Language): string {
  const writesPoint = language !== 'en' && language !== 'zh' && language !== 'ja';
  if (writesPoint && pointThousands.test(raw)) return raw.replaceAll('.', '').replace(',', '.');
  if (thousands.test(raw)) return raw.replaceAll(',', '');
  return foldWord(raw).replace(/['’]/gu, '').replace(',', '.');
}
