import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { minimize, type AddGradient, type Sign } from '../../src/training/minimize.ts';

/** The gradient of half the squared distance to `target`, steeper along some axes than along others. */
function towards(target: readonly number[]): AddGradient {
  return (weights, gradient) => {
    target.forEach((goal, i) => {
      gradient[i] = (gradient[i] ?? 0) + (i + 1) * ((weights[i] ?? 0) - goal);
    });
  };
}

const target = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 4 });
const sign = fc.constantFrom<Sign[]>(-1, 0, 1);

describe('the weights at which a loss is least', () => {
  it('are found wherever they are', () => {
    fc.assert(
      fc.property(target, (goal) => {
        const found = minimize(new Float64Array(goal.length), [], towards(goal));
        goal.forEach((value, i) => {
          expect(found[i]).toBeCloseTo(value, 1);
        });
      }),
    );
  });

  it('keep their signs: what would leave its sign stays at 0, and the others are found all the same', () => {
    fc.assert(
      fc.property(target, fc.array(sign, { minLength: 4, maxLength: 4 }), (goal, signs) => {
        const found = minimize(new Float64Array(goal.length), signs, towards(goal));
        goal.forEach((value, i) => {
          const allowed = value * (signs[i] ?? 0) < 0 ? 0 : value;
          expect(found[i]).toBeCloseTo(allowed, 1);
          expect((found[i] ?? 0) * (signs[i] ?? 0)).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  it('do not depend on chance, and the start is left as it was', () => {
    const start = Float64Array.from([1, 2, 3]);
    const goal = towards([0.5, -2, 7]);
    expect(minimize(start, [0, 1, 0], goal)).toEqual(minimize(start, [0, 1, 0], goal));
    expect([...start]).toEqual([1, 2, 3]);
  });
});
