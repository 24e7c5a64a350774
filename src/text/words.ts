import { foldWord } from './fold-word.ts';
import type { Language } from './language.ts';
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

// In this order: acronyms with full stops, numbers with separators, C# and C++, words with inner apostrophes.
// Every alternative consumes a run of one class, so matching is linear in the length of the text.
const wordPattern =
  /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)+|(?<![\p{L}\p{N}])\p{L}(?:\+\+|#)|[\p{L}\p{N}\p{M}\p{Cf}]+(?:['’](?=\p{L})[\p{L}\p{M}\p{Cf}]+)*/gu;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const thousands = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const pointThousands = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u;

/** The words of a text in order; scripts without spaces are segmented by dictionary. */
export function splitWords(text: string, language: Language): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const [raw] = match;
    if (unspaced.test(raw)) pushSegments(words, raw, match.index, language);
    else pushWord(words, raw, match.index, language);
  }
  return words;
}

/** `Intl.Segmenter` needs time that grows with the square of a run's length; a run of words is hardly longer. */
const longestRun = /.{1,500}/gsu;

function pushSegments(words: Word[], run: string, offset: number, language: Language): void {
  for (const piece of run.matchAll(longestRun)) {
    for (const { segment, index } of segmenterFor(language, 'word').segment(piece[0])) {
      pushWord(words, segment, offset + piece.index + index, language);
    }
  }
}

function pushWord(words: Word[], raw: string, start: number, language: Language): void {
  const isNumeric = /\p{N}/u.test(raw);
  let from = 0;
  for (const part of splitApostrophes(raw, language)) {
    const text = isNumeric ? foldNumber(part, language) : foldWord(part).replace(/['’.]/gu, '');
    const at = start + from;
    from += part.length;
    if (text === '') continue;
    words.push({ text, start: at, end: at + part.length, isCapitalised: /^\p{Lu}/u.test(part), isNumeric });
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
