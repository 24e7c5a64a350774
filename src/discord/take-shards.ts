import { setTimeout as pause } from 'node:timers/promises';

import type { Shards } from '../config/shards.ts';
import type { Logger } from '../library/ports.ts';
import type { ShardLocks } from '../library/store.ts';

import { shardsTaken, type FatalStop } from './fatal-stop.ts';

const tryAgainAfterMs = 500;
/** In all 15 s: by then the database has noticed that a process or a machine is gone. */
const mostTries = 30;

/**
 * Takes the shards of this process, so that no other one may have them; waits for a process that is just ending. A bot
 * with one shard takes none: then two processes share its work, and one can start before the other ends.
 * @returns why the process has to end; null when it may go on.
 */
export async function takeShards(
  { ids, count }: Shards,
  locks: ShardLocks,
  logger: Logger,
): Promise<FatalStop | null> {
  if (count === 1) return null;
  for (let tries = 1; ; tries += 1) {
    const others = await locks.take(ids);
    if (others.length === 0) return null;
    if (tries === mostTries) return shardsTaken(others);
    if (tries === 1)
      logger.warn({ shards: others }, 'other processes have these shards; waiting for their end');
    await pause(tryAgainAfterMs);
  }
}
