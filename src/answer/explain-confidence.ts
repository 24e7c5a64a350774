import { numbersFor } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';
import type { Query } from '../search/query.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Weights } from '../search/weigh.ts';

import { confidenceFeatures, confidenceWeights } from './confidence.ts';
import { explainWords, featuresInWords } from './explain-words.ts';
import type { Finding, Reason } from './explanation.ts';

/** Reasons that are told by one share, and the features whose weighted mean it is. */
const sharedReasons = [
  ['standsOut', ['share']],
  ['meaning', ['similarity']],
  ['entryQuestion', ['questionF1', 'questionSoftCoverage', 'questionSimilarity']],
] as const;

/** Every feature that some reason puts into words. A confidence that weighs another one is not explained in full. */
export const explainedFeatures: ReadonlySet<string> = new Set([
  ...featuresInWords,
  ...sharedReasons.flatMap(([, features]) => features),
  'kindMissing',
  'unaddressed',
  'onlyGrammar',
  'terms',
]);

/** So much of a share or more speaks for an answer, less against it. */
const half = 0.5;
/** So few content words seldom say what a question is about. */
const fewWords = 2;
/** Content words of a question of ordinary length, with which a short one is compared. */
const usualWords = 5;

type Features = Readonly<Record<string, number>>;

/** The reasons for the confidence in the first of these hits, the weightiest first. */
export function explainConfidence(hits: readonly Hit[], query: Query, index: SearchIndex): readonly Reason[] {
  const [first] = hits;
  if (first === undefined) return [];
  const features = confidenceFeatures(hits, query, numbersFor(index.fitted, query));
  const weights = confidenceWeights(first.passage, query, index);
  const others = [...explainShares(features, weights), ...explainQuestion(features, weights, query)];
  return [...explainWords(first, query, index, weights), ...others.filter(({ weight }) => weight > 0)].sort(
    (a, b) => b.weight - a.weight,
  );
}

function explainShares(features: Features, weights: Weights): readonly Reason[] {
  return sharedReasons.map(([kind, names]) => {
    const all = names.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
    const reached = names.reduce((sum, name) => sum + (weights[name] ?? 0) * (features[name] ?? 0), 0);
    const share = all === 0 ? 0 : reached / all;
    return share >= half
      ? { kind, share, effect: 'for', weight: reached }
      : { kind, share, effect: 'against', weight: all - reached };
  });
}

/** What the question itself brings along: what it asks for, whom it speaks of, and how much it says. */
function explainQuestion(features: Features, weights: Weights, query: Query): readonly Reason[] {
  const { asked, contentTerms } = query;
  const against = (finding: Finding, name: string): readonly Reason[] =>
    features[name] === 1 ? [{ ...finding, effect: 'against', weight: -(weights[name] ?? 0) }] : [];
  const count = contentTerms.length;
  const few: Reason = {
    kind: 'fewWords',
    count,
    effect: 'against',
    weight: (weights['terms'] ?? 0) * Math.log((usualWords + 1) / (count + 1)),
  };
  return [
    ...(asked === null ? [] : [explainAsked(asked, features, weights)]),
    ...against({ kind: 'unaddressed' }, 'unaddressed'),
    ...against({ kind: 'onlyGrammar' }, 'onlyGrammar'),
    ...(count <= fewWords ? [few] : []),
  ];
}

function explainAsked(asked: NonNullable<Query['asked']>, features: Features, weights: Weights): Reason {
  const effect = features['kindMissing'] === 1 ? 'against' : 'for';
  return { kind: 'asked', asked, effect, weight: -(weights['kindMissing'] ?? 0) };
}
