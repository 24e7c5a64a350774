import type { QuoteStore } from '../../library/feedback.ts';

import { sumTimes, withoutNul } from './row-values.ts';
import { dayOf } from './tally-rows.ts';
import type { Engine } from './tables.ts';

/** How often passages were quoted, a row a day. */
export function createQuoteStore({ db }: Engine): QuoteStore {
  return {
    async count(passages) {
      const rows = passages.map(({ guildId, passageId, at }) => ({
        guild_id: guildId,
        passage_id: withoutNul(passageId),
        day: dayOf(at),
        times: 1,
      }));
      await db
        .insertInto('quote')
        .values(sumTimes(rows))
        .onConflict((conflict) =>
          conflict
            .columns(['guild_id', 'day', 'passage_id'])
            .doUpdateSet((row) => ({ times: row('quote.times', '+', row.ref('excluded.times')) })),
        )
        .execute();
    },
    async mostQuoted(guildId, since, limit) {
      const rows = await db
        .selectFrom('quote')
        .select(['passage_id', (row) => row.fn.sum<number | string>('times').as('times')])
        .where('guild_id', '=', guildId)
        .where('day', '>=', dayOf(since))
        .groupBy('passage_id')
        .orderBy('times', 'desc')
        .orderBy('passage_id')
        .limit(limit)
        .execute();
      // PostgreSQL sums integers to a type that it writes as text.
      return rows.map((row) => ({ passageId: row.passage_id, times: Number(row.times) }));
    },
    async forget(before) {
      const { numDeletedRows } = await db
        .deleteFrom('quote')
        .where('day', '<', dayOf(before))
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
