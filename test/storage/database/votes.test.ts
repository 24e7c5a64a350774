import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import type { Vote } from '../../../src/library/feedback.ts';
import type { Store } from '../../../src/library/store.ts';
import { openStore, type StorePlace } from '../../../src/storage/database/open-store.ts';
import { lacksPostgres, nameKind, withStore, type StoreKind } from '../../support/store-place.ts';

const guildId = '100000000000000001';
const otherGuild = '100000000000000002';
const mia = '200000000000000001';
const leo = '200000000000000002';
const pool = 'faq/pool#open';
const nothing = { wrong: 0, outdated: 0, 'other-question': 0, 'no-help': 0 };

const vote = (store: Store, given: Partial<Vote> = {}): Promise<void> =>
  store.votes.vote(guildId, {
    userId: mia,
    answerKey: 'a0a0a0a0a0a0a0a0',
    passageId: pool,
    value: 'helpful',
    reason: null,
    at: 1000,
    ...given,
  });

/** All that the store holds of votes, as text. */
const readPlace = async ({ dataFolder, databaseUrl }: StorePlace): Promise<string> => {
  if (databaseUrl === null) {
    const names = await readdir(dataFolder);
    const files = await Promise.all(names.map((name) => readFile(join(dataFolder, name), 'latin1')));
    return files.join('');
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return JSON.stringify((await client.query('select * from vote')).rows);
  } finally {
    await client.end();
  }
};

describe.each<StoreKind>(['SQLite', 'PostgreSQL'])('votes on answers in %s', (kind) => {
  describe.skipIf(kind === 'PostgreSQL' && lacksPostgres)(nameKind(kind), () => {
    it('are counted for each passage with their reasons, the least helpful first', () =>
      withStore(kind, async (store) => {
        await vote(store);
        await vote(store, { userId: leo, value: 'unhelpful', reason: 'outdated' });
        await vote(store, { passageId: 'faq/dog', answerKey: 'b', value: 'unhelpful', reason: 'wrong' });
        await vote(store, { passageId: 'faq/dog', answerKey: 'c', value: 'unhelpful' });
        await vote(store, { passageId: 'faq/sauna', answerKey: 'd' });
        expect(await store.votes.summary(guildId, 0)).toEqual([
          { passageId: 'faq/dog', helpful: 0, unhelpful: 2, reasons: { ...nothing, wrong: 1 } },
          { passageId: pool, helpful: 1, unhelpful: 1, reasons: { ...nothing, outdated: 1 } },
          { passageId: 'faq/sauna', helpful: 1, unhelpful: 0, reasons: nothing },
        ]);
        expect(await store.votes.summary(otherGuild, 0)).toEqual([]);
      }));

    it('count once a person and answer: the latest, in whichever order they arrive', () =>
      withStore(kind, async (store) => {
        await vote(store, { value: 'unhelpful', reason: 'no-help', at: 2000 });
        await vote(store, { value: 'helpful', at: 3000 });
        await vote(store, { value: 'unhelpful', at: 2500 });
        expect(await store.votes.summary(guildId, 0)).toEqual([
          { passageId: pool, helpful: 1, unhelpful: 0, reasons: nothing },
        ]);
        await vote(store, { answerKey: 'b0b0b0b0b0b0b0b0' });
        expect(await store.votes.summary(guildId, 0)).toMatchObject([{ helpful: 2 }]);
      }));

    it('are those since a moment', () =>
      withStore(kind, async (store) => {
        await vote(store, { at: 1000 });
        await vote(store, { userId: leo, at: 2000, value: 'unhelpful' });
        expect(await store.votes.summary(guildId, 2000)).toMatchObject([{ helpful: 0, unhelpful: 1 }]);
        expect(await store.votes.summary(guildId, 2001)).toEqual([]);
      }));

    it('are forgotten when they are older than a moment', () =>
      withStore(kind, async (store) => {
        await vote(store, { at: 1000 });
        await vote(store, { userId: leo, at: 2000, value: 'unhelpful' });
        expect(await store.votes.forget(2000)).toBe(1);
        expect(await store.votes.forget(2000)).toBe(0);
        expect(await store.votes.summary(guildId, 0)).toMatchObject([{ helpful: 0, unhelpful: 1 }]);
      }));

    it('are one for two processes that know nobody yet, and for one that was started again', () =>
      withStore(kind, async (store, place) => {
        const other = await openStore(place);
        try {
          await Promise.all([vote(store), vote(other)]);
        } finally {
          await other.close();
        }
        const later = await openStore(place);
        try {
          await vote(later);
        } finally {
          await later.close();
        }
        expect(await store.votes.summary(guildId, 0)).toMatchObject([{ helpful: 1 }]);
      }));

    it('hold neither the person nor the answer', () =>
      withStore(kind, async (store, place) => {
        await vote(store);
        const stored = await readPlace(place);
        expect(stored).toContain(pool);
        expect(stored).not.toContain(mia);
        expect(stored).not.toContain('a0a0a0a0a0a0a0a0');
      }));
  });
});
