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
  readonly isNumeric: boolean;
  /** A name by its capital letter in the question or by how the knowledge writes it, or a number. */
  readonly isNamed: boolean;
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
  /** Greets, thanks or takes leave and asks nothing. */
  readonly isCourtesy: boolean;
  /** Speaks of the asker or of the one asked: "my", "you". */
  readonly isPersonal: boolean;
  /** What the question means, of length 1. */
  readonly vector: Float32Array | null;
}
