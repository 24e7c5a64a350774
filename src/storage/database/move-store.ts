import { sql } from 'kysely';

import type { Logger } from '../../library/ports.ts';

import { findStore } from './find-store.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { DatabaseTransaction, Engine, Tables } from './tables.ts';

/** In an order in which no row refers to a later one. Who logs in when is a matter of the moment, and stays behind. */
const tables = Object.keys({
  entry: true,
  entry_version: true,
  gap: true,
  gap_phrasing: true,
  waiter: true,
  alias_link: true,
  vote: true,
  quote: true,
  tally: true,
  secret: true,
  server_settings: true,
  audit: true,
  untold: true,
  revision: true,
} satisfies Record<Exclude<keyof Tables, 'identify'>, true>);

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 500;

type Row = Readonly<Record<string, unknown>>;

/**
 * Copies the embedded store into an empty PostgreSQL database: all of it, or nothing. Bots that work on the embedded
 * store wait meanwhile; what they write later is not copied.
 * @returns how many rows were copied.
 * @throws Error with one plain sentence, which shows no password, when there is no store or the database is not empty
 * or cannot be used.
 */
export async function moveStore(dataFolder: string, databaseUrl: string, logger: Logger): Promise<number> {
  await findStore(dataFolder);
  const target = await openTarget(databaseUrl, logger);
  try {
    const source = await openSqlite(dataFolder, logger);
    try {
      return await copy(source, target);
    } finally {
      await source.close();
    }
  } finally {
    await target.close();
  }
}

async function openTarget(databaseUrl: string, logger: Logger): Promise<Engine> {
  try {
    return await openPostgres(databaseUrl, logger);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Error(`The database of --to cannot be used: check its address and whether it runs (${code}).`, {
      cause: error,
    });
  }
}

function copy(source: Engine, target: Engine): Promise<number> {
  // A transaction of the source too, so that all tables are read as they are at one moment.
  return source.db.transaction().execute((from) =>
    target.db.transaction().execute(async (to) => {
      let copied = 0;
      for (const table of tables) {
        const { rows: there } = await sql<Row>`select 1 from ${sql.table(table)} limit 1`.execute(to);
        if (there.length > 0)
          throw new Error('The database of --to holds a store already; nothing was copied.');
        const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(from);
        await insert(to, table, rows);
        copied += rows.length;
      }
      await target.announce(to, '');
      return copied;
    }),
  );
}

async function insert(to: DatabaseTransaction, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const values = rows
      .slice(at, at + rowsAtOnce)
      .map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(to);
  }
}
