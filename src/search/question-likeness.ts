import { detectLanguage } from '../text/detect-language.ts';
import type { Meaning } from '../text/meaning.ts';
import { stemWord } from '../text/stem-word.ts';
import { analyzeTerms } from '../text/terms.ts';

import { cosine, sentenceVector, wordWeight } from './sentence-vector.ts';

/** A question prepared for comparison with others. */
export interface ComparedQuestion {
  /** What each of its words weighs, by stem. */
  readonly weights: ReadonlyMap<string, number>;
  readonly vector: Float32Array | null;
}

/** Prepares a question for comparison; `meaning` is null where there are no tables of word meanings. */
export function prepareQuestion(question: string, meaning: Meaning | null): ComparedQuestion {
  const language = detectLanguage(question);
  const terms = analyzeTerms(question, language, stemWord);
  const hasVector = meaning !== null && language === 'en';
  return {
    weights: new Map(
      terms.map((term) => [term.stem, hasVector ? wordWeight(term, meaning) : term.isStopWord ? 0.3 : 1]),
    ),
    vector: hasVector ? sentenceVector(terms, meaning) : null,
  };
}

/**
 * How much two questions ask the same, from 0 to 1: the mean of what they share of their words, F1 of the weights, and
 * of the cosine of their vectors; the words alone where one of them has no vector.
 */
export function questionLikeness(a: ComparedQuestion, b: ComparedQuestion): number {
  const shared = [...a.weights].reduce((sum, [stem, weight]) => sum + (b.weights.has(stem) ? weight : 0), 0);
  const total = weigh(a) + weigh(b);
  const words = total === 0 ? 0 : (2 * shared) / total;
  return a.vector === null || b.vector === null
    ? words
    : (words + Math.max(0, cosine(a.vector, b.vector))) / 2;
}

function weigh({ weights }: ComparedQuestion): number {
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0);
}
