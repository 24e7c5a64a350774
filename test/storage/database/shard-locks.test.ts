import { describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../src/library/store.ts';
import { openStore } from '../../../src/storage/database/open-store.ts';
import { lacksPostgres, nameKind, query, withStore } from '../../support/store-place.ts';

const patience = { timeout: 20_000, interval: 20 };

describe.skipIf(lacksPostgres)(`shards in ${nameKind('PostgreSQL')}`, () => {
  /** Runs a test with two stores on one database, as two processes have them. */
  const withTwo = (run: (first: Store, second: Store, databaseUrl: string) => Promise<void>): Promise<void> =>
    withStore('PostgreSQL', async (first, place) => {
      const second = await openStore(place);
      try {
        await run(first, second, place.databaseUrl ?? '');
      } finally {
        await second.close();
      }
    });

  it('are taken all or none; whoever comes late is told which of them others have', () =>
    withTwo(async (first, second) => {
      expect(await first.shardLocks.take([0, 1])).toEqual([]);
      expect(await second.shardLocks.take([1, 2])).toEqual([1]);
      expect(await second.shardLocks.take([2, 3])).toEqual([]);
    }));

  it('are free again when the store of their process is closed', () =>
    withTwo(async (first, second) => {
      expect(await first.shardLocks.take([0])).toEqual([]);
      await first.close();
      await vi.waitFor(async () => {
        expect(await second.shardLocks.take([0])).toEqual([]);
      }, patience);
    }));

  it('are taken again by their process after the database has ended its connections', () =>
    withTwo(async (first, second, databaseUrl) => {
      expect(await first.shardLocks.take([0])).toEqual([]);
      // With two keys; locks of one key are those of migrations.
      const holder =
        "select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 2 and database = (select oid from pg_database where datname = current_database())";
      const before = await query(databaseUrl, holder);
      expect(before).toHaveLength(1);
      await query(databaseUrl, `select pg_terminate_backend(pid) from (${holder}) as held`);
      await vi.waitFor(async () => {
        const after = await query(databaseUrl, holder);
        expect(after).toHaveLength(1);
        expect(after).not.toEqual(before);
      }, patience);
      expect(await second.shardLocks.take([0])).toEqual([0]);
    }));
});
