import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { TrainingCase } from '../../src/training/training-case.ts';
import { heldOutArticles, shippedCases, splitCases } from '../../src/training/split-cases.ts';

import { caseWith } from './sample-cases.ts';

const [heldOut = ''] = heldOutArticles;
const group = fc.constantFrom(
  ...heldOutArticles,
  'articles/a.md',
  'articles/b.md',
  'How do I ask?',
  'How do I pay?',
  'How do I leave?',
  null,
);
const family = fc.constantFrom('squad', 'loose', 'loose, mixed', 'stack');
const someCases = fc
  .array(fc.record({ group, family }), { maxLength: 40 })
  .map((kinds) => kinds.map(caseWith));

describe('cases in two parts', () => {
  it('share no article and no FAQ entry, and lose none', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const { train, held } = splitCases(cases);
        const groups = new Set(train.map((one) => one.group));
        for (const one of held) if (one.group !== null) expect(groups.has(one.group)).toBe(false);
        expect(cases.filter((one) => train.includes(one) !== held.includes(one))).toEqual(cases);
      }),
    );
  });

  it('are fitted on no article that is held out, and measured on no other', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const articles = (part: readonly TrainingCase[]): readonly (string | null)[] =>
          part.map((one) => one.group).filter((name) => name?.endsWith('.md') === true);
        const { train, held } = splitCases(cases);
        for (const name of articles(train)) expect(heldOutArticles.has(name ?? '')).toBe(false);
        for (const name of articles(held)) expect(heldOutArticles.has(name ?? '')).toBe(true);
      }),
    );
  });

  it('have entries and questions without a place on either side', () => {
    const cases = ['How do I ask?', 'How do I pay?', null, null].map((name) => caseWith({ group: name }));
    const { train, held } = splitCases(cases);
    expect(train.map((one) => one.group)).toEqual(['How do I ask?', null]);
    expect(held.map((one) => one.group)).toEqual(['How do I pay?', null]);
  });
});

describe('what the shipped numbers are fitted on', () => {
  it('is all but the loose questions on held-out articles', () => {
    const loose = caseWith({ family: 'loose', group: heldOut });
    const mixed = caseWith({ family: 'loose, mixed', group: heldOut });
    const others = [
      caseWith({ family: 'squad', group: heldOut }),
      caseWith({ family: 'loose', group: 'articles/a.md' }),
      caseWith({ family: 'loose', group: null }),
    ];
    expect(shippedCases([loose, ...others, mixed])).toEqual(others);
  });
});
