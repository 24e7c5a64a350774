import { sentenceFeatures } from '../answer/choose-sentence.ts';
import { confidenceFeatures } from '../answer/confidence.ts';
import { consideredHits } from '../answer/considered-hits.ts';
import { fewPassages, forKind, type ByKind, type Numbers, type Thresholds } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';
import { weigh, type Weights } from '../search/weigh.ts';

import { balance } from './balance.ts';
import {
  articleSigns,
  entrySigns,
  questionFeatures,
  rankFeatures,
  sentenceFeatureNames,
} from './features.ts';
import { fitChoice, fitTruth } from './fit-model.ts';
import { leastConfidence } from './least-confidence.ts';
import type { Sign } from './minimize.ts';
import type { TrainingCase } from './training-case.ts';

/**
 * Fits every number, each step on what the one before it makes of the cases. A feature of `leftOut` gets no weight, which
 * shows what it brings.
 */
export function fitNumbers(cases: readonly TrainingCase[], leftOut: ReadonlySet<string>): Numbers {
  const sentence = fitSentence(cases, leftOut);
  const small = cases.filter(isSmall);
  const large = cases.filter((one) => !isSmall(one));
  const few = fitSize(small, fitRank(small, leftOut), sentence, leftOut);
  const many = fitSize(
    large,
    fitRank([...large, ...small.filter(hasArticlesOnly)], leftOut),
    sentence,
    leftOut,
  );
  return {
    sentence,
    rank: { few: few.rank, many: many.rank },
    confidence: { few: few.confidence, many: many.confidence },
    thresholds: { few: few.thresholds, many: many.thresholds },
  };
}

function isSmall({ passages }: TrainingCase): boolean {
  return passages <= fewPassages;
}

/** Passages are told apart by the same signs in large knowledge and in small; FAQ entries are not. */
function hasArticlesOnly({ hits }: TrainingCase): boolean {
  return hits.every(({ passage }) => passage.question === null);
}

function fitSentence(cases: readonly TrainingCase[], leftOut: ReadonlySet<string>): Weights {
  const examples = balance(cases.filter(({ texts }) => texts.length > 0)).flatMap(({ item, weight }) => {
    const hit = item.hits.find(item.isRight);
    const sentences = hit?.evidence.sentences ?? [];
    const isRight = sentences.map(({ sentence: { start, end } }) =>
      item.texts.some((text) => hit?.passage.text.slice(start, end).includes(text)),
    );
    if (!isRight.includes(true) || !isRight.includes(false)) return [];
    return { candidates: sentences.map((_, i) => sentenceFeatures(sentences, i)), isRight, weight };
  });
  return fitChoice(
    examples,
    sentenceFeatureNames.filter((name) => !leftOut.has(name)),
  );
}

const entryPrefix = 'entry.';

/**
 * In knowledge that was mixed for training, an entry's question asks for another thing of its passage than people do, so it
 * counts for less than in a real FAQ. With a quarter of the weight 88.7 instead of 86.7 % of the questions to fifteen
 * entries of one half of the FAQ were right at first, fitted on the other half, and 90.7 instead of 91.9 % of those to mixed pieces.
 */
const mixedShare = 1 / 4;

/**
 * Articles and entries in one model, so that their scores can be compared: an entry weighs what an article does, its
 * question, and corrections of its own that stay small where the examples say little.
 */
function fitRank(cases: readonly TrainingCase[], leftOut: ReadonlySet<string>): ByKind<Weights> {
  const shared = rankFeatures.filter((name) => !leftOut.has(name));
  const own = [...shared, ...questionFeatures.filter((name) => !leftOut.has(name)), 'constant'];
  const examples = balance(cases.filter(({ hits, isRight }) => hits.some(isRight))).map(
    ({ item, weight }) => ({
      candidates: item.hits.map((hit) => rankRow(hit, own)),
      isRight: item.hits.map(item.isRight),
      weight: isMixed(item) ? weight * mixedShare : weight,
    }),
  );
  const fitted = fitChoice(examples, [...shared, ...own.map((name) => `${entryPrefix}${name}`)]);
  const weightOf = (name: string): number => fitted[name] ?? 0;
  return {
    article: Object.fromEntries(shared.map((name) => [name, weightOf(name)])),
    entry: Object.fromEntries(
      own.map((name) => [name, Number((weightOf(name) + weightOf(`${entryPrefix}${name}`)).toFixed(4))]),
    ),
  };
}

