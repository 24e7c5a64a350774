import type { ActiveFaults } from '../faults/active-faults.ts';

const spacingMs = 5_000;

/** Counts identifies: `max_concurrency` in 5 seconds, one for each `shard_id % max_concurrency`. */
export class IdentifyLimits {
  readonly #now: () => number;
  readonly #faults: ActiveFaults;
  readonly #lastAtMs = new Map<number, number>();

  constructor(now: () => number, faults: ActiveFaults) {
    this.#now = now;
    this.#faults = faults;
  }

  /**
   * Takes one of the day's session starts, whether or not the identify comes too early.
   * `used-up`: there was none left, and Discord resets the token.
   */
  take(shardId: number): 'admitted' | 'too-early' | 'used-up' {
    const limit = this.#faults.sessionStartLimit;
    if (limit.remaining <= 0) return 'used-up';
    this.#faults.sessionStartLimit = { ...limit, remaining: limit.remaining - 1 };
    const key = shardId % limit.maxConcurrency;
    const last = this.#lastAtMs.get(key) ?? Number.NEGATIVE_INFINITY;
    if (this.#now() - last < spacingMs) return 'too-early';
    this.#lastAtMs.set(key, this.#now());
    return 'admitted';
  }
}
