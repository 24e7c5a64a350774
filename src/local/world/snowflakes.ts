const discordEpochMs = 1_420_070_400_000;

/** Discord ids: the time in the upper bits, so that a later id is a greater number. */
export class Snowflakes {
  readonly #now: () => number;
  #last = 0n;

  constructor(now: () => number) {
    this.#now = now;
  }

  next(): string {
    const byTime = BigInt(Math.max(0, this.#now() - discordEpochMs)) << 22n;
    this.#last = byTime > this.#last ? byTime : this.#last + 1n;
    return this.#last.toString();
  }
}

/** When the thing with this id was made, in milliseconds since the epoch. */
export const createdAtMs = (id: string): number => Number(BigInt(id) >> 22n) + discordEpochMs;
