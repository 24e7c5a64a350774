import type { Logger } from '../../library/ports.ts';
import type { AliasLink, AuditRecord, PrivacyStore, Store } from '../../library/store.ts';

import { createAuditLog } from './audit-rows.ts';
import { createEntryStore } from './entry-rows.ts';
import { createGapStore } from './gap-rows.ts';
import { createIdentifyTurns } from './identify-rows.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import { createQuoteStore } from './quote-rows.ts';
import type { Engine, WritableEngine } from './tables.ts';
import { createTallyStore } from './tally-rows.ts';
import { createSettingsStore } from './settings-rows.ts';
import { createVoteStore } from './vote-rows.ts';

/** Where the store is kept. */
export interface StorePlace {
  /** Folder of the store's own file, which is used when there is no database. */
  readonly dataFolder: string;
  /** Address of a PostgreSQL database, or null. */
  readonly databaseUrl: string | null;
  readonly logger: Logger;
}

/**
 * Opens the store, in PostgreSQL where an address is given, else in a file of its own.
 * @throws Error with one plain sentence, which shows no password, when it cannot be opened.
 */
export async function openStore({ dataFolder, databaseUrl, logger }: StorePlace): Promise<Store> {
  try {
    return createStore(
      databaseUrl === null ? await openSqlite(dataFolder, logger) : await openPostgres(databaseUrl, logger),
    );
  } catch (error) {
    const place =
      databaseUrl === null
        ? `The data folder ${dataFolder} cannot be used: check DATA_DIR and the rights to it`
        : 'The database of DATABASE_URL cannot be used: check its address and whether it runs';
    throw new Error(`${place} (${codeOf(error)}).`, { cause: error });
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

function createStore(engine: Engine): Store {
  const { db } = engine;
  const watching = createWatching(engine);
  const auditListeners = new Set<(record: AuditRecord) => void>();
  const writable: WritableEngine = {
    ...engine,
    auditListeners,
    onAudited(record) {
      for (const tell of auditListeners) tell(record);
    },
    onCommitted: watching.tellAll,
  };
  return {
    entries: createEntryStore(writable),
    gaps: createGapStore(writable),
    votes: createVoteStore(engine),
    quotes: createQuoteStore(engine),
    tallies: createTallyStore(engine),
    audit: createAuditLog(writable),
    settings: createSettingsStore(writable),
    privacy: createPrivacyStore(engine),
    identifyTurns: createIdentifyTurns(engine),
    shardLocks: { take: (ids) => engine.lockShards(ids) },
    aliasLinks: (guildId) => listAliasLinks(engine, guildId),
    async revision(guildId) {
      const row = await db
        .selectFrom('revision')
        .select('value')
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      return row?.value ?? 0;
    },
    watch: watching.add,
    async close() {
      await watching.close();
      await engine.close();
    },
  };
}

/** Those who watch in this process: one connection listens for all of them. */
interface Watching {
  readonly tellAll: () => void;
  readonly add: (onChange: () => void) => Promise<void>;
  readonly close: () => Promise<void>;
}

function createWatching(engine: Engine): Watching {
  const watchers = new Set<() => void>();
  let listening: Promise<() => Promise<void>> | null = null;
  const tellAll = (): void => {
    for (const tell of watchers) tell();
  };
  return {
    tellAll,
    async add(onChange) {
      listening ??= engine.watch(tellAll);
      try {
        await listening;
      } catch (error) {
        listening = null;
        throw error;
      }
      watchers.add(onChange);
    },
    async close() {
      watchers.clear();
      // A store may be closed twice, and its connections only once.
      const before = listening;
      listening = null;
      const stop = await before;
      await stop?.();
    },
  };
}

async function listAliasLinks({ db }: Engine, guildId: string): Promise<readonly AliasLink[]> {
  const rows = await db
    .selectFrom('alias_link')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('document_id')
    .orderBy('alias')
    .execute();
  return rows.map(({ document_id: documentId, alias }) => ({ documentId, alias }));
}

function createPrivacyStore({ db }: Engine): PrivacyStore {
  return {
    async about(userId) {
      const { waits } = await db
        .selectFrom('waiter')
        .select((row) => row.fn.countAll<number>().as('waits'))
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      const { acts } = await db
        .selectFrom('audit')
        .select((row) => row.fn.countAll<number>().as('acts'))
        .where('made_by', '=', userId)
        .where('outcome', '=', 'done')
        .executeTakeFirstOrThrow();
      return { waits, acts };
    },
    async forget(userId) {
      await db.deleteFrom('waiter').where('user_id', '=', userId).execute();
    },
  };
}
