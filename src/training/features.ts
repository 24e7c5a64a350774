import type { Sign } from './minimize.ts';

/** What the score of a passage weighs; more features were tried and brought nothing. `fit --ablate` leaves one out. */
export const rankFeatures = [
  'bm25',
  'softCoverage',
  'pairs',
  'names',
  'askedCoverage',
  'similarity',
  'passageSoftCoverage',
] as const;

/** What the score of an FAQ entry weighs besides: its question. */
export const questionFeatures = ['questionSoftCoverage', 'questionF1', 'questionSimilarity'] as const;

/** What the score of a sentence within its passage weighs. */
export const sentenceFeatureNames = [
  'coverage',
  'rest',
  'pairs',
  'holdsAsked',
  'softCoverage',
  'similarity',
  'previous',
  'first',
] as const;

/** What confidence in a passage weighs, and which way each speaks. */
export const articleSigns: Readonly<Record<string, Sign>> = {
  bm25: 1,
  bm25Log: 1,
  softCoverage: 1,
  passageSoftCoverage: 1,
  describedCoverage: 1,
  sentenceWeakestLink: 1,
  similarity: 1,
  share: 1,
  terms: 0,
  missingNames: -1,
  unknown: -1,
  kindMissing: -1,
  unaddressed: -1,
  onlyGrammar: -1,
};

/** The same for an FAQ entry. */
export const entrySigns: Readonly<Record<string, Sign>> = {
  ...articleSigns,
  questionSoftCoverage: 1,
  questionF1: 1,
  questionSimilarity: 1,
};
