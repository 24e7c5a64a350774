import { randomBytes } from 'node:crypto';

import type { Act } from '../../library/store.ts';

import type { DatabaseTransaction, WritableEngine } from './tables.ts';

/** What a moderator does, as it stands in the audit log. */
export interface Deed {
  readonly guildId: string;
  readonly action: string;
  readonly subject: string;
  readonly act: Act;
}

/**
 * Runs a moderator's change as one transaction: the change, its audit row and the server's next revision, or none of
 * them. `change` returns null when nothing is to be changed after all.
 * @returns null when nothing was changed, `repeated` when this interaction has made its change before.
 */
export async function changeOnce<T>(
  engine: WritableEngine,
  { guildId, action, subject, act }: Deed,
  change: (transaction: DatabaseTransaction) => Promise<T | null>,
): Promise<T | null | 'repeated'> {
  const outcome = await engine.db.transaction().execute(async (transaction) => {
    // Moderators of one server take turns from here on, in whichever process they are.
    await holdServer(transaction, guildId);
    const before = await transaction
      .selectFrom('audit')
      .select('id')
      .where('interaction_id', '=', act.interactionId)
      .executeTakeFirst();
    if (before !== undefined) return 'repeated';
    const changed = await change(transaction);
    if (changed === null) return null;
    await raiseRevision(transaction, guildId);
    await transaction
      .insertInto('audit')
      .values({
        id: newId(),
        interaction_id: act.interactionId,
        guild_id: guildId,
        made_by: act.by,
        at: act.at,
        action,
        subject,
        outcome: 'done',
      })
      .execute();
    await engine.announce(transaction, guildId);
    return changed;
  });
  if (outcome !== null && outcome !== 'repeated') engine.onCommitted();
  return outcome;
}

/** Writing the value that is there holds the row until the transaction ends. */
async function holdServer(transaction: DatabaseTransaction, guildId: string): Promise<void> {
  await transaction
    .insertInto('revision')
    .values({ guild_id: guildId, value: 0 })
    .onConflict((conflict) =>
      conflict.column('guild_id').doUpdateSet((row) => ({ value: row.ref('revision.value') })),
    )
    .execute();
}

async function raiseRevision(transaction: DatabaseTransaction, guildId: string): Promise<void> {
  await transaction
    .updateTable('revision')
    .set((row) => ({ value: row('value', '+', 1) }))
    .where('guild_id', '=', guildId)
    .execute();
}

/** 16 letters and digits that nobody guesses. */
export function newId(): string {
  return randomBytes(8).toString('hex');
}

/** PostgreSQL takes no text with this character. */
export function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
