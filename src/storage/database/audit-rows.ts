import type { AuditLog, AuditRecord } from '../../library/store.ts';

import { newId, withoutNul } from './row-values.ts';
import type { Database, WritableEngine } from './tables.ts';

/** The log of what moderators did, as rows that are only ever added. */
export function createAuditLog(engine: WritableEngine): AuditLog {
  const { db } = engine;
  return {
    async append(row) {
      const record = { ...row, id: newId() };
      await insertAudit(db, record, null);
      engine.onAudited(record);
    },
    async list(guildId, limit) {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .where('guild_id', '=', guildId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ made_by: by, at, action, subject, outcome, before, after }) => ({
        guildId,
        by,
        at,
        action,
        subject,
        outcome,
        before,
        after,
      }));
    },
    onWritten: (listener) => {
      engine.auditListeners.add(listener);
    },
  };
}

/** @param interactionId Of the interaction that changed something; null for an act that changed nothing here. */
export async function insertAudit(
  db: Database,
  { id, guildId, by, at, action, subject, outcome, before, after }: AuditRecord,
  interactionId: string | null,
): Promise<void> {
  const clean = (text: string | null): string | null => (text === null ? null : withoutNul(text));
  await db
    .insertInto('audit')
    .values({
      id,
      interaction_id: interactionId,
      guild_id: guildId,
      made_by: by,
      at,
      action,
      subject: clean(subject),
      outcome,
      before: clean(before),
      after: clean(after),
    })
    .execute();
}
