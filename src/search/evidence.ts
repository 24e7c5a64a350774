import type { Passage } from '../passages/passage.ts';

import { holdsAsked } from './holds-asked.ts';
import { rowCosine } from './meaning-rows.ts';
import { pairShare } from './pair-share.ts';
import { sentenceOf, type PassageTerms, type Sentence } from './passage-terms.ts';
import type { QuestionMeasure } from './question-measure.ts';

/**
 * How well a run of terms fits a question. Every value is a share from 0 to 1 of the question's content terms, each
 * weighted by its inverse document frequency.
 */
export interface PhraseEvidence {
  /** For every content term of the question: 1 when it is there, else how close the closest word comes. */
  readonly likeness: Float32Array;
  /** Content terms that are there, as bits by position. */
  readonly present: number;
  /** Terms that are there. */
  readonly coverage: number;
  /** The same, with words that come close by meaning or by letters counted in part. */
  readonly softCoverage: number;
  /** Neighbours in the question that stand within four words here. */
  readonly pairs: number;
  /** Cosine of the meaning of both, from -1 to 1. */
  readonly similarity: number;
}

/** The evidence of one sentence of a passage. */
export interface SentenceEvidence extends PhraseEvidence {
  readonly sentence: Sentence;
  /** Coverage without the terms that already stand in title, headings or entry question. */
  readonly rest: number;
  /** 1 when it holds a thing of the kind that the question asks for. */
  readonly holdsAsked: number;
}

/** The share of the question that a set of content terms, given as bits by position, stands for. */
export function shareOf(present: number, shares: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i += 1) if (((present >> i) & 1) === 1) sum += shares[i] ?? 0;
  return sum;
}

/** How well one run of terms, given by its number, fits the question. */
export function weighPhrase(
  passages: PassageTerms,
  phrase: number,
  measure: QuestionMeasure,
): PhraseEvidence {
  const { query, shares, match } = measure;
  const { terms, phraseStarts, meaningOf, meanings } = passages;
  const from = phraseStarts[phrase] ?? 0;
  const to = phraseStarts[phrase + 1] ?? 0;
  const likeness = new Float32Array(shares.length);
  const present = match.raise(terms, from, to, likeness);
  return {
    likeness,
    present,
    coverage: shareOf(present, shares),
    softCoverage: weighted(likeness, shares),
    pairs: pairShare(passages, phrase, present, measure),
    similarity: rowCosine(query.vector, meanings, meaningOf[phrase] ?? -1),
  };
}

/**
 * The evidence of one sentence of a passage.
 * @param head Content terms that stand in title, headings or entry question, as bits.
 */
export function weighSentence(
  passages: PassageTerms,
  phrase: number,
  { text }: Passage,
  head: number,
  measure: QuestionMeasure,
): SentenceEvidence {
  const { likeness, present, coverage, softCoverage, pairs, similarity } = weighPhrase(
    passages,
    phrase,
    measure,
  );
  const sentence = sentenceOf(passages, phrase);
  return {
    likeness,
    present,
    coverage,
    softCoverage,
    pairs,
    similarity,
    sentence,
    rest: shareOf(present & ~head, measure.shares),
    holdsAsked: holdsAsked(sentence, text, measure) ? 1 : 0,
  };
}

/** The weighted sum of likenesses: a share from 0 to 1. */
export function weighted(likenesses: Float32Array, shares: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i += 1) sum += (likenesses[i] ?? 0) * (shares[i] ?? 0);
  return sum;
}

/** Raises every value of `values` to at least that of `others`. */
export function raise(values: Float32Array, others: Float32Array): void {
  for (let i = 0; i < values.length; i += 1) values[i] = Math.max(values[i] ?? 0, others[i] ?? 0);
}
