/** A fitted linear model: a weight for some of the features, and a constant. */
export interface Weights {
  readonly [feature: string]: number;
}

/** The weighted sum of the features that have a weight; `constant` is added as it is. */
export function weigh(features: Readonly<Record<string, number>>, weights: Weights): number {
  let sum = weights['constant'] ?? 0;
  for (const name in weights) sum += (weights[name] ?? 0) * (features[name] ?? 0);
  return sum;
}
