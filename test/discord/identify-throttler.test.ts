import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  createIdentifyThrottler,
  nextIdentifyAt,
  type IdentifyThrottler,
} from '../../src/discord/identify-throttler.ts';

const windowMs = 10 * 60_000;
const dayMs = 24 * 3_600_000;

const parts = {
  maxConcurrency: 1,
  turns: { take: () => Promise.resolve(0) },
  clock: { now: () => 0 },
  logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
};

/** The shard waits until it is stopped, while one that is free logs in. */
async function expectWait(throttler: IdentifyThrottler, shardId: number, freeShardId: number): Promise<void> {
  const stop = new AbortController();
  const login = throttler.waitForIdentify(shardId, stop.signal);
  await throttler.waitForIdentify(freeShardId, new AbortController().signal);
  stop.abort();
  await expect(login).rejects.toThrow('aborted');
}

/** When a bot logs in that is thrown out so and so long after each login. */
function loginsOfADay(aliveMs: (login: number) => number): readonly number[] {
  const logins: number[] = [];
  let now = 0;
  while (now < dayMs) {
    const recent = logins.filter((at) => now - at < windowMs);
    const at = nextIdentifyAt(recent, now);
    logins.push(at);
    now = at + aliveMs(logins.length);
  }
  return logins;
}

describe('logging in anew', () => {
  test('is free the first time, and then waits twice as long each time', () => {
    expect(nextIdentifyAt([], 5)).toBe(5);
    expect(nextIdentifyAt([0], 0)).toBe(6_000);
    expect(nextIdentifyAt([0, 6_000], 6_000)).toBe(18_000);
    expect(nextIdentifyAt([0, 6_000, 18_000], 18_000)).toBe(42_000);
  });

  test('waits no longer for a login that is long ago', () => {
    expect(nextIdentifyAt([0], 60_000)).toBe(60_000);
  });

  test('never comes closer than the 5 s that Discord asks for, and never uses up a day', () => {
    const lives = fc.array(fc.nat(60_000), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(lives, (lifeMs) => {
        const logins = loginsOfADay((login) => lifeMs[login % lifeMs.length] ?? 0);
        const gaps = logins.slice(1).map((at, i) => at - (logins[i] ?? 0));
        expect(Math.min(...gaps)).toBeGreaterThan(5_000);
        // 1,000 are allowed, and the bot does not start with less than 100 of them left.
        expect(logins.length).toBeLessThan(900);
      }),
      { numRuns: 20 },
    );
  });

  test('is what the gateway client waits for, unless it is stopped meanwhile', async () => {
    const throttler = createIdentifyThrottler({ ...parts, maxConcurrency: 16 });
    await throttler.waitForIdentify(0, new AbortController().signal);
    await expectWait(throttler, 0, 1);
  });

  test('waits for the turn of the bucket, as long as the store says', async () => {
    const waits = [40, 20, 0];
    const turns = { take: () => Promise.resolve(waits.shift() ?? 0) };
    const throttler = createIdentifyThrottler({ ...parts, turns });
    await throttler.waitForIdentify(0, new AbortController().signal);
    expect(waits).toEqual([]);
  });

  test('goes on without the store, one of a bucket after the other', async () => {
    const turns = { take: () => Promise.reject(new Error('The database is down.')) };
    const throttler = createIdentifyThrottler({ ...parts, turns, maxConcurrency: 3 });
    await throttler.waitForIdentify(0, new AbortController().signal);
    await throttler.waitForIdentify(1, new AbortController().signal);
    await expectWait(throttler, 3, 2);
  });
});
