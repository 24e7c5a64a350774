import type { Language } from '../text/language.ts';
import type { Meaning } from '../text/meaning.ts';
import { isStopWord, stopWordsOf } from '../text/stop-words.ts';

import { createEditCounter } from './count-edits.ts';
import type { Vocabulary } from './vocabulary.ts';
import { createWordList, type WordList } from './word-list.ts';

/** The word that was meant, spelled as the knowledge spells it; the word itself when there is nothing to correct. */
export type SpellingCorrector = (word: string, isKnown: boolean, language: Language) => string;

/** Shorter words have too many neighbours to tell a slip from another word. */
const shortestCorrected = 4;
/** So short a word may still be a grammar word with a letter left out or two swapped: "wer", "teh". */
const shortestGrammar = 3;
/** Up to this length one edit is allowed, above it two. */
const longestWithOneEdit = 7;
/** Longer strings are no words. */
const longestCorrected = 30;

/** What decides between words that are equally near. */
interface Preference {
  readonly isGrammar: (word: string) => boolean;
  /** Less is more frequent; compares grammar words with one another, or other words. */
  readonly rarityOf: (word: string) => number;
}

/** What misspelt words are put right with. */
export interface SpellingParts {
  readonly vocabulary: Pick<Vocabulary, 'countOf'>;
  /** The words of the vocabulary. */
  readonly words: readonly WordList[];
  readonly meaning: Meaning | null;
}

/**
 * Corrects only what cannot be a word that was meant as it is: one that no passage has and that is not in the list
 * of English words. It becomes a word of the knowledge or a grammar word of its language, which questions are full of
 * whether the knowledge has it or not.
 */
export function createSpellingCorrector({ vocabulary, words, meaning }: SpellingParts): SpellingCorrector {
  const grammar = new Map<Language, WordList>();
  const grammarOf = (language: Language): WordList => {
    const list = grammar.get(language) ?? createWordList(stopWordsOf(language));
    grammar.set(language, list);
    return list;
  };
  const preferIn = (language: Language): Preference => ({
    isGrammar: (word) => isStopWord(word, language),
    // A small knowledge has too few grammar words to count them.
    rarityOf: (word) =>
      language === 'en' && meaning !== null && isStopWord(word, language)
        ? (meaning.rankOf(word) ?? Infinity)
        : -vocabulary.countOf(word),
  });
  return (word, isKnown, language) => {
    if (isKnown || !isCorrectable(word) || isStopWord(word, language)) return word;
    if (language === 'en' && meaning?.rankOf(word) !== undefined) return word;
    const lists = word.length < shortestCorrected ? [grammarOf(language)] : [...words, grammarOf(language)];
    return nearest(word, candidatesFor(word, lists), preferIn(language)) ?? word;
  };
}

function isCorrectable(word: string): boolean {
  return word.length >= shortestGrammar && word.length <= longestCorrected && /^\p{L}+$/u.test(word);
}

function mostEditsIn(word: string): number {
  return word.length <= longestWithOneEdit ? 1 : 2;
}

function candidatesFor(word: string, lists: readonly WordList[]): readonly string[] {
  const candidates = lists.flatMap((list) => list.near(word, mostEditsIn(word)));
  return word.length < shortestCorrected ? candidates.filter((one) => keepsLetters(word, one)) : candidates;
}

/** Whether no letter of the word was replaced or is too many. */
function keepsLetters(word: string, candidate: string): boolean {
  return [...new Set(word)].every((letter) => candidate.split(letter).length >= word.split(letter).length);
}

function hasSameLetters(word: string, candidate: string): boolean {
  return word.length === candidate.length && keepsLetters(word, candidate);
}

/**
 * Of the nearest words one with the same first letter wins, then one with its letters swapped (by chance few words
 * are so alike), then a grammar word, then the more frequent one.
 */
function nearest(word: string, candidates: readonly string[], prefer: Preference): string | null {
  const mostEdits = mostEditsIn(word);
  const countEdits = createEditCounter(word, mostEdits);
  let best: string | null = null;
  let bestRank: readonly number[] = [];
  for (const candidate of candidates) {
    const edits = countEdits(candidate);
    if (edits > mostEdits) continue;
    const rank = [
      edits,
      candidate[0] === word[0] ? 0 : 1,
      hasSameLetters(word, candidate) ? 0 : 1,
      prefer.isGrammar(candidate) ? 0 : 1,
      prefer.rarityOf(candidate),
    ];
    if (best !== null && !isBefore(rank, bestRank)) continue;
    best = candidate;
    bestRank = rank;
  }
  return best;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const differing = a.findIndex((value, i) => value !== b[i]);
  return differing >= 0 && (a[differing] ?? 0) < (b[differing] ?? 0);
}
