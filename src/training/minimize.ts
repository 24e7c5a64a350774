/** A loss and its gradient at some weights. The gradient is added to `gradient`. */
export type AddGradient = (weights: Float64Array, gradient: Float64Array) => void;

/** What a weight may be: 1 never below 0, -1 never above, 0 anything. */
export type Sign = -1 | 0 | 1;

const rounds = 300;
const stepSize = 0.2;
/** Steps shrink in the last part of the rounds, so that the weights come to rest. */
const fineShare = 0.7;

/**
 * Weights at which a convex loss is least, by Adam (Kingma and Ba 2015) over the whole gradient: no chance involved,
 * so the same examples give the same weights. A weight that would leave its sign stays at 0.
 */
export function minimize(
  start: Float64Array,
  signs: readonly Sign[],
  addGradient: AddGradient,
): Float64Array {
  const weights = Float64Array.from(start);
  const mean = new Float64Array(start.length);
  const square = new Float64Array(start.length);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(start.length);
    addGradient(weights, gradient);
    const step = round > rounds * fineShare ? stepSize / 10 : stepSize;
    for (let i = 0; i < start.length; i += 1) {
      const slope = gradient[i] ?? 0;
      const m = 0.9 * (mean[i] ?? 0) + 0.1 * slope;
      const v = 0.99 * (square[i] ?? 0) + 0.01 * slope * slope;
      mean[i] = m;
      square[i] = v;
      const direction = m / (1 - 0.9 ** round) / (Math.sqrt(v / (1 - 0.99 ** round)) + 1e-8);
      weights[i] = keepSign((weights[i] ?? 0) - step * direction, signs[i] ?? 0);
    }
  }
  return weights;
}

function keepSign(value: number, sign: Sign): number {
  return value * sign < 0 ? 0 : value;
}
