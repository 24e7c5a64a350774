import { describe, expect, it, vi } from 'vitest';

import { createLateCounter } from '../../src/library/count-later.ts';
import type { Store } from '../../src/library/store.ts';
import { openStore } from '../../src/storage/database/open-store.ts';
import { withStore } from '../support/store-place.ts';

const guildId = '100000000000000001';
const noon = 20_000.5 * 24 * 60 * 60_000;
const pool = { guildId, passageId: 'faq/pool', at: noon };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const timesOf = async ({ quotes }: Store): Promise<readonly number[]> =>
  (await quotes.mostQuoted(guildId, 0, 5)).map(({ times }) => times);

describe('what is counted', () => {
  it('is written by and by, many at once', () =>
    withStore('SQLite', async (store) => {
      const counter = createLateCounter(store, silent);
      for (let n = 0; n < 300; n += 1) counter.quoted(pool);
      counter.ended({ guildId, outcome: 'unanswered', at: noon });
      expect(await timesOf(store)).toEqual([]);
      await vi.waitFor(
        async () => {
          expect(await store.tallies.days(guildId, 0)).toMatchObject([{ answered: 300, unanswered: 1 }]);
        },
        { timeout: 10_000, interval: 20 },
      );
    }));

  it('is written when the bot stops, and once only', () =>
    withStore('SQLite', async (store) => {
      const counter = createLateCounter(store, silent);
      counter.quoted(pool);
      await counter.close();
      await counter.close();
      expect(await timesOf(store)).toEqual([1]);
    }));

  it('waits while the store is down, up to a limit, and is logged without what was asked', () =>
    withStore('SQLite', async (store, place) => {
      const logged: string[] = [];
      const error = (fields: object, message: string): void =>
        void logged.push(JSON.stringify(fields) + message);
      let now = store;
      const counter = createLateCounter(
        {
          quotes: { ...store.quotes, count: (passages) => now.quotes.count(passages) },
          tallies: store.tallies,
        },
        { ...silent, error },
      );
      await store.close();
      for (let n = 0; n < 6000; n += 1) counter.quoted(pool);
      await counter.close();
      expect(logged.join('\n')).toContain('could not be counted yet');
      expect(logged.join('\n')).not.toContain('faq/pool');
      now = await openStore(place);
      await counter.close();
      expect(await timesOf(now)).toEqual([5000]);
      await now.close();
    }));
});
