import type { Language } from '../text/language.ts';
import { oncePerKey } from '../text/once-per-key.ts';
import { stemWord } from '../text/stem-word.ts';
import type { Stemmer } from '../text/terms.ts';

import type { Step } from './steps.ts';

const asItIs: Stemmer = (word) => word;

/** Snowball, unless its gain is being measured. */
export function stemmerFor(without: ReadonlySet<Step>): Stemmer {
  return without.has('stemming') ? asItIs : stemWord;
}

/** The same for questions, which mostly are of the same words: stems of the last ones are remembered, for all indexes. */
export function questionStemmerFor(without: ReadonlySet<Step>): Stemmer {
  return without.has('stemming') ? asItIs : stemQuestionWord;
}

/** Words of one language that are remembered, some 200 KiB; when they are as many, it begins anew. */
const mostRemembered = 2048;
const longestRemembered = 40;

const stemsIn = oncePerKey<Language, Map<string, string>>(() => new Map());

function stemQuestionWord(word: string, language: Language): string {
  if (word.length > longestRemembered) return stemWord(word, language);
  const stems = stemsIn(language);
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size === mostRemembered) stems.clear();
  const stem = stemWord(word, language);
  stems.set(word, stem);
  return stem;
}
