import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';

import type { Language } from './language.ts';

const asItIs = (word: string): string => word;

/** Snowball's stemmers; Chinese and Japanese words have no endings to take off. */
const stemmers: Readonly<Record<Language, (word: string) => string>> = {
  en: english,
  es: spanish,
  de: german,
  fr: french,
  pt: portuguese,
  it: italian,
  zh: asItIs,
  ja: asItIs,
};

/** Words up to this length are their own stem. */
const longestUnstemmed = 2;

/**
 * The stem of a folded word. Numbers and words of up to two letters are their own stem; a stem that is as short is
 * marked, so that "used" is not the US and "his" no greeting.
 */
export function stemWord(word: string, language: Language): string {
  if (word.length <= longestUnstemmed || /\p{N}/u.test(word)) return word;
  const stem = stemmers[language](word);
  return stem.length <= longestUnstemmed && stem !== word ? `${stem}-` : stem;
}
