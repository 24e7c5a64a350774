import type { TrainingCase } from './training-case.ts';

/** Articles of which no question in loose wording is ever fitted on, and none at all in the held-out run. */
export const heldOutArticles: ReadonlySet<string> = new Set([
  'articles/1973-oil-crisis.md',
  'articles/force.md',
  'articles/scottish-parliament.md',
  'articles/yuan-dynasty.md',
]);

/** Everything but the loose questions on the held-out articles: what the shipped numbers are fitted on. */
export function shippedCases(cases: readonly TrainingCase[]): readonly TrainingCase[] {
  return cases.filter((one) => !one.family.startsWith('loose') || !isOfHeldOutArticle(one));
}

/**
 * Two parts that share no article and no FAQ entry: the second holds the held-out articles, every second FAQ entry,
 * and every second of the questions that belong to neither.
 */
export function splitCases(cases: readonly TrainingCase[]): {
  readonly train: readonly TrainingCase[];
  readonly held: readonly TrainingCase[];
} {
  const groups = [...new Set(cases.map(({ group }) => group))];
  const odd = new Set(groups.filter((_, i) => i % 2 === 1));
  const isHeld = (one: TrainingCase, i: number): boolean => {
    if (one.group === null) return i % 2 === 1;
    return one.group.endsWith('.md') ? isOfHeldOutArticle(one) : odd.has(one.group);
  };
  return {
    train: cases.filter((one, i) => !isHeld(one, i)),
    held: cases.filter(isHeld),
  };
}

function isOfHeldOutArticle({ group }: TrainingCase): boolean {
  return group !== null && heldOutArticles.has(group);
}
