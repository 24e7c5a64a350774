import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';

import type { Logger } from '../../library/ports.ts';

import { migrate } from './migrations.ts';
import type { Database, Engine, Tables } from './tables.ts';

/** Name of the embedded store in its folder. */
export const fileName = 'footnote.db';

/** The first SQLite that cannot lose writes of several connections: https://sqlite.org/releaselog/3_51_3.html. */
const soundVersion = [3, 51, 3] as const;

/** How often another process's changes are looked for; looking takes microseconds. */
const pollMs = 250;

/** In this order: the others would fail on a busy file. FULL keeps every acknowledged row over a power cut. */
const settings = ['busy_timeout=5000', 'journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON'];

/**
 * The store's own file, `footnote.db` in this folder; both are made when they are missing.
 * @throws Error when the folder or the file cannot be written.
 */
export async function openSqlite(folder: string, logger: Logger): Promise<Engine> {
  await mkdir(folder, { recursive: true });
  const connect = await chooseEngine();
  const open = (): DatabaseSyncInstance => {
    const database = connect(join(folder, fileName));
    for (const setting of settings) database.exec(`PRAGMA ${setting}`);
    return database;
  };
  const db: Database = new Kysely<Tables>({ dialect: new ImmediateDialect({ database: wrap(open()) }) });
  await migrate(db, 'sqlite');
  return {
    db,
    now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    announce: () => Promise.resolve(),
    watch: (onChange) => Promise.resolve(poll(open(), onChange, logger)),
    // One process starts all that work on this file, and gives each shard to one of them.
    lockShards: () => Promise.resolve([]),
    close: () => db.destroy(),
  };
}

/** Node's own SQLite where it is sound, else the same interface from a package. */
export async function chooseEngine(): Promise<(path: string) => DatabaseSyncInstance> {
  const { DatabaseSync } = isSound(process.versions['sqlite'])
    ? process.getBuiltinModule('node:sqlite')
    : await import('@photostructure/sqlite');
  return (path) => new DatabaseSync(path);
}

function isSound(version: string | undefined): boolean {
  if (version === undefined) return false;
  const parts = version.split('.').map(Number);
  const difference = soundVersion
    .map((wanted, place) => (parts[place] ?? 0) - wanted)
    .find((each) => each !== 0);
  return (difference ?? 0) >= 0;
}

function poll(database: DatabaseSyncInstance, onChange: () => void, logger: Logger): () => Promise<void> {
  const statement = database.prepare('PRAGMA data_version');
  const version = (): string => JSON.stringify(statement.get());
  let seen = version();
  const timer = setInterval(() => {
    let now: string;
    try {
      now = version();
    } catch {
      // An error thrown in a timer would end the process; a busy or full disk passes.
      logger.warn({}, 'the database could not be asked for changes; asking again');
      return;
    }
    if (now === seen) return;
    seen = now;
    onChange();
  }, pollMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    database.close();
    return Promise.resolve();
  };
}

/** What Kysely works with, which is the interface of another package. */
function wrap(database: DatabaseSyncInstance): SqliteDatabase {
  return {
    close: () => {
      database.close();
    },
    prepare(query): SqliteStatement {
      const statement = database.prepare(query);
      return {
        reader: statement.columns().length > 0,
        all: (parameters): unknown[] => statement.all(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
        run: (parameters) => statement.run(...parameters),
      };
    },
  };
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDriver>[0];

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0]) {
    super(config);
    this.#config = config;
  }

  override createDriver(): ImmediateDriver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): LockingAdapter {
    return new LockingAdapter();
  }
}

/** A transaction that reads first and writes later is refused when another process wrote in between; this one waits. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Kysely takes no lock on SQLite while it migrates, so processes that start together would fail. */
class LockingAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  override async acquireMigrationLock(db: Kysely<unknown>): Promise<void> {
    await sql`update kysely_migration_lock set is_locked = is_locked`.execute(db);
  }
}
