import { scoreBm25, type Bm25Measure } from './bm25.ts';
import {
  raise,
  shareOf,
  termShares,
  weighPhrase,
  weighSentences,
  weighted,
  type SentenceEvidence,
} from './evidence.ts';
import type { IndexedPassage, Phrase } from './indexed-passage.ts';
import type { Query } from './query.ts';
import type { TermMatcher } from './term-matcher.ts';

/** Everything that ranking, sentence choice and confidence weigh, by name. Shares are from 0 to 1. */
export const featureNames = [
  'bm25',
  'coverage',
  'headCoverage',
  'sentenceCoverage',
  'sentenceHeadCoverage',
  'neighbourCoverage',
  'softCoverage',
  'passageSoftCoverage',
  'weakestLink',
  'pairs',
  'names',
  'missingNames',
  'missingNumbers',
  'holdsAsked',
  'asksKnownKind',
  'similarity',
  'headSimilarity',
  'questionCoverage',
  'questionSoftCoverage',
  'questionF1',
  'questionSimilarity',
] as const;

export type FeatureName = (typeof featureNames)[number];
export type Features = Readonly<Record<FeatureName, number>>;

/** A passage measured against a question. */
export interface PassageEvidence {
  readonly features: Features;
  readonly sentences: readonly SentenceEvidence[];
  /** Content terms of the question that stand in title, headings or the entry's question, as bits. */
  readonly head: number;
  /** Content terms that stand anywhere in the passage, as bits. */
  readonly present: number;
}

/** What passages of one index are measured with for one question. */
export interface Measure extends Bm25Measure {
  readonly match: TermMatcher;
  /** Inverse document frequency of a term of the knowledge. */
  idfOf(id: number): number;
}

export function measurePassage(indexed: IndexedPassage, measure: Measure): PassageEvidence {
  const { query, match } = measure;
  const shares = termShares(query);
  const headings = indexed.headings.map((phrase) => weighPhrase(phrase, query, shares, match));
  const phrasings = indexed.phrasings.map((phrase) => weighPhrase(phrase, query, shares, match));
  const heads = [...headings, ...phrasings];
  const head = heads.reduce((bits, { present }) => bits | present, 0);
  const sentences = weighSentences(indexed, head, query, shares, match);
  const present = sentences.reduce((bits, sentence) => bits | sentence.present, head);

  const soft = new Float32Array(shares.length);
  for (const { likeness } of [...heads, ...sentences]) raise(soft, likeness);
  const best = (value: (sentence: SentenceEvidence) => number): number =>
    Math.max(0, ...sentences.map(value));

  const ownNames = shareWhere(query, shares, ({ isCapitalised, isNumeric }) => isCapitalised || isNumeric);
  return {
    sentences,
    head,
    present,
    features: {
      bm25: scoreBm25(indexed, measure),
      coverage: shareOf(present, shares),
      headCoverage: shareOf(head, shares),
      sentenceCoverage: best(({ coverage }) => coverage),
      sentenceHeadCoverage: best((sentence) => shareOf(sentence.present | head, shares)),
      neighbourCoverage: Math.max(
        0,
        ...sentences.map((sentence, i) =>
          shareOf(sentence.present | (sentences[i + 1]?.present ?? 0), shares),
        ),
      ),
      softCoverage: best(({ softCoverage }) => softCoverage),
      passageSoftCoverage: weighted(soft, shares),
      weakestLink: soft.length === 0 ? 0 : Math.min(...soft),
      pairs: best(({ pairs }) => pairs),
      names: shareWhere(
        query,
        shares,
        ({ isCapitalised, isNumeric }, i) => (isCapitalised || isNumeric) && ((present >> i) & 1) === 1,
      ),
      missingNames:
        ownNames === 0
          ? 0
          : shareWhere(query, shares, ({ isCapitalised }, i) => isCapitalised && (soft[i] ?? 0) < 1),
      missingNumbers: shareWhere(query, shares, ({ isNumeric }, i) => isNumeric && (soft[i] ?? 0) < 1),
      holdsAsked: best(({ holdsAsked }) => holdsAsked),
      asksKnownKind: query.asked === null ? 0 : 1,
      similarity: best(({ similarity }) => similarity),
      headSimilarity: Math.max(0, ...heads.map(({ similarity }) => similarity)),
      questionCoverage: Math.max(0, ...phrasings.map(({ coverage }) => coverage)),
      questionSoftCoverage: Math.max(0, ...phrasings.map(({ softCoverage }) => softCoverage)),
      questionF1: Math.max(
        0,
        ...phrasings.map((phrasing, i) =>
          f1(phrasing.softCoverage, reverseCoverage(indexed.phrasings[i], measure)),
        ),
      ),
      questionSimilarity: Math.max(0, ...phrasings.map(({ similarity }) => similarity)),
    },
  };
}

function shareWhere(
  query: Query,
  shares: Float32Array,
  counts: (term: Query['contentTerms'][number], position: number) => boolean,
): number {
  return shares.reduce((sum, share, i) => {
    const term = query.contentTerms[i];
    return term !== undefined && counts(term, i) ? sum + share : sum;
  }, 0);
}

/** Share of a phrasing's own content terms that the question has, words that come close counted in part. */
function reverseCoverage(phrase: Phrase | undefined, { match, idfOf }: Measure): number {
  if (phrase === undefined) return 0;
  let all = 0;
  let found = 0;
  phrase.ids.forEach((id, i) => {
    if (((phrase.flags[i] ?? 0) & 1) === 1) return;
    const weight = idfOf(id);
    all += weight;
    found += weight * Math.max(0, ...match.likenessOf(id));
  });
  return all === 0 ? 0 : found / all;
}

/** Harmonic mean. */
function f1(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
