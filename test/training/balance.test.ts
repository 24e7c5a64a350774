import fc from 'fast-check';
import { expect, test } from 'vitest';

import { balance } from '../../src/training/balance.ts';

import { caseWith } from './sample-cases.ts';

const kind = fc.record({
  family: fc.constantFrom('squad', 'stack', 'loose'),
  set: fc.constantFrom('answerable', 'near', 'far', 'chit-chat'),
});

type Balanced = ReturnType<typeof balance>;

function sum(weighed: Balanced): number {
  return weighed.reduce((total, { weight }) => total + weight, 0);
}

test('no family, and within it no set of questions, drowns another', () => {
  fc.assert(
    fc.property(fc.array(kind, { minLength: 1, maxLength: 40 }), (kinds) => {
      const weighed = balance(kinds.map(caseWith));
      const families = new Set(kinds.map(({ family }) => family));
      expect(sum(weighed)).toBeCloseTo(families.size);
      for (const family of families) {
        const own = weighed.filter(({ item }) => item.family === family);
        const sets = [...new Set(own.map(({ item }) => item.set))];
        const others = sets.filter((set) => set !== 'answerable');
        const half = others.length === 0 || others.length === sets.length ? 1 : 1 / 2;
        for (const set of sets) {
          const expected = set === 'answerable' ? half : half / others.length;
          expect(sum(own.filter(({ item }) => item.set === set))).toBeCloseTo(expected);
        }
      }
    }),
  );
});

test('questions of one set weigh the same, and all stay in their order', () => {
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 40 }), (kinds) => {
      const weighed = balance(kinds.map(caseWith));
      expect(weighed.map(({ item: { family, set } }) => ({ family, set }))).toEqual(kinds);
      const weights = new Map<string, number>();
      for (const { item, weight } of weighed) {
        const key = `${item.family} ${item.set}`;
        expect(weight).toBe(weights.get(key) ?? weight);
        weights.set(key, weight);
      }
    }),
  );
});
