import { scoreBm25, type Bm25Measure } from './bm25.ts';
import {
  raise,
  shareOf,
  weighPhrase,
  weighSentences,
  weighted,
  type PhraseEvidence,
  type QuestionMeasure,
  type SentenceEvidence,
} from './evidence.ts';
import { termFlags, type IndexedPassage, type Phrase } from './indexed-passage.ts';
import { namedShares } from './named-shares.ts';

/** What passages of one index are measured with for one question. */
export interface Measure extends Bm25Measure, QuestionMeasure {
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

/** Measures a passage against the question that `measure` is made for. */
export function measurePassage(indexed: IndexedPassage, measure: Measure): PassageEvidence {
  const weighAll = (phrases: readonly Phrase[]): readonly PhraseEvidence[] =>
    phrases.map((phrase) => weighPhrase(phrase, measure));
  const phrasings = weighAll(indexed.phrasings);
  const heads = [...weighAll(indexed.headings), ...phrasings];
  const head = heads.reduce((bits, { present }) => bits | present, 0);
  const sentences = weighSentences(indexed, head, measure);
  const present = sentences.reduce((bits, sentence) => bits | sentence.present, head);
  const likeness = closest([...heads, ...sentences], measure.shares.length);
  return {
    sentences,
    likeness,
    features: {
      bm25: scoreBm25(indexed, measure),
      ...sentenceFeatures(sentences, measure),
      ...passageFeatures(indexed, present, likeness, measure),
      ...phrasingFeatures(indexed, phrasings, measure),
    },
  };
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
  { isPersonal }: IndexedPassage,
  present: number,
  likeness: Float32Array,
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
  indexed: IndexedPassage,
  phrasings: readonly PhraseEvidence[],
  measure: Measure,
): Features {
  return {
    questionSoftCoverage: most(phrasings, ({ softCoverage }) => softCoverage),
    questionSimilarity: most(phrasings, ({ similarity }) => similarity),
    questionF1: most(phrasings, ({ softCoverage }, i) =>
      harmonicMean(softCoverage, reverseCoverage(indexed.phrasings[i], measure)),
    ),
  };
}

/** Share of a phrasing's own content terms that the question has, words that come close counted in part. */
function reverseCoverage(phrase: Phrase | undefined, { match, idfOf }: Measure): number {
  let all = 0;
  let found = 0;
  phrase?.ids.forEach((id, i) => {
    if (((phrase.flags[i] ?? 0) & termFlags.stopWord) !== 0) return;
    const weight = idfOf(id);
    all += weight;
    found += weight * Math.max(0, ...match.likenessOf(id));
  });
  return all === 0 ? 0 : found / all;
}

function closest(phrases: readonly PhraseEvidence[], terms: number): Float32Array {
  const likeness = new Float32Array(terms);
  for (const phrase of phrases) raise(likeness, phrase.likeness);
  return likeness;
}

/** The smallest value; 0 when there is none. */
function least(likeness: Float32Array): number {
  return likeness.length === 0 ? 0 : Math.min(...likeness);
}

/** The greatest value, and at least 0. */
function most<T>(items: readonly T[], value: (item: T, index: number) => number): number {
  return items.reduce((best, item, index) => Math.max(best, value(item, index)), 0);
}

function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
