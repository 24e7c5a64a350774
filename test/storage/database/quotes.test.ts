import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/storage/database/open-store.ts';
import { lacksPostgres, nameKind, withStore, type StoreKind } from '../../support/store-place.ts';

const guildId = '100000000000000001';
const otherGuild = '100000000000000002';
const dayMs = 24 * 60 * 60_000;
const noon = 20_000 * dayMs + dayMs / 2;

describe.each<StoreKind>(['SQLite', 'PostgreSQL'])('how often passages were quoted in %s', (kind) => {
  describe.skipIf(kind === 'PostgreSQL' && lacksPostgres)(nameKind(kind), () => {
    it('is summed over days, most often first, for each server by itself', () =>
      withStore(kind, async ({ quotes }) => {
        await quotes.count([{ guildId, passageId: 'faq/pool', at: noon - 3 * dayMs }]);
        await quotes.count([{ guildId, passageId: 'faq/pool', at: noon }]);
        await quotes.count([{ guildId, passageId: 'faq/pool', at: noon + 1 }]);
        for (const passageId of ['faq/sauna', 'faq/dog']) {
          for (let times = 0; times < 2; times += 1) await quotes.count([{ guildId, passageId, at: noon }]);
        }
        expect(await quotes.mostQuoted(guildId, noon - 3 * dayMs, 2)).toEqual([
          { passageId: 'faq/pool', times: 3 },
          { passageId: 'faq/dog', times: 2 },
        ]);
        expect(await quotes.mostQuoted(otherGuild, 0, 2)).toEqual([]);
      }));

    it('is told from the beginning of a day on', () =>
      withStore(kind, async ({ quotes }) => {
        await quotes.count([{ guildId, passageId: 'faq/pool', at: noon - dayMs }]);
        await quotes.count([{ guildId, passageId: 'faq/pool', at: noon }]);
        expect(await quotes.mostQuoted(guildId, noon + 1, 5)).toEqual([{ passageId: 'faq/pool', times: 1 }]);
        expect(await quotes.mostQuoted(guildId, noon + dayMs, 5)).toEqual([]);
      }));

    it('is forgotten when the day is over and older than that of a moment', () =>
      withStore(kind, async ({ quotes }) => {
        await quotes.count([{ guildId, passageId: 'faq/pool', at: noon - dayMs }]);
        await quotes.count([{ guildId, passageId: 'faq/pool', at: noon }]);
        expect(await quotes.forget(noon + 1)).toBe(1);
        expect(await quotes.mostQuoted(guildId, 0, 5)).toEqual([{ passageId: 'faq/pool', times: 1 }]);
      }));

    it('misses nothing that several processes count at once', () =>
      withStore(kind, async (store, place) => {
        const other = await openStore(place);
        try {
          const pool = { guildId, passageId: 'faq/pool', at: noon };
          const dog = { ...pool, passageId: 'faq/dog' };
          const both = Array.from({ length: 10 }, () => [
            store.quotes.count([pool, dog, pool]),
            other.quotes.count([dog, pool, pool]),
          ]);
          await Promise.all(both.flat());
        } finally {
          await other.close();
        }
        expect(await store.quotes.mostQuoted(guildId, 0, 2)).toEqual([
          { passageId: 'faq/pool', times: 40 },
          { passageId: 'faq/dog', times: 20 },
        ]);
      }));
  });
});
