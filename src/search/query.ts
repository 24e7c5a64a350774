import type { Asked } from './asked.ts';
import type { Language } from '../text/language.ts';

/** A term of a question. */
export interface QueryTerm {
  /** The word, folded; the corrected one where it was misspelt. */
  readonly word: string;
  /** Stems in the question's language first, then in the other languages of the knowledge. */
  readonly stems: readonly string[];
  /** Numbers of those stems in the vocabulary; empty when no passage has the term. */
  readonly ids: readonly number[];
  readonly isStopWord: boolean;
  /** A capital letter that is not owed to the start of the question. */
  readonly isCapitalised: boolean;
  readonly isNumeric: boolean;
  /** Inverse document frequency. */
  readonly idf: number;
}

/** The parsed form of a question. */
export interface Query {
  readonly text: string;
  readonly language: Language;
  /** All terms in order, stop words included. */
  readonly terms: readonly QueryTerm[];
  /** The terms that carry meaning; all terms when there are none. */
  readonly contentTerms: readonly QueryTerm[];
  /** What kind of thing the question asks for; null when its words do not say. */
  readonly asked: Asked | null;
  /** What the question means, of length 1. */
  readonly vector: Float32Array | null;
}
