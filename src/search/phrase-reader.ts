import { isAddressWord } from '../text/address-words.ts';
import type { Language } from '../text/language.ts';
import type { Meaning } from '../text/meaning.ts';
import { placeRuns } from '../text/place-runs.ts';
import { isStopWord } from '../text/stop-words.ts';
import { hasSmallLetters, isAcronym, type Stemmer } from '../text/terms.ts';
import { readRun, type RunWord } from '../text/words.ts';

import { createNumberList } from './growing-lists.ts';
import { createRunTable } from './run-table.ts';
import { wordWeight } from './sentence-vector.ts';
import type { VocabularyBuilder } from './vocabulary.ts';
import { createWrittenWords, type WrittenWord, type WrittenWords } from './written-words.ts';

/** Properties of a term, as bits. */
export const termFlags = { stopWord: 1, capitalised: 2, numeric: 4, first: 8, address: 16 } as const;

/** Reads phrases and counts their words. */
export interface PhraseReader {
  /** The terms of a phrase in order, by their numbers in `written`. */
  read(text: string, language: Language): readonly number[];
  readonly written: WrittenWords;
}

/** What phrases are read with. */
export interface ReaderParts {
  readonly vocabulary: VocabularyBuilder;
  readonly stem: Stemmer;
  readonly meaning: Meaning | null;
}

/** Longer runs, such as sentences without spaces, hardly come twice. */
const longestRemembered = 40;

/** A grammar word with a capital letter, which may be an acronym. */
const capitalGrammar = termFlags.stopWord | termFlags.capitalised;

/** Texts say the same words again and again, so each is analysed once. The reader is dropped when all is read. */
export function createPhraseReader(parts: ReaderParts): PhraseReader {
  const { vocabulary } = parts;
  const analyser = createWordAnalyser(parts);
  const { written } = analyser;
  const languages = new Map<Language, RunReader>();
  return {
    written,
    read(text, language) {
      let readInto = languages.get(language);
      if (readInto === undefined) languages.set(language, (readInto = createRunReader(language, analyser)));
      const terms: number[] = [];
      const places = placeRuns(text);
      for (let i = 0; i < places.length; i += 2) readInto(terms, text, places[i] ?? 0, places[i + 1] ?? 0);
      analyser.placeAcronyms(terms, text);
      const { ids, words } = written;
      for (const term of terms) vocabulary.countWord(ids[term] ?? 0, words[term] ?? 0);
      return terms;
    },
  };
}

/** Adds the words of the run at a place of a text to the terms of its phrase. */
type RunReader = (terms: number[], text: string, start: number, end: number) => void;

/** Reads runs of one language. */
function createRunReader(language: Language, analyser: WordAnalyser): RunReader {
  const runs = createRunTable();
  /** The words of known runs, one run behind the other, and where those of each begin; at last where they all end. */
  const words = createNumberList();
  const starts = createNumberList();
  starts.push(0);
  const analyse = (run: string): readonly number[] =>
    readRun(run, language).map((word) => analyser.numberOf(word, language));
  return (terms, text, start, end) => {
    if (end - start > longestRemembered) {
      for (const word of analyse(text.slice(start, end))) terms.push(word);
      return;
    }
    let number = runs.find(text, start, end);
    if (number < 0) {
      number = runs.add(text, start, end);
      for (const word of analyse(text.slice(start, end))) words.push(word);
      starts.push(words.length);
    }
    const to = starts.at(number + 1);
    for (let at = starts.at(number); at < to; at += 1) terms.push(words.at(at));
  };
}

interface WordAnalyser {
  readonly written: WrittenWords;
  /** The number of a word in `written`. */
  numberOf(word: RunWord, language: Language): number;
  /** Small letters around it show that the capitals of a grammar word mean something: "US" is none there. */
  placeAcronyms(terms: number[], text: string): void;
}

function createWordAnalyser(parts: ReaderParts): WordAnalyser {
  const written = createWrittenWords();
  const known = new Map<Language, Map<string, number>>();
  const acronyms = new Map<number, number>();
  const push = (word: RunWord, language: Language, isGrammar: boolean): number =>
    written.push(analyseWord(word, language, isGrammar, parts));
  return {
    written,
    numberOf(word, language) {
      let own = known.get(language);
      if (own === undefined) known.set(language, (own = new Map<string, number>()));
      const before = own.get(word.written);
      // The same letters may be a word by themselves and beside a number: "3'a" in French.
      if (
        before !== undefined &&
        (((written.flags[before] ?? 0) & termFlags.numeric) !== 0) === word.isNumeric
      )
        return before;
      const isGrammar = isStopWord(word.text, language);
      const number = push(word, language, isGrammar);
      own.set(word.written, number);
      if (isGrammar && isAcronym(word.written)) acronyms.set(number, push(word, language, false));
      return number;
    },
    placeAcronyms(terms, text) {
      for (let i = 0; i < terms.length; i += 1) {
        const term = terms[i] ?? 0;
        if (((written.flags[term] ?? 0) & capitalGrammar) !== capitalGrammar) continue;
        const acronym = acronyms.get(term);
        if (acronym !== undefined && hasSmallLetters(text)) terms[i] = acronym;
      }
    },
  };
}

function analyseWord(
  { text, isCapitalised, isNumeric }: RunWord,
  language: Language,
  isGrammar: boolean,
  { vocabulary, stem, meaning }: ReaderParts,
): WrittenWord {
  const { id, word } = vocabulary.know(stem(text, language), text);
  const rank = (language === 'en' ? meaning?.rankOf(text) : undefined) ?? -1;
  const flags =
    (isGrammar ? termFlags.stopWord : 0) |
    (isCapitalised ? termFlags.capitalised : 0) |
    (isNumeric ? termFlags.numeric : 0) |
    (isAddressWord(text, language) ? termFlags.address : 0);
  const weight = meaning === null || rank < 0 ? 0 : wordWeight({ text, isStopWord: isGrammar }, meaning);
  return { id, word, flags, rank, weight };
}
