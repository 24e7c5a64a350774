import type { AuditLog, AuditRecord, AuditRow } from '../../library/store.ts';

import { newId, withoutNul } from './row-values.ts';
import type { Database, Tables, WritableEngine } from './tables.ts';

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
      return rows.map(toRow);
    },
    async untoldServers() {
      const rows = await db.selectFrom('untold').select('guild_id').distinct().execute();
      return rows.map((row) => row.guild_id);
    },
    takeUntold: (guildId) => takeUntold(db, guildId),
    onWritten: (listener) => {
      engine.auditListeners.add(listener);
    },
  };
}

/** SQLite takes some 30,000 values in one statement; a message that sums them up needs no more than these. */
const mostTaken = 500;

async function takeUntold(db: Database, guildId: string): Promise<readonly AuditRecord[]> {
  const next = db.selectFrom('untold').select('audit_id').where('guild_id', '=', guildId).limit(mostTaken);
  const taken = await db.deleteFrom('untold').where('audit_id', 'in', next).returning('audit_id').execute();
  if (taken.length === 0) return [];
  const ids = taken.map((row) => row.audit_id);
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, ...toRow(row) }));
}

function toRow({
  guild_id: guildId,
  made_by: by,
  at,
  action,
  subject,
  outcome,
  before,
  after,
}: Tables['audit']): AuditRow {
  return { guildId, by, at, action, subject, outcome, before, after };
}

/** Keeps a row for a process that can tell the log channel of it. */
export async function keepUntold(db: Database, { id, guildId }: AuditRecord): Promise<void> {
  await db.insertInto('untold').values({ audit_id: id, guild_id: guildId }).execute();
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
