import { Kysely, PostgresDialect, sql } from 'kysely';
import { Client, Pool, TypeOverrides, types } from 'pg';

import type { Logger } from '../../library/ports.ts';

import { migrate } from './migrations.ts';
import { keepSession } from './postgres-session.ts';
import { lockShards } from './postgres-shards.ts';
import type { Database, Engine, Tables } from './tables.ts';

const channel = 'footnote';
const connections = 10;
const connectWithinMs = 5000;

/** Counts and moments fit a number; pg reads them as text. */
function readBigints(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, Number);
  return overrides;
}

/**
 * The store in a PostgreSQL database, for several processes and machines.
 * @throws Error when the database cannot be reached.
 */
export async function openPostgres(connectionString: string, logger: Logger): Promise<Engine> {
  const options = {
    connectionString,
    connectionTimeoutMillis: connectWithinMs,
    keepAlive: true,
    types: readBigints(),
  };
  const pool = new Pool({ ...options, max: connections });
  // Without a listener a restart of the database would end the process.
  pool.on('error', () => {
    logger.warn({}, 'an idle connection to the database was lost');
  });
  const db: Database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const connect = (): Client => new Client(options);
  let unlockShards: () => Promise<void> = () => Promise.resolve();
  return {
    db,
    // Not now(), which stands still from the beginning of a statement that waits for another one.
    now: sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`,
    async announce(transaction, guildId) {
      await sql`select pg_notify(${channel}, ${guildId})`.execute(transaction);
    },
    watch: (onChange) => listen(connect, onChange, logger),
    async lockShards(ids) {
      const locking = await lockShards(connect, ids, logger);
      if (locking.outcome === 'held') return locking.others;
      unlockShards = locking.unlock;
      return [];
    },
    async close() {
      await unlockShards();
      await db.destroy();
    },
  };
}

/** What is announced while the connection is lost is not told again: whoever listens looks at everything anew then. */
function listen(connect: () => Client, onChange: () => void, logger: Logger): Promise<() => Promise<void>> {
  return keepSession({
    connect,
    async begin(client) {
      client.on('notification', onChange);
      await client.query(`listen ${channel}`);
    },
    onLost: () => {
      logger.warn({}, 'the connection that tells of changes was lost');
    },
    onAgain: onChange,
  });
}
