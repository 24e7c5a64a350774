import { setTimeout as pause } from 'node:timers/promises';

import type { Clock, Logger } from '../library/ports.ts';
import type { IdentifyTurns } from '../library/store.ts';

import { describeError } from './describe-error.ts';

const windowMs = 10 * 60_000;
/** Discord takes one login of a bucket per 5 s, counted by when they reach it: the second more is for the way there. */
const spacingMs = 6000;
const longestPauseMs = 5 * 60_000;
/** A database that is gone may take minutes to say so; the bot must come back without it. */
const turnWithinMs = 5000;

/** Decides when a shard may log in anew. */
export interface IdentifyThrottler {
  waitForIdentify(shardId: number, signal: AbortSignal): Promise<void>;
}

/** What a throttler is made with. */
export interface ThrottlerParts {
  /** How many logins Discord takes at once: one of each `shard_id % max_concurrency`. */
  readonly maxConcurrency: number;
  readonly turns: IdentifyTurns;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Makes each login of a shard wait until `nextIdentifyAt`, and then for the turn of its bucket, which all processes of
 * the bot take from one store. Without the store a process keeps the spacing of its own logins.
 */
export function createIdentifyThrottler({
  maxConcurrency,
  turns,
  clock,
  logger,
}: ThrottlerParts): IdentifyThrottler {
  const identifies = new Map<number, readonly number[]>();
  const lastOfBucket = new Map<number, number>();

  async function askForTurn(bucket: number): Promise<number> {
    try {
      const late = pause(turnWithinMs, undefined, { ref: false }).then(() =>
        Promise.reject(new Error('no answer')),
      );
      return await Promise.race([turns.take(bucket, spacingMs), late]);
    } catch (error) {
      logger.warn(
        { error: describeError(error) },
        'the store does not say whose turn it is to log in: other processes may log in at the same time',
      );
      return Math.max(0, (lastOfBucket.get(bucket) ?? Number.NEGATIVE_INFINITY) + spacingMs - clock.now());
    }
  }

  return {
    async waitForIdentify(shardId, signal) {
      const now = clock.now();
      const earlier = (identifies.get(shardId) ?? []).filter((at) => now - at < windowMs);
      await pause(nextIdentifyAt(earlier, now) - now, undefined, { signal });
      const bucket = shardId % maxConcurrency;
      for (;;) {
        const waitMs = await askForTurn(bucket);
        if (waitMs === 0) break;
        await pause(waitMs, undefined, { signal });
      }
      lastOfBucket.set(bucket, clock.now());
      identifies.set(shardId, [...earlier, clock.now()]);
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
  return Math.max(now, last + Math.min(spacingMs * 2 ** (earlier.length - 1), longestPauseMs));
}
