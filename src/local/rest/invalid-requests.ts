import { limits } from '../validation/limits.ts';

/** The answers of 401, 403 and 429 of the last ten minutes. At 10,000 of them, what stands before Discord bars the address. */
export class InvalidRequests {
  readonly #now: () => number;
  #atMs: readonly number[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts an answer, `count` times, if it is one of those. */
  add(status: number, count = 1): void {
    if (status !== 401 && status !== 403 && status !== 429) return;
    this.#atMs = [...this.#atMs, ...Array.from({ length: count }, () => this.#now())];
  }

  /** How long the address is barred from now on, in milliseconds; 0 when it is not. */
  barredForMs(): number {
    const since = this.#now() - limits.invalidRequestsWithinMs;
    this.#atMs = this.#atMs.filter((atMs) => atMs > since);
    const decisive = this.#atMs.at(-limits.invalidRequests);
    return this.#atMs.length < limits.invalidRequests || decisive === undefined ? 0 : decisive - since;
  }
}
