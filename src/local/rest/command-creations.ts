import { limits } from '../validation/limits.ts';

const dayMs = 24 * 60 * 60_000;

/** How many commands were created in the last 24 hours, in each guild and everywhere. */
export class CommandCreations {
  readonly #now: () => number;
  readonly #atMs = new Map<string | null, readonly number[]>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts `count` more; over the limit none of them counts. */
  take(scope: string | null, count: number): { readonly used: number; readonly limit: number } {
    const recent = (this.#atMs.get(scope) ?? []).filter((atMs) => this.#now() - atMs < dayMs);
    const used = recent.length + count;
    const limit = limits.commandCreationsADay;
    if (used <= limit)
      this.#atMs.set(scope, [...recent, ...Array.from({ length: count }, () => this.#now())]);
    return { used, limit };
  }
}
