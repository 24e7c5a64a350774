import type { DayTally, TallyStore } from '../../library/feedback.ts';

import { sumTimes } from './row-values.ts';
import type { Database, Engine, Tables } from './tables.ts';

type Kind = Tables['tally']['kind'];

const dayMs = 24 * 60 * 60_000;

/** The day of a moment: days since the epoch, in UTC. */
export function dayOf(at: number): number {
  return Math.floor(at / dayMs);
}

/** What happened on each day, a row for each kind. */
export function createTallyStore({ db }: Engine): TallyStore {
  return {
    async count(questions) {
      await addTallies(
        db,
        questions.map(({ guildId, outcome: kind, at }) => ({ guildId, kind, at, times: 1 })),
      );
    },
    async days(guildId, since) {
      const counted = await db
        .selectFrom('tally')
        .select(['day', 'kind', 'times'])
        .where('guild_id', '=', guildId)
        .where('day', '>=', dayOf(since))
        .execute();
      const quoted = await db
        .selectFrom('quote')
        .select(['day', (row) => row.fn.sum<number | string>('times').as('times')])
        .where('guild_id', '=', guildId)
        .where('day', '>=', dayOf(since))
        .groupBy('day')
        .execute();
      // PostgreSQL sums integers to a type that it writes as text.
      return sumUp([
        ...counted,
        ...quoted.map(({ day, times }) => ({ day, kind: 'answered' as const, times: Number(times) })),
      ]);
    },
    async forget(before) {
      const { numDeletedRows } = await db
        .deleteFrom('tally')
        .where('day', '<', dayOf(before))
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

/** So many more, or fewer, of one kind on the day of a moment. */
export interface TallyStep {
  readonly guildId: string;
  readonly kind: Kind;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly times: 1 | -1;
}

/** Adds at least one step to what is counted, also within a transaction. */
export async function addTallies(db: Database, steps: readonly TallyStep[]): Promise<void> {
  const rows = steps.map(({ guildId, kind, at, times }) => ({
    guild_id: guildId,
    day: dayOf(at),
    kind,
    times,
  }));
  await db
    .insertInto('tally')
    .values(sumTimes(rows))
    .onConflict((conflict) =>
      conflict
        .columns(['guild_id', 'day', 'kind'])
        .doUpdateSet((row) => ({ times: row('tally.times', '+', row.ref('excluded.times')) })),
    )
    .execute();
}

interface Count {
  readonly day: number;
  readonly kind: Kind | 'answered';
  readonly times: number;
}

function sumUp(counts: readonly Count[]): readonly DayTally[] {
  const days = new Map<number, DayTally>();
  for (const { day, kind, times } of counts) {
    const before = days.get(day) ?? { day, answered: 0, suggested: 0, unanswered: 0, opened: 0, settled: 0 };
    days.set(day, { ...before, [kind]: before[kind] + times });
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}
