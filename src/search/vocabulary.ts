import type { Meaning } from '../text/meaning.ts';

import { createNumberList, type NumberList } from './growing-lists.ts';
import { createTextTable } from './text-table.ts';

/** The terms of one snapshot, numbered in order of first appearance. */
export interface Vocabulary {
  /** Number of the term, or undefined when no passage has it. */
  idOf(stem: string): number | undefined;
  /** The most frequent word that has this stem. */
  wordOf(id: number): string;
  /** Rank of that word in a list of words by frequency; undefined when it is not listed. */
  rankOf(id: number, meaning: Meaning): number | undefined;
  /** In how many passages the term occurs. */
  passagesWith(id: number): number;
  /** Occurrences inside sentences with a capital letter less those without: above 0 it is a name. */
  capitalsOf(id: number): number;
  /** How often the word occurs as it is spelled; 0 for a word that does not. */
  countOf(word: string): number;
  /** Every word that occurs; of an extended vocabulary those that it has beyond its base. */
  words(): Iterable<string>;
  /** Every term, likewise. */
  stems(): Iterable<string>;
  readonly size: number;
}

/** A word with the term that it is a form of, both as numbers. */
export interface KnownWord {
  readonly id: number;
  readonly word: number;
}

/** Collects a vocabulary while passages are analysed. */
export interface VocabularyBuilder extends Vocabulary {
  /** The numbers of a word and its term, given anew when they are seen for the first time; counts nothing. */
  know(stem: string, word: string): KnownWord;
  /** Counts one more occurrence of a word, given with the number of its term. */
  countWord(id: number, word: number): void;
  /** Counts how a term is written at a place where only a name has a capital letter. */
  countCase(id: number, isCapitalised: boolean): void;
  /** Counts a passage for a term: once, however often it has the term. Passages come one after the other. */
  countPassage(id: number, passage: number): void;
}

const notListed = -1;
const notAsked = -2;

/** An empty vocabulary. */
export function createVocabulary(): VocabularyBuilder {
  const stems = createTextTable();
  const words = createTextTable();
  const counts = createNumberList();
  const terms = createTermLists();
  return {
    know(stem, word) {
      const number = words.take(word);
      if (number === counts.length) counts.push(0);
      const id = stems.take(stem);
      if (id === terms.forms.length) terms.push(number);
      return { id, word: number };
    },
    countWord(id, word) {
      counts.add(word, 1);
      if (counts.at(word) > counts.at(terms.forms.at(id))) terms.forms.set(id, word);
    },
    countCase(id, isCapitalised) {
      terms.capitals.add(id, isCapitalised ? 1 : -1);
    },
    countPassage: terms.countPassage,
    idOf(stem) {
      const id = stems.numberOf(stem);
      return id < 0 ? undefined : id;
    },
    wordOf: (id) => words.texts[terms.forms.at(id)] ?? '',
    rankOf(id, meaning) {
      if (terms.ranks.at(id) === notAsked)
        terms.ranks.set(id, meaning.rankOf(words.texts[terms.forms.at(id)] ?? '') ?? notListed);
      const rank = terms.ranks.at(id);
      return rank === notListed ? undefined : rank;
    },
    passagesWith: (id) => terms.passages.at(id),
    capitalsOf: (id) => terms.capitals.at(id),
    countOf(word) {
      const number = words.numberOf(word);
      return number < 0 ? 0 : counts.at(number);
    },
    words: () => words.texts,
    stems: () => stems.texts,
    get size() {
      return terms.forms.length;
    },
  };
}

/** What is known of each term, by its number. */
interface TermLists {
  /** Number of the most frequent word. */
  readonly forms: NumberList;
  readonly passages: NumberList;
  /** The passage that was counted last. */
  readonly lastPassages: NumberList;
  readonly capitals: NumberList;
  readonly ranks: NumberList;
  /** One more term, with the word that it was first seen as. */
  push(form: number): void;
  readonly countPassage: VocabularyBuilder['countPassage'];
}

function createTermLists(): TermLists {
  const forms = createNumberList();
  const passages = createNumberList();
  const lastPassages = createNumberList();
  const capitals = createNumberList();
  const ranks = createNumberList();
  return {
    forms,
    passages,
    lastPassages,
    capitals,
    ranks,
    push(form) {
      forms.push(form);
      passages.push(0);
      lastPassages.push(-1);
      capitals.push(0);
      ranks.push(notAsked);
    },
    countPassage(id, passage) {
      if (lastPassages.at(id) === passage) return;
      lastPassages.set(id, passage);
      passages.add(id, 1);
    },
  };
}
