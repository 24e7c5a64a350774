import type { Lift } from './faults.ts';

/** Rules that are in force, each for a number of times or until it is lifted. */
export class RuleList<Rule> {
  readonly #rules = new Map<Rule, number>();

  add(rule: Rule, times = Number.POSITIVE_INFINITY): Lift {
    this.#rules.set(rule, times);
    return () => {
      this.#rules.delete(rule);
    };
  }

  /** The oldest rule that fits, counted as used once. */
  take(fits: (rule: Rule) => boolean): Rule | null {
    for (const [rule, times] of this.#rules) {
      if (!fits(rule)) continue;
      if (times <= 1) this.#rules.delete(rule);
      else this.#rules.set(rule, times - 1);
      return rule;
    }
    return null;
  }

  get isEmpty(): boolean {
    return this.#rules.size === 0;
  }
}
