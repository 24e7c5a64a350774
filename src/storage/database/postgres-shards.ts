import type { Client } from 'pg';
import { z } from 'zod';

import type { Logger } from '../../library/ports.ts';

import { keepSession } from './postgres-session.ts';

/** Tells these locks from others of the same database. */
const lockClass = 0x466f6f74;

/** A machine that is gone without a word counts as gone after eleven seconds, not after the two hours of most systems. */
const noticeLoss =
  'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3';

const rowsSchema = z.array(z.object({ id: z.number() }));

/** Either those that other processes have, or how the locks are given back. */
export type ShardLocking =
  | { readonly outcome: 'held'; readonly others: readonly number[] }
  | { readonly outcome: 'locked'; readonly unlock: () => Promise<void> };

/**
 * Locks shards, all or none, by locks that end with their connection, and so with their process or machine. When the
 * connection is lost, they are taken again as soon as that can be done.
 */
export async function lockShards(
  connect: () => Client,
  ids: readonly number[],
  logger: Logger,
): Promise<ShardLocking> {
  let others: readonly number[] = [];

  async function begin(client: Client): Promise<void> {
    await client.query(noticeLoss);
    const { rows } = await client.query(
      'select id from unnest($1::int[]) as id where not pg_try_advisory_lock($2, id)',
      [ids, lockClass],
    );
    others = rowsSchema.parse(rows).map(({ id }) => id);
    if (others.length > 0) throw new Error('Other processes have these shards.');
  }

  try {
    const unlock = await keepSession({
      connect,
      begin,
      onLost: () => {
        logger.warn({}, 'the connection that keeps the shards of this process its own was lost');
      },
      onAgain: () => undefined,
    });
    return { outcome: 'locked', unlock };
  } catch (error) {
    if (others.length > 0) return { outcome: 'held', others };
    throw error;
  }
}
