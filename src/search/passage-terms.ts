import type { termFlags } from './phrase-reader.ts';
import type { MeaningRows } from './meaning-rows.ts';

/** The kinds of phrases that a passage has, numbered in the order in which its phrases are kept. */
export const phraseKinds = {
  sentence: 0,
  /** The title of the document, and headings down to the passage. */
  heading: 1,
  /** The entry's question and its other phrasings; for an article, other names of its subject. */
  phrasing: 2,
} as const;

/** The number of a kind of phrase. */
export type PhraseKind = (typeof phraseKinds)[keyof typeof phraseKinds];

const kindCount = 3;

/**
 * The terms of all passages in the order of their texts, with everything about them that does not depend on a question.
 * 100,000 passages have some 14 million terms, so all of it is numbers in typed arrays.
 */
export interface PassageTerms {
  /** How many passages these are. */
  readonly size: number;
  /** For every term its number in the vocabulary and its flags; `termId` and `hasFlag` read them. */
  readonly terms: Int32Array;
  /** Where in `terms` each phrase begins, and at last where they all end. */
  readonly phraseStarts: Int32Array;
  /** The phrases of each passage, by number; a heading that passages share is one phrase. */
  readonly phrases: Int32Array;
  /** Where in `phrases` each kind begins, three for a passage, and at last where they all end. */
  readonly kindStarts: Int32Array;
  /** Place of every phrase that is a sentence in the text of its passage; `ends` is exclusive. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The row in `meanings` of every phrase, or -1 where none of its words is listed. */
  readonly meaningOf: Int32Array;
  readonly meanings: MeaningRows;
  /** For every passage 1 when it speaks to its reader or of its writer: "you", "my". */
  readonly personal: Uint8Array;
}

const flagBits = 5;

/** A term with its flags as one number. */
export function packTerm(id: number, flags: number): number {
  return (id << flagBits) | flags;
}

/** The number of a packed term in the vocabulary. */
export function termId(packed: number): number {
  return packed >> flagBits;
}

/** Whether a packed term has a flag of `termFlags`. */
export function hasFlag(packed: number, flag: (typeof termFlags)[keyof typeof termFlags]): boolean {
  return (packed & flag) !== 0;
}

/** Where in `phrases` those of one kind begin that a passage has. */
export function kindStart({ kindStarts }: PassageTerms, passage: number, kind: PhraseKind): number {
  return kindStarts[passage * kindCount + kind] ?? 0;
}

/** Where in `phrases` those of one kind end that a passage has. */
export function kindEnd({ kindStarts }: PassageTerms, passage: number, kind: PhraseKind): number {
  return kindStarts[passage * kindCount + kind + 1] ?? 0;
}

/** The phrases of one kind that a passage has, by number. */
export function phrasesOf(terms: PassageTerms, passage: number, kind: PhraseKind): Int32Array {
  return terms.phrases.subarray(kindStart(terms, passage, kind), kindEnd(terms, passage, kind));
}

/** A sentence of a passage with its place in the passage's text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** The terms of all passages, in which its own stand in order from `from` on up to `to`, each with its flags. */
  readonly terms: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** A phrase that is a sentence, by its number. */
export function sentenceOf({ terms, phraseStarts, starts, ends }: PassageTerms, phrase: number): Sentence {
  return {
    start: starts[phrase] ?? 0,
    end: ends[phrase] ?? 0,
    terms,
    from: phraseStarts[phrase] ?? 0,
    to: phraseStarts[phrase + 1] ?? 0,
  };
}
