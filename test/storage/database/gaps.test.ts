import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/library/store.ts';
import { act, fields, guildId, leo, noor, otherGuild } from '../../support/store-acts.ts';
import { lacksPostgres, nameKind, withStore, type StoreKind } from '../../support/store-place.ts';

const ask = (store: Store, phrasing: string, gapId: string | null = null, at = 1000): Promise<string> =>
  store.gaps.record(guildId, { phrasing, at, gapId });

describe.each<StoreKind>(['SQLite', 'PostgreSQL'])('the gaps of servers in %s', (kind) => {
  describe.skipIf(kind === 'PostgreSQL' && lacksPostgres)(nameKind(kind), () => {
    it('counts what is asked under one gap, with its distinct phrasings, most asked first', () =>
      withStore(kind, async (store) => {
        const rare = await ask(store, 'is there a sauna');
        const often = await ask(store, 'can I bring a dog', null, 2000);
        expect(await ask(store, 'are dogs fine', often, 3000)).toBe(often);
        await ask(store, 'can I bring a dog', often, 4000);
        expect(await store.gaps.list(guildId, ['open'])).toMatchObject([
          {
            id: often,
            phrasings: ['can I bring a dog', 'are dogs fine'],
            timesAsked: 3,
            firstAskedAt: 2000,
            lastAskedAt: 4000,
            waiting: 0,
          },
          { id: rare, timesAsked: 1 },
        ]);
        expect(await store.gaps.list(otherGuild, ['open'])).toEqual([]);
        expect(await store.gaps.find(otherGuild, rare)).toBeNull();
      }));

    it('settles a gap with the entry that answers it', () =>
      withStore(kind, async (store) => {
        const gap = await ask(store, 'when is the pool open');
        await store.entries.add(guildId, fields, act(), gap);
        expect(await store.gaps.list(guildId, ['open'])).toEqual([]);
        expect(await store.gaps.find(guildId, gap)).toMatchObject({ state: 'answered' });
        expect(await store.audit.list(guildId, 10)).toHaveLength(1);
      }));

    it('links the phrasings of a gap to an entry, and takes that back', () =>
      withStore(kind, async (store) => {
        const gap = await ask(store, 'swimming when');
        await ask(store, 'pool time', gap);
        const linked = await store.gaps.settle(
          guildId,
          gap,
          { kind: 'linked', documentId: 'faq/pool#open' },
          act(),
        );
        expect(linked).toMatchObject({ outcome: 'settled', gap: { state: 'answered' } });
        expect(await store.aliasLinks(guildId)).toEqual([
          { documentId: 'faq/pool#open', alias: 'pool time' },
          { documentId: 'faq/pool#open', alias: 'swimming when' },
        ]);
        expect(await store.aliasLinks(otherGuild)).toEqual([]);
        await store.gaps.settle(guildId, gap, { kind: 'reopened' }, act());
        expect(await store.aliasLinks(guildId)).toEqual([]);
        expect(await store.gaps.find(guildId, gap)).toMatchObject({ state: 'open' });
      }));

    it('settles no gap twice, and none of another server', () =>
      withStore(kind, async (store) => {
        const gap = await ask(store, 'is there a sauna');
        expect(await store.gaps.settle(otherGuild, gap, { kind: 'dismissed' }, act())).toEqual({
          outcome: 'gone',
        });
        const once = act();
        expect(await store.gaps.settle(guildId, gap, { kind: 'dismissed' }, once)).toMatchObject({
          outcome: 'settled',
        });
        expect(await store.gaps.settle(guildId, gap, { kind: 'dismissed' }, once)).toEqual({
          outcome: 'repeated',
        });
        expect(await store.gaps.settle(guildId, gap, { kind: 'dismissed' }, act())).toEqual({
          outcome: 'gone',
        });
      }));

    it('begins a new gap when the one that was meant is settled by now', () =>
      withStore(kind, async (store) => {
        const gap = await ask(store, 'is there a sauna');
        await store.gaps.settle(guildId, gap, { kind: 'dismissed' }, act());
        expect(await ask(store, 'a sauna?', gap)).not.toBe(gap);
      }));

    it('tells each who waits once, and forgets them on their wish', () =>
      withStore(kind, async (store) => {
        const gap = await ask(store, 'is there a sauna');
        expect(await store.gaps.wait(guildId, gap, { userId: leo, channelId: '3' })).toBe(true);
        expect(await store.gaps.wait(guildId, gap, { userId: leo, channelId: '3' })).toBe(false);
        expect(await store.gaps.wait(otherGuild, gap, { userId: noor, channelId: '3' })).toBe(false);
        await store.gaps.wait(guildId, gap, { userId: noor, channelId: '4' });
        expect(await store.gaps.find(guildId, gap)).toMatchObject({ waiting: 2 });
        expect(await store.privacy.about(noor)).toEqual({ waits: 1, acts: 0 });
        await store.privacy.forget(noor);
        expect(await store.gaps.takeWaiters(guildId, gap)).toEqual([{ userId: leo, channelId: '3' }]);
        expect(await store.gaps.takeWaiters(guildId, gap)).toEqual([]);
      }));

    it('forgets open gaps that nobody asked for long, with who waits for them, and keeps settled ones', () =>
      withStore(kind, async (store) => {
        const old = await ask(store, 'is there a sauna', null, 1000);
        await store.gaps.wait(guildId, old, { userId: leo, channelId: '3' });
        const settled = await ask(store, 'do you sell cars', null, 1000);
        await store.gaps.settle(guildId, settled, { kind: 'dismissed' }, act());
        const recent = await ask(store, 'can I bring a dog', null, 5000);
        expect(await store.gaps.forget(2000)).toBe(1);
        const left = await store.gaps.list(guildId, ['open', 'dismissed']);
        expect(left.map(({ id }) => id).sort()).toEqual([settled, recent].sort());
        expect(await store.privacy.about(leo)).toEqual({ waits: 0, acts: 0 });
      }));
  });
});
