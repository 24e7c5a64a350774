import type { IdentifyTurns } from '../../library/store.ts';

import type { Engine } from './tables.ts';

/**
 * Turns to log in, a row a bucket. One statement looks and takes, under the lock that the database puts on the row, so
 * of processes that try at once one succeeds; and a process that dies leaves the moment behind, and no lock.
 */
export function createIdentifyTurns({ db, now }: Engine): IdentifyTurns {
  return {
    async take(bucket, spacingMs) {
      const taken = await db
        .insertInto('identify')
        .values({ bucket, at: now })
        .onConflict((conflict) =>
          conflict
            .column('bucket')
            .doUpdateSet({ at: now })
            // A moment to come is one of a clock that was set back.
            .where((row) =>
              row.or([
                row('identify.at', '<=', row(now, '-', spacingMs)),
                row('identify.at', '>', row(now, '+', spacingMs)),
              ]),
            ),
        )
        .returning('bucket')
        .executeTakeFirst();
      if (taken !== undefined) return 0;
      const { wait } = await db
        .selectFrom('identify')
        .select((row) => row(row('at', '+', spacingMs), '-', now).as('wait'))
        .where('bucket', '=', bucket)
        .executeTakeFirstOrThrow();
      return Math.max(1, Math.min(wait, spacingMs));
    },
  };
}
