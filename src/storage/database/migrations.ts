import { Migrator, sql, type Kysely, type Migration } from 'kysely';

import type { Database } from './tables.ts';

type AnyDatabase = Kysely<unknown>;

async function createEntries(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('entry')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('is_removed', 'integer', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('entry_guild').on('entry').columns(['guild_id', 'added_at']).execute();
  await db.schema
    .createTable('entry_version')
    .addColumn('entry_id', 'text', (column) => column.notNull().references('entry.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('change', 'text', (column) => column.notNull())
    .addColumn('fields', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('entry_version_key', ['entry_id', 'version'])
    .execute();
}

async function createGaps(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('gap')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('times_asked', 'integer', (column) => column.notNull())
    .addColumn('first_asked_at', 'bigint', (column) => column.notNull())
    .addColumn('last_asked_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('gap_guild').on('gap').columns(['guild_id', 'state']).execute();
  await db.schema
    .createTable('gap_phrasing')
    .addColumn('gap_id', 'text', (column) => column.notNull().references('gap.id').onDelete('cascade'))
    .addColumn('phrasing', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('gap_phrasing_key', ['gap_id', 'phrasing'])
    .execute();
  await db.schema
    .createTable('waiter')
    .addColumn('gap_id', 'text', (column) => column.notNull().references('gap.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('waiter_key', ['gap_id', 'user_id'])
    .execute();
  await db.schema.createIndex('waiter_user').on('waiter').column('user_id').execute();
  await db.schema
    .createTable('alias_link')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('gap_id', 'text', (column) => column.notNull().references('gap.id').onDelete('cascade'))
    .addColumn('document_id', 'text', (column) => column.notNull())
    .addColumn('alias', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('alias_link_key', ['gap_id', 'alias'])
    .execute();
  await db.schema.createIndex('alias_link_guild').on('alias_link').column('guild_id').execute();
}

async function createAudit(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('interaction_id', 'text', (column) => column.unique())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_guild').on('audit').columns(['guild_id', 'at']).execute();
  await db.schema
    .createTable('revision')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('value', 'bigint', (column) => column.notNull())
    .execute();
}

async function createVotes(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('vote')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('voter', 'text', (column) => column.notNull())
    .addColumn('passage_id', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('vote_key', ['guild_id', 'voter'])
    .execute();
  await db.schema.createIndex('vote_guild').on('vote').columns(['guild_id', 'at']).execute();
  await db.schema
    .createTable('secret')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function createQuotes(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('quote')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('passage_id', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('quote_key', ['guild_id', 'day', 'passage_id'])
    .execute();
}

async function createTallies(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('tally')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('day', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('tally_key', ['guild_id', 'day', 'kind'])
    .execute();
}

async function createSettings(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('server_settings')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('settings', 'text', (column) => column.notNull())
    .execute();
  await db.schema.alterTable('audit').addColumn('before', 'text').execute();
  await db.schema.alterTable('audit').addColumn('after', 'text').execute();
}

async function createUntold(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('untold')
    .addColumn('audit_id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .execute();
}

async function createIdentifies(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('identify')
    .addColumn('bucket', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}

/** The database itself refuses to change what moderators did, whoever asks. */
const appendOnly: Readonly<Record<EngineName, readonly string[]>> = {
  sqlite: ['update', 'delete'].map(
    (change) =>
      `create trigger audit_no_${change} before ${change} on audit begin select raise(abort, 'the audit log is append-only'); end`,
  ),
  postgres: [
    `create function audit_is_append_only() returns trigger language plpgsql as $$ begin raise exception 'the audit log is append-only'; end $$`,
    'create trigger audit_no_change before update or delete or truncate on audit for each statement execute function audit_is_append_only()',
  ],
};

/** Which of the two databases it is, where their languages differ. */
export type EngineName = 'sqlite' | 'postgres';

function migrationsFor(engine: EngineName): Readonly<Record<string, Migration>> {
  return {
    '2026-11-24-entries-and-gaps': {
      async up(db: AnyDatabase) {
        await createEntries(db);
        await createGaps(db);
        await createAudit(db);
        for (const statement of appendOnly[engine]) await sql.raw(statement).execute(db);
      },
    },
    '2026-11-24-votes': { up: createVotes },
    '2026-11-25-quotes': { up: createQuotes },
    '2026-11-26-tallies': { up: createTallies },
    '2026-11-27-settings': { up: createSettings },
    '2026-11-28-untold': { up: createUntold },
    '2026-11-29-identifies': { up: createIdentifies },
  };
}

/**
 * Brings the tables to the present shape; several processes may do so at the same time.
 * @throws what the database throws.
 */
export async function migrate(db: Database, engine: EngineName): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrationsFor(engine) }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('the tables could not be made');
}
