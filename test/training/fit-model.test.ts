import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createRandom } from '../../src/evaluation/random.ts';
import { fitChoice, fitTruth, type ChoiceExample, type TruthExample } from '../../src/training/fit-model.ts';
import type { Sign } from '../../src/training/minimize.ts';

const random = createRandom(1);
const odds = (score: number): number => 1 / (1 + Math.exp(-score));

/** Choices of people who like what is warm twice as much as they dislike what is far, and do not care for colour. */
const choices: readonly ChoiceExample[] = Array.from({ length: 1500 }, () => {
  const candidates = Array.from({ length: 3 }, () => ({ warm: random(), far: random(), red: random() }));
  const wanted = candidates.map(({ warm, far }) => Math.exp(4 * warm - 2 * far));
  let left = random() * wanted.reduce((sum, one) => sum + one, 0);
  const taken = wanted.findIndex((one) => (left -= one) <= 0);
  return { candidates, isRight: candidates.map((_, i) => i === taken), weight: 1 };
});

/** Statements that hold the more likely the more is seen and the less is missing. */
const truths: readonly TruthExample[] = Array.from({ length: 3000 }, () => {
  const features = { seen: random() * 2, missing: random() * 2 };
  return { features, holds: random() < odds(1 + 2 * features.seen - 3 * features.missing), weight: 1 };
});

describe('what is chosen among candidates', () => {
  it('shows the preference by which it was chosen', () => {
    const { warm = 0, far = 0, red = 0 } = fitChoice(choices, ['warm', 'far', 'red']);
    expect(warm).toBeGreaterThan(3.4);
    expect(warm).toBeLessThan(4.6);
    expect(far).toBeGreaterThan(-2.5);
    expect(far).toBeLessThan(-1.5);
    expect(Math.abs(red)).toBeLessThan(0.4);
  });

  it('shows none where every candidate is right, nor for a feature that none has', () => {
    const all = choices.map((one) => ({ ...one, isRight: one.isRight.map(() => true) }));
    expect(fitChoice(all, ['warm', 'far'])).toEqual({ warm: 0, far: 0 });
    expect(fitChoice(choices, ['unheard-of'])).toEqual({ 'unheard-of': 0 });
  });

  it('counts by its weight', () => {
    const against = choices.map((one) => ({
      ...one,
      isRight: one.isRight.map((right) => !right),
      weight: 1e-6,
    }));
    const alone = fitChoice(choices, ['warm', 'far']);
    const both = fitChoice([...choices, ...against], ['warm', 'far']);
    expect(both['warm']).toBeCloseTo(alone['warm'] ?? 0, 2);
  });
});

describe('what holds or does not', () => {
  it('shows how likely each feature makes it', () => {
    const { constant = 0, seen = 0, missing = 0 } = fitTruth(truths, { seen: 1, missing: -1 });
    expect(Math.abs(constant - 1)).toBeLessThan(0.4);
    expect(Math.abs(seen - 2)).toBeLessThan(0.4);
    expect(Math.abs(missing + 3)).toBeLessThan(0.4);
  });

  it('is by itself as likely as it is frequent', () => {
    const rare = Array.from({ length: 100 }, (_, i) => ({ features: {}, holds: i === 0, weight: 1 }));
    expect(odds(fitTruth(rare, {})['constant'] ?? 0)).toBeCloseTo(0.01, 3);
  });

  it('gives a feature no say against its sign', () => {
    const { seen, missing } = fitTruth(truths, { seen: -1, missing: 1 });
    expect(seen).toBeCloseTo(0);
    expect(missing).toBeCloseTo(0);
  });

  const feature = fc.double({ min: -3, max: 3, noNaN: true });
  const example = fc.record({
    features: fc.record({ a: feature, b: feature, c: feature }),
    holds: fc.boolean(),
    weight: fc.constantFrom(0.5, 1, 2),
  });
  const sign = fc.constantFrom<Sign[]>(-1, 0, 1);

  it('keeps every sign, whatever the examples', () => {
    fc.assert(
      fc.property(
        fc.array(example, { minLength: 1, maxLength: 20 }),
        fc.record({ a: sign, b: sign, c: sign }),
        (examples, signs) => {
          const weights = fitTruth(examples, signs);
          for (const [name, own] of Object.entries(signs))
            expect((weights[name] ?? 0) * own).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('gives the same weights for the same examples, and where all of them count twice', () => {
    fc.assert(
      fc.property(fc.array(example, { minLength: 1, maxLength: 20 }), (examples) => {
        const signs = { a: 1, b: 0, c: -1 } as const;
        const weights = fitTruth(examples, signs);
        expect(fitTruth(examples, signs)).toEqual(weights);
        const twice = examples.map((one) => ({ ...one, weight: 2 * one.weight }));
        expect(fitTruth(twice, signs)).toEqual(weights);
      }),
      { numRuns: 30 },
    );
  });
});
