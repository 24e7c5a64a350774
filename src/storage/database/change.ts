import type { Act } from '../../library/store.ts';

import { insertAudit, keepUntold } from './audit-rows.ts';
import { newId } from './row-values.ts';
import type { DatabaseTransaction, WritableEngine } from './tables.ts';

/** What a moderator does, as it stands in the audit log. */
export interface Deed {
  readonly guildId: string;
  readonly action: string;
  readonly subject: string;
  readonly act: Act;
  /** Set by what runs in a terminal, where nobody can tell a log channel of it. */
  readonly isUntold?: boolean;
}

/** What a change comes to. */
export interface Changed<T> {
  readonly value: T;
  /** What there was, for the audit log: JSON, or null for nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Runs a moderator's change as one transaction: the change, its audit row and the server's next revision, or none of
 * them. `change` returns null when nothing is to be changed after all.
 * @returns null when nothing was changed, `repeated` when this interaction has made its change before.
 */
export async function changeOnce<T>(
  engine: WritableEngine,
  { guildId, action, subject, act, isUntold = false }: Deed,
  change: (transaction: DatabaseTransaction) => Promise<Changed<T> | null>,
): Promise<T | null | 'repeated'> {
  const outcome = await engine.db.transaction().execute(async (transaction) => {
    // Moderators of one server take turns from here on, in whichever process they are.
    await holdServer(transaction, guildId);
    const repeated = await transaction
      .selectFrom('audit')
      .select('id')
      .where('interaction_id', '=', act.interactionId)
      .executeTakeFirst();
    if (repeated !== undefined) return 'repeated';
    const changed = await change(transaction);
    if (changed === null) return null;
    await raiseRevision(transaction, guildId);
    const { value, before, after } = changed;
    const { by, at } = act;
    const record = { id: newId(), guildId, by, at, action, subject, outcome: 'done', before, after } as const;
    await insertAudit(transaction, record, act.interactionId);
    if (isUntold) await keepUntold(transaction, record);
    await engine.announce(transaction, guildId);
    return { value, record };
  });
  if (outcome === null || outcome === 'repeated') return outcome;
  engine.onCommitted();
  engine.onAudited(outcome.record);
  return outcome.value;
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
