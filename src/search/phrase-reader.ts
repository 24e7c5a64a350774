import { isAddressWord } from '../text/address-words.ts';
import type { Language } from '../text/language.ts';
import type { Meaning } from '../text/meaning.ts';
import { isStopWord } from '../text/stop-words.ts';
import { hasSmallLetters, isAcronym, type Stemmer } from '../text/terms.ts';
import { readRun, splitRuns, type RunWord } from '../text/words.ts';

import { wordWeight } from './sentence-vector.ts';
import type { KnownWord, VocabularyBuilder } from './vocabulary.ts';

/** Properties of a term, as bits. */
export const termFlags = { stopWord: 1, capitalised: 2, numeric: 4, first: 8, address: 16 } as const;

/** A term of a phrase. */
export interface PhraseTerm {
  readonly known: KnownWord;
  readonly flags: number;
  /** Its rank in the list of words by frequency, or -1 where it is not listed, and its weight in a sentence's meaning. */
  readonly rank: number;
  readonly weight: number;
}

/** Reads the terms of a phrase in order and counts its words. */
export type PhraseReader = (text: string, language: Language) => readonly PhraseTerm[];

/** What phrases are read with. */
export interface ReaderParts {
  readonly vocabulary: VocabularyBuilder;
  readonly stem: Stemmer;
  readonly meaning: Meaning | null;
}

/** A word as it may stand in a phrase. */
interface ReadWord {
  readonly inside: PhraseTerm;
  /** As the first one of its phrase. */
  readonly first: PhraseTerm;
  /** Small letters around it show that its capitals mean something: "US" is no grammar word there. */
  readonly acronym: PhraseTerm | null;
}

/** Longer runs, such as sentences without spaces, hardly come twice. */
const longestRemembered = 40;

/** Texts say the same words again and again, so each is analysed once. The reader is dropped when all is read. */
export function createPhraseReader(parts: ReaderParts): PhraseReader {
  const remembered = new Map<Language, Map<string, readonly ReadWord[]>>();
  return (text, language) => {
    let words = remembered.get(language);
    if (words === undefined) remembered.set(language, (words = new Map<string, readonly ReadWord[]>()));
    const terms: PhraseTerm[] = [];
    for (const run of splitRuns(text)) {
      let read = words.get(run);
      if (read === undefined) {
        read = readRun(run, language).map((word) => analyseWord(word, language, parts));
        if (run.length <= longestRemembered) words.set(run, read);
      }
      for (const word of read) {
        const term = placeWord(word, terms.length === 0, text);
        parts.vocabulary.countWord(term.known);
        terms.push(term);
      }
    }
    return terms;
  };
}

function analyseWord(
  word: RunWord,
  language: Language,
  { vocabulary, stem, meaning }: ReaderParts,
): ReadWord {
  const { text, written, isCapitalised, isNumeric } = word;
  const known = vocabulary.know(stem(text, language), text);
  const rank = (language === 'en' ? meaning?.rankOf(text) : undefined) ?? -1;
  const others =
    (isCapitalised ? termFlags.capitalised : 0) |
    (isNumeric ? termFlags.numeric : 0) |
    (isAddressWord(text, language) ? termFlags.address : 0);
  const toTerm = (isStop: boolean): PhraseTerm => ({
    known,
    flags: isStop ? others | termFlags.stopWord : others,
    rank,
    weight: meaning === null || rank < 0 ? 0 : wordWeight({ text, isStopWord: isStop }, meaning),
  });
  const inside = toTerm(isStopWord(text, language));
  return {
    inside,
    first: { ...inside, flags: inside.flags | termFlags.first },
    acronym: (inside.flags & termFlags.stopWord) !== 0 && isAcronym(written) ? toTerm(false) : null,
  };
}

function placeWord({ inside, first, acronym }: ReadWord, isFirst: boolean, text: string): PhraseTerm {
  if (acronym === null || !hasSmallLetters(text)) return isFirst ? first : inside;
  return isFirst ? { ...acronym, flags: acronym.flags | termFlags.first } : acronym;
}
