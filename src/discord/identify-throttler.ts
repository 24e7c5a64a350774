import { setTimeout as pause } from 'node:timers/promises';

import type { Clock } from '../library/ports.ts';

const windowMs = 10 * 60_000;
/** Discord takes one login per 5 s, counted by when they reach it: the second more is for the way there. */
const firstPauseMs = 6000;
const longestPauseMs = 5 * 60_000;

/** Decides when the gateway client may log in anew. */
export interface IdentifyThrottler {
  waitForIdentify(shardId: number, signal: AbortSignal): Promise<void>;
}

/** Makes each login of the gateway client wait until `nextIdentifyAt`. */
export function createIdentifyThrottler(clock: Clock): IdentifyThrottler {
  let identifies: readonly number[] = [];
  return {
    async waitForIdentify(_shardId, signal) {
      const now = clock.now();
      identifies = identifies.filter((at) => now - at < windowMs);
      const at = nextIdentifyAt(identifies, now);
      identifies = [...identifies, at];
      await pause(at - now, undefined, { signal });
    },
  };
}

/**
 * Lets the first login through and makes each further one within ten minutes wait twice as long as the one before:
 * logins are few (1,000 a day), and whoever uses them up loses the token. Times are milliseconds since the epoch;
 * `earlier` holds the logins of the last ten minutes, oldest first.
 */
export function nextIdentifyAt(earlier: readonly number[], now: number): number {
  const last = earlier.at(-1);
  if (last === undefined) return now;
  return Math.max(now, last + Math.min(firstPauseMs * 2 ** (earlier.length - 1), longestPauseMs));
}
