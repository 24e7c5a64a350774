import { createHmac, randomBytes } from 'node:crypto';

import type { PassageVotes, VoteReason, VoteStore } from '../../library/feedback.ts';

import { withoutNul } from './row-values.ts';
import type { Database, Engine } from './tables.ts';

/** What people think of answers, as rows. */
export function createVoteStore({ db }: Engine): VoteStore {
  let secret: string | null = null;
  return {
    async vote(guildId, { userId, answerKey, passageId, value, reason, at }) {
      secret ??= await shareSecret(db, 'votes');
      const voter = createHmac('sha256', secret).update(`${userId}/${answerKey}`).digest('hex');
      const row = { guild_id: guildId, voter, passage_id: withoutNul(passageId), value, reason, at };
      await db
        .insertInto('vote')
        .values(row)
        .onConflict((conflict) =>
          // Two quick clicks may arrive in the other order: the later one counts.
          conflict.columns(['guild_id', 'voter']).doUpdateSet(row).where('vote.at', '<=', at),
        )
        .execute();
    },
    async summary(guildId, since) {
      const rows = await db
        .selectFrom('vote')
        .select(['passage_id', 'value', 'reason', (row) => row.fn.countAll<number>().as('count')])
        .where('guild_id', '=', guildId)
        .where('at', '>=', since)
        .groupBy(['passage_id', 'value', 'reason'])
        .execute();
      const ids = [...new Set(rows.map((row) => row.passage_id))];
      return ids
        .map((id) =>
          sumUp(
            id,
            rows.filter((row) => row.passage_id === id),
          ),
        )
        .sort(byUnhelpful);
    },
    async forget(before) {
      const { numDeletedRows } = await db
        .deleteFrom('vote')
        .where('at', '<', before)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

interface Count {
  readonly value: 'helpful' | 'unhelpful';
  readonly reason: VoteReason | null;
  readonly count: number;
}

function sumUp(passageId: string, counts: readonly Count[]): PassageVotes {
  const sum = (fits: (each: Count) => boolean): number =>
    counts.filter(fits).reduce((total, { count }) => total + count, 0);
  const because = (wanted: VoteReason): number => sum(({ reason }) => reason === wanted);
  return {
    passageId,
    helpful: sum(({ value }) => value === 'helpful'),
    unhelpful: sum(({ value }) => value === 'unhelpful'),
    reasons: {
      wrong: because('wrong'),
      outdated: because('outdated'),
      'other-question': because('other-question'),
      'no-help': because('no-help'),
    },
  };
}

function byUnhelpful(a: PassageVotes, b: PassageVotes): number {
  return b.unhelpful - a.unhelpful || a.helpful - b.helpful || (a.passageId < b.passageId ? -1 : 1);
}

/** The key of this name, made by whichever process needs it first. */
async function shareSecret(db: Database, name: string): Promise<string> {
  await db
    .insertInto('secret')
    .values({ name, value: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('secret')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return value;
}
