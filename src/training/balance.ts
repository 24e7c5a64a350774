import type { TrainingCase } from './training-case.ts';

/**
 * Weights that let no set of questions drown another: families count the same, within a family the answerable
 * questions as much as all others together, and among these each set the same. They add up to the number of families.
 */
export function balance(
  cases: readonly TrainingCase[],
): readonly { readonly item: TrainingCase; readonly weight: number }[] {
  const sizes = new Map<string, Map<string, number>>();
  for (const { family, set } of cases) {
    const sets = sizes.get(family) ?? new Map<string, number>();
    sizes.set(family, sets.set(set, (sets.get(set) ?? 0) + 1));
  }
  return cases.map((item) => {
    const sets = sizes.get(item.family) ?? new Map<string, number>();
    return { item, weight: shareOfSet(item.set, [...sets.keys()]) / (sets.get(item.set) ?? 1) };
  });
}

function shareOfSet(set: string, sets: readonly string[]): number {
  const others = sets.filter((name) => name !== 'answerable').length;
  if (others === sets.length) return 1 / others;
  if (others === 0) return 1;
  return set === 'answerable' ? 1 / 2 : 1 / (2 * others);
}
