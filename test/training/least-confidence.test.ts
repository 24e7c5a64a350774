import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { leastConfidence, type RatedCase } from '../../src/training/least-confidence.ts';

const rated = fc.record({
  family: fc.constantFrom('squad', 'stack', 'loose'),
  set: fc.constantFrom('answerable', 'near', 'far', 'chit-chat', 'not-in-faq'),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
});
const someCases = fc.array(rated, { maxLength: 120 });

/** Share of the cases with at least this confidence, every family counting the same. */
function reaching(cases: readonly RatedCase[], least: number): number {
  const families = [...new Set(cases.map(({ family }) => family))];
  const shares = families.map((name) => {
    const own = cases.filter(({ family }) => family === name);
    return own.filter(({ confidence }) => confidence >= least).length / own.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

const isTalk = ({ set }: RatedCase): boolean => set === 'chit-chat' || set === 'not-in-faq';
const isNear = ({ set }: RatedCase): boolean => set === 'near';
const isFar = (one: RatedCase): boolean => one.set !== 'answerable' && !isNear(one);
/** Sums of shares are not exact. */
const rounding = 1e-9;

describe('the least confidences', () => {
  it('let through no more questions without an answer than promised', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const { answered, suggested } = leastConfidence(cases);
        expect(reaching(cases.filter(isNear), answered)).toBeLessThanOrEqual(0.25 + rounding);
        expect(reaching(cases.filter(isFar), answered)).toBeLessThanOrEqual(0.03 + rounding);
        expect(reaching(cases.filter(isTalk), suggested)).toBeLessThanOrEqual(0.05 + rounding);
        expect(suggested).toBeGreaterThanOrEqual(0);
        expect(answered).toBeGreaterThanOrEqual(suggested);
      }),
    );
  });

  it('are not higher than that takes', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const { answered, suggested } = leastConfidence(cases);
        const lower = (least: number): number => least - 3e-4;
        if (suggested > 0)
          expect(reaching(cases.filter(isTalk), lower(suggested))).toBeGreaterThan(0.05 - rounding);
        if (answered === suggested) return;
        const isTight =
          reaching(cases.filter(isNear), lower(answered)) > 0.25 - rounding ||
          reaching(cases.filter(isFar), lower(answered)) > 0.03 - rounding;
        expect(isTight).toBe(true);
      }),
    );
  });

  it('do not depend on the answerable questions, nor on the order', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const thresholds = leastConfidence(cases);
        expect(leastConfidence(cases.filter(({ set }) => set !== 'answerable'))).toEqual(thresholds);
        expect(leastConfidence(cases.toReversed())).toEqual(thresholds);
      }),
    );
  });

  it('answer nothing that would not even be shown', () => {
    const far = (family: string, set: string, confidence: number): RatedCase => ({ family, set, confidence });
    const low = Array.from({ length: 14 }, () => [far('squad', 'far', 0.1), far('stack', 'far', 0.1)]).flat();
    // One of so many far questions may be answered, but as the only small talk it may not be shown.
    const { answered, suggested } = leastConfidence([
      ...low,
      far('squad', 'chit-chat', 0.9),
      far('loose', 'far', 0),
    ]);
    expect(suggested).toBeGreaterThan(0.9);
    expect(answered).toBe(suggested);
  });

  it('are 0 where nothing speaks against showing all', () => {
    expect(leastConfidence([])).toEqual({ answered: 0, suggested: 0 });
  });
});
