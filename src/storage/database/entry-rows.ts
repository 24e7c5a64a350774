import type { EntryFields, EntryVersion } from '../../library/entry.ts';
import type { Act, EntryStore, Written } from '../../library/store.ts';

import { changeOnce, type Deed } from './change.ts';
import { heldBy, keepVersion, serialize, toEntry, toFields, toVersion, type EntryRow } from './entry-row.ts';
import { answerGap } from './gap-rows.ts';
import { putEntry } from './put-entry.ts';
import { newId } from './row-values.ts';
import type { Database, DatabaseTransaction, WritableEngine } from './tables.ts';

/** The entries of servers, as rows. */
export function createEntryStore(engine: WritableEngine): EntryStore {
  return { ...readers(engine), ...writers(engine) };
}

type Writer = 'add' | 'edit' | 'remove' | 'undo' | 'put' | 'takeOut';

function writers(engine: WritableEngine): Pick<EntryStore, Writer> {
  return {
    add: (guildId, fields, act, gapId) => add(engine, guildId, fields, act, gapId),
    edit: (guildId, { id, version, fields }, act) =>
      step(
        engine,
        { guildId, subject: id, act, action: 'entry.edit' },
        (row) => refuse(row, version) ?? { fields: serialize(fields), change: 'edited' },
      ),
    remove: (guildId, id, version, act) =>
      step(engine, { guildId, subject: id, act, action: 'entry.remove' }, removal(version)),
    takeOut: (guildId, { id, version }, act) =>
      step(engine, { guildId, subject: id, act, action: 'entry.import', isUntold: true }, removal(version)),
    undo: (guildId, id, act) =>
      step(engine, { guildId, subject: id, act, action: 'entry.undo' }, async (row, transaction) => {
        const earlier = await fieldsBefore(transaction, row);
        return earlier === null ? 'gone' : { fields: earlier, change: 'restored' };
      }),
    put: (guildId, put, act) => putEntry(engine, guildId, put, act),
  };
}

function removal(version: number): (row: EntryRow) => Step | 'gone' | 'conflict' {
  return (row) => refuse(row, version) ?? { fields: row.fields, change: 'removed' };
}

/** Why nobody who saw this version may change the entry now, or null. */
function refuse(row: EntryRow, version: number): 'gone' | 'conflict' | null {
  if (row.is_removed === 1) return 'gone';
  return row.version === version ? null : 'conflict';
}

function readers({ db }: WritableEngine): Omit<EntryStore, Writer> {
  return {
    servers: () => listServers(db),
    async list(guildId) {
      const rows = await db
        .selectFrom('entry')
        .selectAll()
        .where('guild_id', '=', guildId)
        .where('is_removed', '=', 0)
        .orderBy('added_at')
        .orderBy('id')
        .execute();
      return rows.map(toEntry);
    },
    async find(guildId, id) {
      const row = await findRow(db, guildId, id);
      return row?.is_removed === 0 ? toEntry(row) : null;
    },
    async history(guildId, id, limit) {
      if ((await findRow(db, guildId, id)) === undefined) return [];
      const versions = await db
        .selectFrom('entry_version')
        .selectAll()
        .where('entry_id', '=', id)
        .orderBy('version', 'desc')
        .limit(limit)
        .execute();
      return versions.map(toVersion);
    },
    async lastChanged(guildId, limit) {
      const rows = await db
        .selectFrom('entry')
        .selectAll()
        .where('guild_id', '=', guildId)
        .orderBy('updated_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        question: toFields(row.fields).question,
        isRemoved: row.is_removed === 1,
      }));
    },
  };
}

async function listServers(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('entry')
    .select('guild_id')
    .distinct()
    .where('is_removed', '=', 0)
    .orderBy('guild_id')
    .execute();
  return rows.map((row) => row.guild_id);
}

async function findRow(db: Database, guildId: string, id: string): Promise<EntryRow | undefined> {
  return db
    .selectFrom('entry')
    .selectAll()
    .where('id', '=', id)
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
}

async function add(
  engine: WritableEngine,
  guildId: string,
  fields: EntryFields,
  act: Act,
  gapId: string | null,
): Promise<Written> {
  const id = newId();
  const row: EntryRow = {
    id,
    guild_id: guildId,
    version: 1,
    fields: serialize(fields),
    is_removed: 0,
    added_at: act.at,
    updated_at: act.at,
  };
  const deed = { guildId, action: 'entry.add', subject: id, act };
  const added = await changeOnce(engine, deed, async (transaction) => {
    await transaction.insertInto('entry').values(row).execute();
    await keepVersion(transaction, row, 'added', act);
    if (gapId !== null) await answerGap(transaction, guildId, gapId, act.at);
    return { value: toEntry(row), before: null, after: row.fields };
  });
  if (added === 'repeated') return { outcome: 'repeated' };
  return added === null ? { outcome: 'gone' } : { outcome: 'saved', entry: added };
}

interface Step {
  readonly fields: string;
  readonly change: EntryVersion['change'];
}

/** One more version of an entry, if `decide` finds that there is to be one. */
async function step(
  engine: WritableEngine,
  deed: Deed,
  decide: (
    row: EntryRow,
    transaction: DatabaseTransaction,
  ) => Step | 'gone' | 'conflict' | Promise<Step | 'gone'>,
): Promise<Written> {
  const { guildId, subject: id, act } = deed;
  let refusal: Written = { outcome: 'gone' };
  const changed = await changeOnce(engine, deed, async (transaction) => {
    const row = await findRow(transaction, guildId, id);
    if (row === undefined) return null;
    const decided = await decide(row, transaction);
    if (decided === 'conflict') refusal = { outcome: 'conflict', current: toEntry(row) };
    if (typeof decided === 'string') return null;
    const next: EntryRow = {
      ...row,
      version: row.version + 1,
      fields: decided.fields,
      is_removed: decided.change === 'removed' ? 1 : 0,
      updated_at: act.at,
    };
    await transaction.updateTable('entry').set(next).where('id', '=', id).execute();
    await keepVersion(transaction, next, decided.change, act);
    return { value: toEntry(next), before: heldBy(row), after: heldBy(next) };
  });
  if (changed === 'repeated') return { outcome: 'repeated' };
  return changed === null ? refusal : { outcome: 'saved', entry: changed };
}

/** What the entry held before its last change; null when it held nothing. */
async function fieldsBefore(transaction: DatabaseTransaction, row: EntryRow): Promise<string | null> {
  const before = await transaction
    .selectFrom('entry_version')
    .select('fields')
    .where('entry_id', '=', row.id)
    .where('version', '=', row.version - 1)
    .executeTakeFirst();
  return before?.fields ?? null;
}
