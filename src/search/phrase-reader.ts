import { isAddressWord } from '../text/address-words.ts';
import type { Language } from '../text/language.ts';
import type { Meaning } from '../text/meaning.ts';
import { placeRuns } from '../text/place-runs.ts';
import { isStopWord } from '../text/stop-words.ts';
import { hasSmallLetters, isAcronym, type Stemmer } from '../text/terms.ts';
import { readRun, type RunWord } from '../text/words.ts';

import { createNumberList } from './growing-lists.ts';
import { createRunTable } from './run-table.ts';
import { rankWeight } from './sentence-vector.ts';
import type { KnownWord, VocabularyBuilder } from './vocabulary.ts';
import {
  createWrittenWords,
  type WrittenWord,
  type WrittenWordList,
  type WrittenWords,
} from './written-words.ts';

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

/** The words that were read. */
interface ReadWords {
  readonly written: WrittenWordList;
  /** For each grammar word in capitals the same word as no grammar word. */
  readonly acronyms: Map<number, number>;
}

/** Texts say the same words again and again, so each is analysed once. The reader is dropped when all is read. */
export function createPhraseReader(parts: ReaderParts): PhraseReader {
  const { vocabulary } = parts;
  const written = createWrittenWords();
  const read: ReadWords = { written, acronyms: new Map() };
  const languages = new Map<Language, RunReader>();
  return {
    written,
    read(text, language) {
      let readInto = languages.get(language);
      if (readInto === undefined)
        languages.set(
          language,
          (readInto = createRunReader(createWordAnalyser(language, read, parts), language)),
        );
      const terms: number[] = [];
      const places = placeRuns(text);
      for (let i = 0; i < places.length; i += 2) readInto(terms, text, places[i] ?? 0, places[i + 1] ?? 0);
      placeAcronyms(terms, text, read);
      const { ids, words } = written;
      for (const term of terms) vocabulary.countWord(ids[term] ?? 0, words[term] ?? 0);
      return terms;
    },
  };
}

/** Adds the words of the run at a place of a text to the terms of its phrase. */
type RunReader = (terms: number[], text: string, start: number, end: number) => void;

/** Reads runs of one language. */
function createRunReader(numberOf: WordAnalyser, language: Language): RunReader {
  const runs = createRunTable();
  /** The words of known runs, one run behind the other, and where those of each begin; at last where they all end. */
  const words = createNumberList();
  const starts = createNumberList();
  starts.push(0);
  const analyse = (run: string): readonly number[] => readRun(run, language).map(numberOf);
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

/** Gives words of one language their numbers in the list of written words. */
type WordAnalyser = (word: RunWord) => number;

function createWordAnalyser(
  language: Language,
  { written, acronyms }: ReadWords,
  parts: ReaderParts,
): WordAnalyser {
  const words = new Map<string, KnownForms>();
  // The same letters may be a word by themselves and beside a digit: "3'a" in French.
  const numeric = new Map<string, KnownForms>();
  return (word) => {
    const known = word.isNumeric ? numeric : words;
    let forms = known.get(word.text);
    if (forms === undefined) known.set(word.text, (forms = analyseWord(word, language, parts)));
    if (!word.isCapitalised) return (forms.small ??= written.push(writtenAs(forms, 0)));
    if (!forms.isGrammar || !isAcronym(word.written))
      return (forms.capitalised ??= written.push(writtenAs(forms, termFlags.capitalised)));
    if (forms.acronym === null) {
      forms.acronym = written.push(writtenAs(forms, termFlags.capitalised));
      acronyms.set(
        forms.acronym,
        written.push(writtenAs({ ...forms, isGrammar: false }, termFlags.capitalised)),
      );
    }
    return forms.acronym;
  };
}

/** What is known of a folded word, and its numbers in the list of written words; null where it was not written so. */
interface KnownForms extends KnownWord {
  readonly isGrammar: boolean;
  /** Flags that it has however it is written. */
  readonly flags: number;
  readonly rank: number;
  small: number | null;
  capitalised: number | null;
  /** In capitals, though it is a grammar word. */
  acronym: number | null;
}

function analyseWord(
  { text, isNumeric }: RunWord,
  language: Language,
  { vocabulary, stem, meaning }: ReaderParts,
): KnownForms {
  const { id, word } = vocabulary.know(stem(text, language), text);
  return {
    id,
    word,
    isGrammar: isStopWord(text, language),
    flags: (isNumeric ? termFlags.numeric : 0) | (isAddressWord(text, language) ? termFlags.address : 0),
    rank: (language === 'en' ? meaning?.rankOf(text) : undefined) ?? -1,
    small: null,
    capitalised: null,
    acronym: null,
  };
}

function writtenAs({ id, word, isGrammar, flags, rank }: KnownForms, more: number): WrittenWord {
  return {
    id,
    word,
    flags: flags | more | (isGrammar ? termFlags.stopWord : 0),
    rank,
    weight: rank < 0 ? 0 : rankWeight(rank, isGrammar),
  };
}

/** Small letters around it show that the capitals of a grammar word mean something: "US" is none there. */
function placeAcronyms(terms: number[], text: string, { written, acronyms }: ReadWords): void {
  const { flags } = written;
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i] ?? 0;
    if (((flags[term] ?? 0) & capitalGrammar) !== capitalGrammar) continue;
    const acronym = acronyms.get(term);
    if (acronym !== undefined && hasSmallLetters(text)) terms[i] = acronym;
  }
}
