import type { Language } from './language.ts';
import { isStopWord } from './stop-words.ts';
import { splitWords, type Word } from './words.ts';

/** A word together with its stem, under which it is indexed and found. */
export interface Term extends Word {
  readonly stem: string;
  /** Carries grammar rather than meaning. */
  readonly isStopWord: boolean;
}

/** How words become stems: Snowball, unless its gain is being measured. */
export type Stemmer = (word: string, language: Language) => string;

/** The terms of a text in order, analysed in one language. */
export function analyzeTerms(text: string, language: Language, stem: Stemmer): readonly Term[] {
  const tellsAcronyms = hasSmallLetters(text);
  return splitWords(text, language).map(({ text: word, start, end, isCapitalised, isNumeric }) => ({
    text: word,
    start,
    end,
    isCapitalised,
    isNumeric,
    stem: stem(word, language),
    isStopWord: isStopWord(word, language) && !(tellsAcronyms && isAcronym(text.slice(start, end))),
  }));
}

/** Who writes everything in capitals means nothing by them. */
export function hasSmallLetters(text: string): boolean {
  return /\p{Ll}/u.test(text);
}

/** Two capital letters or more, as in "US", "U.S." and "IT", which are no grammar words. */
export function isAcronym(written: string): boolean {
  return /^(?:\p{Lu}\.?){2,}$/u.test(written);
}
