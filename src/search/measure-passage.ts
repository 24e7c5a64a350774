import type { Passage } from '../passages/passage.ts';

import type { Bm25 } from './bm25.ts';
import {
  raise,
  shareOf,
  weighPhrase,
  weighSentence,
  weighted,
  type PhraseEvidence,
  type SentenceEvidence,
} from './evidence.ts';
import { namedShares } from './named-shares.ts';
import {
  hasFlag,
  phraseKinds,
  phrasesOf,
  termId,
  type PassageTerms,
  type PhraseKind,
} from './passage-terms.ts';
import { termFlags } from './phrase-reader.ts';
import type { QuestionMeasure } from './question-measure.ts';

/** What passages of one index are measured with for one question. */
export interface Measure extends QuestionMeasure {
  readonly bm25: Bm25;
  /** Inverse document frequency of a term of the knowledge. */
  readonly idfOf: (id: number) => number;
}

/** Everything that ranking and confidence weigh, by name; explained in ARCHITECTURE.md. Shares are from 0 to 1. */
export type Features = Readonly<Record<string, number>>;

/** A passage measured against a question. */
export interface PassageEvidence {
  readonly features: Features;
  readonly sentences: readonly SentenceEvidence[];
  /** For every content term of the question, how close the passage comes to it, from 0 to 1. */
  readonly likeness: Float32Array;
}

/** A passage with its terms, which stand under its number among those of other passages. */
export interface NumberedPassage {
  readonly passage: Passage;
  readonly terms: PassageTerms;
  readonly number: number;
}

/** Measures a passage against the question that `measure` is made for. */
export function measurePassage(
  { passage, terms, number }: NumberedPassage,
  measure: Measure,
): PassageEvidence {
  const phrasings = weighKind(terms, number, phraseKinds.phrasing, measure);
  const heads = [...weighKind(terms, number, phraseKinds.heading, measure), ...phrasings];
  const head = heads.reduce((bits, { present }) => bits | present, 0);
  const sentences = Array.from(phrasesOf(terms, number, phraseKinds.sentence), (phrase) =>
    weighSentence(terms, phrase, passage, head, measure),
  );
  const present = sentences.reduce((bits, sentence) => bits | sentence.present, head);
  const likeness = closest([...heads, ...sentences], measure.shares.length);
  return {
    sentences,
    likeness,
    features: {
      bm25: measure.bm25.score(terms, number, passage),
      ...sentenceFeatures(sentences, measure),
      ...passageFeatures(present, likeness, terms.personal[number] === 1, measure),
      ...phrasingFeatures(phrasings, terms, phrasesOf(terms, number, phraseKinds.phrasing), measure),
    },
  };
}

function weighKind(
  terms: PassageTerms,
  passage: number,
  kind: PhraseKind,
  measure: Measure,
): readonly PhraseEvidence[] {
  return Array.from(phrasesOf(terms, passage, kind), (phrase) => weighPhrase(terms, phrase, measure));
}

/** What the best sentence of the passage offers, each feature by its own best. */
function sentenceFeatures(sentences: readonly SentenceEvidence[], { described }: Measure): Features {
  return {
    softCoverage: most(sentences, ({ softCoverage }) => softCoverage),
    describedCoverage: most(sentences, ({ likeness }) => weighted(likeness, described)),
    sentenceWeakestLink: most(sentences, ({ likeness }) => least(likeness)),
    pairs: most(sentences, ({ pairs }) => pairs),
    askedCoverage: most(sentences, ({ holdsAsked, softCoverage }) => holdsAsked * softCoverage),
    similarity: most(sentences, ({ similarity }) => similarity),
  };
}

/** What the passage as a whole has, and what it lacks; `present` are the terms that are there, as bits. */
function passageFeatures(
  present: number,
  likeness: Float32Array,
  isPersonal: boolean,
  { query, shares }: Measure,
): Features {
  return {
    coverage: shareOf(present, shares),
    passageSoftCoverage: weighted(likeness, shares),
    ...namedShares(query, present, shares),
    unaddressed: query.isPersonal && !isPersonal ? 1 : 0,
  };
}

/** How well the question and the phrasings of an FAQ entry agree. */
function phrasingFeatures(
  phrasings: readonly PhraseEvidence[],
  terms: PassageTerms,
  phrases: Int32Array,
  measure: Measure,
): Features {
  return {
    questionSoftCoverage: most(phrasings, ({ softCoverage }) => softCoverage),
    questionSimilarity: most(phrasings, ({ similarity }) => similarity),
    questionF1: most(phrasings, ({ softCoverage }, i) =>
      harmonicMean(softCoverage, reverseCoverage(terms, phrases[i] ?? 0, measure)),
    ),
  };
}

/** Share of a phrasing's own content terms that the question has, words that come close counted in part. */
function reverseCoverage(
  { terms, phraseStarts }: PassageTerms,
  phrase: number,
  { match, shares, idfOf }: Measure,
): number {
  let all = 0;
  let found = 0;
  for (let place = phraseStarts[phrase] ?? 0; place < (phraseStarts[phrase + 1] ?? 0); place += 1) {
    const packed = terms[place] ?? 0;
    if (hasFlag(packed, termFlags.stopWord)) continue;
    const weight = idfOf(termId(packed));
    let closest = 0;
    for (let i = 0; i < shares.length; i += 1)
      closest = Math.max(closest, match.likenessOf(termId(packed), i));
    all += weight;
    found += weight * closest;
  }
  return all === 0 ? 0 : found / all;
}

function closest(phrases: readonly PhraseEvidence[], terms: number): Float32Array {
  const likeness = new Float32Array(terms);
  for (const phrase of phrases) raise(likeness, phrase.likeness);
  return likeness;
}

/** The smallest value; 0 when there is none. */
function least(likeness: Float32Array): number {
  let smallest = likeness[0] ?? 0;
  for (const value of likeness) if (value < smallest) smallest = value;
  return smallest;
}

/** The greatest value, and at least 0. */
function most<T>(items: readonly T[], value: (item: T, index: number) => number): number {
  return items.reduce((best, item, index) => Math.max(best, value(item, index)), 0);
}

function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
