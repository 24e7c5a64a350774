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
  kindEnd,
  kindStart,
  phraseKinds,
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
  const likeness = new Float32Array(measure.shares.length);
  const headings = weighKind(terms, number, phraseKinds.heading, measure);
  const phrasings = weighKind(terms, number, phraseKinds.phrasing, measure);
  const head = gather(headings, likeness) | gather(phrasings, likeness);
  const sentences = weighSentences(terms, number, passage, head, measure);
  const present = head | gather(sentences, likeness);
  const best = bestOf(sentences, measure);
  const { names, missingNames, unknown } = namedShares(measure.query, present, measure.shares);
  const agreement = agreementOf(phrasings, terms, number, measure);
  return {
    sentences,
    likeness,
    features: {
      bm25: measure.bm25.score(terms, number, passage),
      softCoverage: best.softCoverage,
      describedCoverage: best.describedCoverage,
      sentenceWeakestLink: best.weakestLink,
      pairs: best.pairs,
      askedCoverage: best.askedCoverage,
      similarity: best.similarity,
      coverage: shareOf(present, measure.shares),
      passageSoftCoverage: weighted(likeness, measure.shares),
      names,
      missingNames,
      unknown,
      unaddressed: measure.query.isPersonal && terms.personal[number] !== 1 ? 1 : 0,
      questionSoftCoverage: agreement.softCoverage,
      questionSimilarity: agreement.similarity,
      questionF1: agreement.f1,
    },
  };
}

function weighKind(
  terms: PassageTerms,
  passage: number,
  kind: PhraseKind,
  measure: Measure,
): readonly PhraseEvidence[] {
  const weighed: PhraseEvidence[] = [];
  const to = kindEnd(terms, passage, kind);
  for (let i = kindStart(terms, passage, kind); i < to; i += 1)
    weighed.push(weighPhrase(terms, terms.phrases[i] ?? 0, measure));
  return weighed;
}

function weighSentences(
  terms: PassageTerms,
  number: number,
  passage: Passage,
  head: number,
  measure: Measure,
): readonly SentenceEvidence[] {
  const weighed: SentenceEvidence[] = [];
  const to = kindEnd(terms, number, phraseKinds.sentence);
  for (let i = kindStart(terms, number, phraseKinds.sentence); i < to; i += 1)
    weighed.push(weighSentence(terms, terms.phrases[i] ?? 0, passage, head, measure));
  return weighed;
}

/** Raises likenesses to those of phrases, and tells which content terms are in any of them, as bits. */
function gather(phrases: readonly PhraseEvidence[], likeness: Float32Array): number {
  let present = 0;
  for (const phrase of phrases) {
    raise(likeness, phrase.likeness);
    present |= phrase.present;
  }
  return present;
}

/** What the best sentence of a passage offers, each by its own best; 0 without any sentence. */
interface Best {
  readonly softCoverage: number;
  readonly describedCoverage: number;
  readonly weakestLink: number;
  readonly pairs: number;
  readonly askedCoverage: number;
  readonly similarity: number;
}

function bestOf(sentences: readonly SentenceEvidence[], { described }: Measure): Best {
  let softCoverage = 0;
  let describedCoverage = 0;
  let weakestLink = 0;
  let pairs = 0;
  let askedCoverage = 0;
  let similarity = 0;
  for (const sentence of sentences) {
    softCoverage = Math.max(softCoverage, sentence.softCoverage);
    describedCoverage = Math.max(describedCoverage, weighted(sentence.likeness, described));
    weakestLink = Math.max(weakestLink, least(sentence.likeness));
    pairs = Math.max(pairs, sentence.pairs);
    askedCoverage = Math.max(askedCoverage, sentence.holdsAsked * sentence.softCoverage);
    similarity = Math.max(similarity, sentence.similarity);
  }
  return { softCoverage, describedCoverage, weakestLink, pairs, askedCoverage, similarity };
}

/** How well the question and the phrasings of an FAQ entry agree. */
interface Agreement {
  readonly softCoverage: number;
  readonly similarity: number;
  readonly f1: number;
}

function agreementOf(
  phrasings: readonly PhraseEvidence[],
  terms: PassageTerms,
  passage: number,
  measure: Measure,
): Agreement {
  let [softCoverage, similarity, f1] = [0, 0, 0];
  const from = kindStart(terms, passage, phraseKinds.phrasing);
  phrasings.forEach((phrasing, i) => {
    const reverse = reverseCoverage(terms, terms.phrases[from + i] ?? 0, measure);
    softCoverage = Math.max(softCoverage, phrasing.softCoverage);
    similarity = Math.max(similarity, phrasing.similarity);
    f1 = Math.max(f1, harmonicMean(phrasing.softCoverage, reverse));
  });
  return { softCoverage, similarity, f1 };
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

/** The smallest value; 0 when there is none. */
function least(likeness: Float32Array): number {
  let smallest = likeness[0] ?? 0;
  for (let i = 1; i < likeness.length; i += 1) smallest = Math.min(smallest, likeness[i] ?? 0);
  return smallest;
}

function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
