import { z } from 'zod';

import type { Entry, EntryFields, EntryVersion } from '../../library/entry.ts';
import type { Act } from '../../library/store.ts';

import { withoutNul } from './row-values.ts';
import type { DatabaseTransaction, Tables } from './tables.ts';

/** An entry as it stands in its table. */
export type EntryRow = Tables['entry'];

const fieldsSchema = z.object({
  question: z.string(),
  answer: z.string(),
  aliases: z.array(z.string()),
  tags: z.array(z.string()),
  url: z.string().nullable(),
  reviewOn: z.string().nullable(),
  // Entries that were written before there were places may be quoted everywhere.
  channels: z.array(z.string()).default([]),
  roles: z.array(z.string()).default([]),
});

/** Writes down what the entry holds from now on. */
export async function keepVersion(
  transaction: DatabaseTransaction,
  { id, version, fields }: EntryRow,
  change: EntryVersion['change'],
  act: Act,
): Promise<void> {
  await transaction
    .insertInto('entry_version')
    .values({
      entry_id: id,
      version,
      change,
      fields: change === 'removed' ? null : fields,
      at: act.at,
      made_by: act.by,
    })
    .execute();
}

/** The fields as they are stored; equal fields give equal text. */
export function serialize(fields: EntryFields): string {
  return JSON.stringify(fieldsSchema.parse(fields), (_key, value: unknown) =>
    typeof value === 'string' ? withoutNul(value) : value,
  );
}

/** The fields of a row. */
export function toFields(json: string): EntryFields {
  return fieldsSchema.parse(JSON.parse(json));
}

/** The entry of a row. */
export function toEntry(row: EntryRow): Entry {
  const { id, guild_id: guildId, version, updated_at: updatedAt } = row;
  return { ...toFields(row.fields), id, guildId, version, updatedAt };
}

/** What an entry holds, as it stands in the audit log; null while it is removed. */
export function heldBy({ is_removed: isRemoved, fields }: EntryRow): string | null {
  return isRemoved === 1 ? null : fields;
}

/** The version of a row. */
export function toVersion(row: Tables['entry_version']): EntryVersion {
  const { version, change, at } = row;
  return { version, change, at, by: row.made_by, fields: row.fields === null ? null : toFields(row.fields) };
}
