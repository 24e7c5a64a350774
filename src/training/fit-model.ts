import type { Weights } from '../search/weigh.ts';

import { addTimes, dot } from './linear-algebra.ts';
import { minimize, type Sign } from './minimize.ts';

type Features = Readonly<Record<string, number>>;

/** One choice among candidates, of which at least one is right. */
export interface ChoiceExample {
  readonly candidates: readonly Features[];
  readonly isRight: readonly boolean[];
  readonly weight: number;
}

/** One statement that holds or does not. */
export interface TruthExample {
  readonly features: Features;
  readonly holds: boolean;
  readonly weight: number;
}

/** Keeps weights small that the examples hardly speak for: ridge penalty on each but the constant. */
const ridge = 1e-3;

/** Weights of a conditional logit: the right candidates get the greatest share of exp(score). */
export function fitChoice(examples: readonly ChoiceExample[], names: readonly string[]): Weights {
  const rows = examples.map(({ candidates, isRight, weight }) => ({
    candidates: candidates.map((features) => toRow(features, names)),
    isRight,
    weight,
  }));
  const total = sumOf(rows.map(({ weight }) => weight));
  const weights = minimize(new Float64Array(names.length), [], (at, gradient) => {
    for (const { candidates, isRight, weight } of rows) {
      const scores = candidates.map((row) => dot(at, row));
      const greatest = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - greatest));
      const all = sumOf(odds);
      const right = sumOf(odds.filter((_, i) => isRight[i]));
      candidates.forEach((row, i) => {
        const share = (odds[i] ?? 0) / all - (isRight[i] === true ? (odds[i] ?? 0) / right : 0);
        addTimes(gradient, row, (share * weight) / total);
      });
    }
    addTimes(gradient, at, ridge);
  });
  return toWeights(weights, names);
}

/**
 * Weights and constant of a logistic model. A feature with a sign keeps it: more of what speaks for an answer never
 * lowers the confidence in it, whatever a set of examples happens to look like.
 */
export function fitTruth(examples: readonly TruthExample[], signs: Readonly<Record<string, Sign>>): Weights {
  const names = ['constant', ...Object.keys(signs)];
  const rows = examples.map(({ features, holds, weight }) => ({
    row: toRow({ ...features, constant: 1 }, names),
    holds: holds ? 1 : 0,
    weight,
  }));
  const total = sumOf(rows.map(({ weight }) => weight));
  const start = new Float64Array(names.length);
  const weights = minimize(start, [0, ...Object.values(signs)], (at, gradient) => {
    for (const { row, holds, weight } of rows) {
      const likely = 1 / (1 + Math.exp(-dot(at, row)));
      addTimes(gradient, row, ((likely - holds) * weight) / total);
    }
    const penalty = at.map((value, i) => (i === 0 ? 0 : value));
    addTimes(gradient, penalty, ridge);
  });
  return toWeights(weights, names);
}

function toRow(features: Features, names: readonly string[]): Float64Array {
  return Float64Array.from(names, (name) => features[name] ?? 0);
}

function toWeights(weights: Float64Array, names: readonly string[]): Weights {
  return Object.fromEntries(names.map((name, i) => [name, Number((weights[i] ?? 0).toFixed(4))]));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
