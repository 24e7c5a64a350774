import type { Language } from './language.ts';
import { english } from './stop-words/english.ts';
import { french } from './stop-words/french.ts';
import { german } from './stop-words/german.ts';
import { italian } from './stop-words/italian.ts';
import { portuguese } from './stop-words/portuguese.ts';
import { spanish } from './stop-words/spanish.ts';
import { readWordList } from './word-list.ts';

/**
 * Short lists of our own: published ones drop words that decide a question, such as "without" or "never". Chinese
 * and Japanese have none, since their particles are mostly part of a longer segment.
 */
const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: readWordList(english),
  es: readWordList(spanish),
  de: readWordList(german),
  fr: readWordList(french),
  pt: readWordList(portuguese),
  it: readWordList(italian),
  zh: new Set(),
  ja: new Set(),
};

/** Whether a folded word carries grammar rather than meaning in this language. */
export function isStopWord(word: string, language: Language): boolean {
  return stopWords[language].has(word);
}

/** The words that carry grammar rather than meaning in this language, folded. */
export function stopWordsOf(language: Language): Iterable<string> {
  return stopWords[language];
}
