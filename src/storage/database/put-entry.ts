import type { EntryFields, EntryVersion } from '../../library/entry.ts';
import type { Act, Put } from '../../library/store.ts';

import { changeOnce } from './change.ts';
import { heldBy, keepVersion, serialize, toEntry, toFields, type EntryRow } from './entry-row.ts';
import type { DatabaseTransaction, WritableEngine } from './tables.ts';

/** Makes an entry hold these fields, whatever it held before: one version and one audit row, or none when it holds them. */
export async function putEntry(
  engine: WritableEngine,
  guildId: string,
  { id, fields }: { readonly id: string; readonly fields: EntryFields },
  act: Act,
): Promise<Put> {
  const deed = { guildId, action: 'entry.import', subject: id, act, isUntold: true };
  let refusal: Put = { outcome: 'unchanged' };
  const put = await changeOnce<Put>(engine, deed, async (transaction) => {
    const row = await transaction.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirst();
    if (row !== undefined && row.guild_id !== guildId) refusal = { outcome: 'elsewhere' };
    const step = nextStep(row, guildId, serialize(fields));
    if (step === null) return null;
    const next: EntryRow = { ...step.row, id, updated_at: act.at };
    await write(transaction, next, step.change);
    await keepVersion(transaction, next, step.change, act);
    const value = { outcome: 'saved', change: step.change, entry: toEntry(next) } as const;
    return { value, before: row === undefined ? null : heldBy(row), after: heldBy(next) };
  });
  return put === 'repeated' ? { outcome: 'unchanged' } : (put ?? refusal);
}

interface Step {
  readonly row: Omit<EntryRow, 'id'>;
  readonly change: EntryVersion['change'];
}

function nextStep(row: EntryRow | undefined, guildId: string, fields: string): Step | null {
  if (row === undefined) {
    const added = { guild_id: guildId, version: 1, fields, is_removed: 0, added_at: 0, updated_at: 0 };
    return { row: added, change: 'added' };
  }
  const isRemoved = row.is_removed === 1;
  // Rows of before may lack fields that came later.
  const isSame = !isRemoved && serialize(toFields(row.fields)) === fields;
  if (row.guild_id !== guildId || isSame) return null;
  const changed = { ...row, version: row.version + 1, fields, is_removed: 0 };
  return { row: changed, change: isRemoved ? 'restored' : 'edited' };
}

async function write(
  transaction: DatabaseTransaction,
  row: EntryRow,
  change: EntryVersion['change'],
): Promise<void> {
  if (change === 'added')
    await transaction
      .insertInto('entry')
      .values({ ...row, added_at: row.updated_at })
      .execute();
  else await transaction.updateTable('entry').set(row).where('id', '=', row.id).execute();
}