function isMixed({ family }: TrainingCase): boolean {
  return family.endsWith('mixed');
}

function rankRow({ passage, evidence }: Hit, own: readonly string[]): Readonly<Record<string, number>> {
  if (passage.question === null) return evidence.features;
  const row: Record<string, number> = { ...evidence.features, constant: 1 };
  for (const name of own) row[`${entryPrefix}${name}`] = row[name] ?? 0;
  return row;
}

/** The case as the fitted weights order it. */
export function rerank(one: TrainingCase, rank: ByKind<Weights>): TrainingCase {
  const hits = one.hits
    .map((hit) => ({ ...hit, score: weigh(hit.evidence.features, forKind(rank, hit.passage)) }))
    .sort((a, b) => b.score - a.score);
  return { ...one, hits: hits.slice(0, consideredHits) };
}

/** What is fitted for knowledge of one size. */
interface SizeNumbers {
  readonly rank: ByKind<Weights>;
  readonly confidence: ByKind<Weights>;
  readonly thresholds: ByKind<Thresholds>;
}

function fitSize(
  cases: readonly TrainingCase[],
  rank: ByKind<Weights>,
  sentence: Weights,
  leftOut: ReadonlySet<string>,
): SizeNumbers {
  const ranked = cases.map((one) => rerank(one, rank));
  const ofKind = (isEntry: boolean): readonly TrainingCase[] =>
    ranked.filter(
      ({ hits: [first] }) => first !== undefined && (first.passage.question !== null) === isEntry,
    );
  const [articles, entries] = [ofKind(false), ofKind(true)];
  const confidence = {
    article: fitConfidence(articles, sentence, keep(articleSigns, leftOut)),
    entry: fitConfidence(entries, sentence, keep(entrySigns, leftOut)),
  };
  const thresholds = {
    article: fitThresholds(articles, sentence, confidence.article),
    entry: fitThresholds(entries, sentence, confidence.entry),
  };
  return { rank, confidence, thresholds };
}

function keep(
  signs: Readonly<Record<string, Sign>>,
  leftOut: ReadonlySet<string>,
): Readonly<Record<string, Sign>> {
  return Object.fromEntries(Object.entries(signs).filter(([name]) => !leftOut.has(name)));
}

function fitConfidence(
  cases: readonly TrainingCase[],
  sentence: Weights,
  signs: Readonly<Record<string, Sign>>,
): Weights {
  const examples = balance(cases).map(({ item, weight }) => ({
    features: featuresOf(item, sentence),
    holds: isFirstRight(item),
    weight,
  }));
  return fitTruth(examples, signs);
}

function fitThresholds(cases: readonly TrainingCase[], sentence: Weights, model: Weights): Thresholds {
  const rated = cases.map((item) => ({
    family: item.family,
    set: item.set,
    confidence: rate(item, sentence, model),
  }));
  return leastConfidence(rated);
}

export function isFirstRight({ hits: [first], isRight }: TrainingCase): boolean {
  return first !== undefined && isRight(first);
}

/** Confidence in the first hit of a case. */
export function rate(one: TrainingCase, sentence: Weights, model: Weights): number {
  if (one.hits.length === 0 || one.query.isCourtesy) return 0;
  return 1 / (1 + Math.exp(-weigh(featuresOf(one, sentence), model)));
}

function featuresOf({ hits, query }: TrainingCase, sentence: Weights): Readonly<Record<string, number>> {
  return confidenceFeatures(hits, query, { sentence });
}
