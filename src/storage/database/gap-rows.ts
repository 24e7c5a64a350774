import type { Act, Gap, GapStore, Settled, Settlement } from '../../library/store.ts';

import { changeOnce } from './change.ts';
import { newId, withoutNul } from './row-values.ts';
import type { Database, DatabaseTransaction, WritableEngine, Tables } from './tables.ts';
import { addTallies } from './tally-rows.ts';

type GapRow = Tables['gap'];

/** A cluster keeps as many phrasings as a person reads; what is asked after that only counts. */
const keptPhrasings = 50;

/** What servers asked in vain, as rows. */
export function createGapStore(engine: WritableEngine): GapStore {
  const { db } = engine;
  return {
    record: (guildId, { phrasing, at, gapId }) =>
      db.transaction().execute(async (transaction) => {
        const id = await countAsked(transaction, { guildId, at, gapId });
        await keepPhrasing(transaction, id, withoutNul(phrasing), at);
        return id;
      }),
    async list(guildId, states) {
      const rows = await db
        .selectFrom('gap')
        .selectAll()
        .where('guild_id', '=', guildId)
        .where('state', 'in', [...states])
        .orderBy('times_asked', 'desc')
        .orderBy('last_asked_at', 'desc')
        .orderBy('id')
        .execute();
      return complete(db, rows);
    },
    find: (guildId, id) => findGap(db, guildId, id),
    settle: (guildId, id, settlement, act) => settle(engine, { guildId, id, settlement, act }),
    wait: (guildId, id, { userId, channelId }) =>
      db.transaction().execute(async (transaction) => {
        const gap = await findRow(transaction, guildId, id);
        if (gap?.state !== 'open') return false;
        const { numInsertedOrUpdatedRows: added } = await transaction
          .insertInto('waiter')
          .values({ gap_id: id, user_id: userId, channel_id: channelId })
          .onConflict((conflict) => conflict.columns(['gap_id', 'user_id']).doNothing())
          .executeTakeFirstOrThrow();
        return added === 1n;
      }),
    takeWaiters: (guildId, id) =>
      db.transaction().execute(async (transaction) => {
        if ((await findRow(transaction, guildId, id)) === undefined) return [];
        const rows = await transaction.deleteFrom('waiter').where('gap_id', '=', id).returningAll().execute();
        return rows.map((row) => ({ userId: row.user_id, channelId: row.channel_id }));
      }),
    async forget(before) {
      const { numDeletedRows } = await db
        .deleteFrom('gap')
        .where('state', '=', 'open')
        .where('last_asked_at', '<', before)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

/** Settles an open gap within the transaction that answers it. */
export async function answerGap(
  transaction: DatabaseTransaction,
  guildId: string,
  id: string,
  at: number,
): Promise<void> {
  const row = await findRow(transaction, guildId, id);
  if (row === undefined) return;
  await transaction.updateTable('gap').set({ state: 'answered' }).where('id', '=', id).execute();
  if (row.state === 'open') await addTallies(transaction, [{ guildId, kind: 'settled', at, times: 1 }]);
}

async function countAsked(
  transaction: DatabaseTransaction,
  { guildId, at, gapId }: { guildId: string; at: number; gapId: string | null },
): Promise<string> {
  const known =
    gapId === null
      ? undefined
      : await transaction
          .updateTable('gap')
          .set((row) => ({ times_asked: row('times_asked', '+', 1), last_asked_at: at }))
          .where('id', '=', gapId)
          .where('guild_id', '=', guildId)
          .where('state', '=', 'open')
          .returning('id')
          .executeTakeFirst();
  if (known !== undefined) return known.id;
  const id = newId();
  await transaction
    .insertInto('gap')
    .values({ id, guild_id: guildId, state: 'open', times_asked: 1, first_asked_at: at, last_asked_at: at })
    .execute();
  await addTallies(transaction, [{ guildId, kind: 'opened', at, times: 1 }]);
  return id;
}

async function keepPhrasing(
  transaction: DatabaseTransaction,
  gapId: string,
  phrasing: string,
  at: number,
): Promise<void> {
  const { count } = await transaction
    .selectFrom('gap_phrasing')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('gap_id', '=', gapId)
    .executeTakeFirstOrThrow();
  if (count >= keptPhrasings) return;
  await transaction
    .insertInto('gap_phrasing')
    .values({ gap_id: gapId, phrasing, at })
    .onConflict((conflict) => conflict.columns(['gap_id', 'phrasing']).doNothing())
    .execute();
}

async function settle(
  engine: WritableEngine,
  { guildId, id, settlement, act }: { guildId: string; id: string; settlement: Settlement; act: Act },
): Promise<Settled> {
  const action = { linked: 'gap.link', dismissed: 'gap.dismiss', reopened: 'gap.reopen' }[settlement.kind];
  const settled = await changeOnce(engine, { guildId, action, subject: id, act }, async (transaction) => {
    const row = await findRow(transaction, guildId, id);
    const isReopened = settlement.kind === 'reopened';
    if (row === undefined || (row.state === 'open') === isReopened) return null;
    if (isReopened) await transaction.deleteFrom('alias_link').where('gap_id', '=', id).execute();
    if (settlement.kind === 'linked') await link(transaction, row, settlement.documentId);
    const state = ({ linked: 'answered', dismissed: 'dismissed', reopened: 'open' } as const)[
      settlement.kind
    ];
    await transaction.updateTable('gap').set({ state }).where('id', '=', id).execute();
    await addTallies(transaction, [{ guildId, kind: 'settled', at: act.at, times: isReopened ? -1 : 1 }]);
    const value = await findGap(transaction, guildId, id);
    const after = settlement.kind === 'linked' ? { state, documentId: settlement.documentId } : { state };
    return value === null
      ? null
      : { value, before: JSON.stringify({ state: row.state }), after: JSON.stringify(after) };
  });
  if (settled === 'repeated') return { outcome: 'repeated' };
  return settled === null ? { outcome: 'gone' } : { outcome: 'settled', gap: settled };
}

async function link(transaction: DatabaseTransaction, gap: GapRow, documentId: string): Promise<void> {
  const phrasings = await transaction
    .selectFrom('gap_phrasing')
    .select('phrasing')
    .where('gap_id', '=', gap.id)
    .execute();
  await transaction
    .insertInto('alias_link')
    .values(
      phrasings.map(({ phrasing }) => ({
        guild_id: gap.guild_id,
        gap_id: gap.id,
        document_id: documentId,
        alias: phrasing,
      })),
    )
    .execute();
}

async function findRow(db: Database, guildId: string, id: string): Promise<GapRow | undefined> {
  return db
    .selectFrom('gap')
    .selectAll()
    .where('id', '=', id)
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
}

async function findGap(db: Database, guildId: string, id: string): Promise<Gap | null> {
  const row = await findRow(db, guildId, id);
  return row === undefined ? null : ((await complete(db, [row]))[0] ?? null);
}

/** The gaps of these rows, with what stands in other tables. */
async function complete(db: Database, rows: readonly GapRow[]): Promise<readonly Gap[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const phrasings = await db
    .selectFrom('gap_phrasing')
    .selectAll()
    .where('gap_id', 'in', ids)
    .orderBy('at')
    .orderBy('phrasing')
    .execute();
  const waiters = await db
    .selectFrom('waiter')
    .select(['gap_id', (row) => row.fn.countAll<number>().as('count')])
    .where('gap_id', 'in', ids)
    .groupBy('gap_id')
    .execute();
  const waiting = new Map(waiters.map((row) => [row.gap_id, row.count]));
  return rows.map((row) => ({
    id: row.id,
    guildId: row.guild_id,
    state: row.state,
    phrasings: phrasings.filter(({ gap_id: id }) => id === row.id).map(({ phrasing }) => phrasing),
    timesAsked: row.times_asked,
    firstAskedAt: row.first_asked_at,
    lastAskedAt: row.last_asked_at,
    waiting: waiting.get(row.id) ?? 0,
  }));
}
