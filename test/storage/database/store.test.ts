import { describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../src/library/store.ts';
import { openStore } from '../../../src/storage/database/open-store.ts';
import { act, fields, guildId, leo, noor, otherGuild } from '../../support/store-acts.ts';
import { lacksPostgres, nameKind, withStore, type StoreKind } from '../../support/store-place.ts';

const addEntry = async (store: Store, given = fields): Promise<{ id: string; version: number }> => {
  const added = await store.entries.add(guildId, given, act(), null);
  if (added.outcome !== 'saved') throw new Error(`not saved: ${added.outcome}`);
  return added.entry;
};

const ask = (store: Store, phrasing: string, gapId: string | null = null, at = 1000): Promise<string> =>
  store.gaps.record(guildId, { phrasing, at, gapId });

describe.each<StoreKind>(['SQLite', 'PostgreSQL'])('the store in %s', (kind) => {
  describe.skipIf(kind === 'PostgreSQL' && lacksPostgres)(nameKind(kind), () => {
    it('keeps an entry as it was written, over a restart', () =>
      withStore(kind, async (store, place) => {
        const { id } = await addEntry(store);
        const again = await openStore(place);
        expect(await again.entries.find(guildId, id)).toMatchObject({ ...fields, id, guildId, version: 1 });
        await again.close();
      }));

    it('shows an entry to its own server alone', () =>
      withStore(kind, async (store) => {
        const { id } = await addEntry(store);
        expect(await store.entries.list(otherGuild)).toEqual([]);
        expect(await store.entries.find(otherGuild, id)).toBeNull();
        expect(await store.entries.history(otherGuild, id, 10)).toEqual([]);
        const foreign = { id, version: 1, fields };
        expect(await store.entries.edit(otherGuild, foreign, act())).toEqual({ outcome: 'gone' });
        expect(await store.entries.remove(otherGuild, id, 1, act())).toEqual({ outcome: 'gone' });
        expect(await store.entries.undo(otherGuild, id, act())).toEqual({ outcome: 'gone' });
      }));

    it('keeps every version with who and when, and takes changes back by new ones', () =>
      withStore(kind, async (store) => {
        const { id } = await addEntry(store);
        const second = { ...fields, answer: 'At eight.' };
        await store.entries.edit(guildId, { id, version: 1, fields: second }, act(leo));
        await store.entries.remove(guildId, id, 2, act());
        expect(await store.entries.list(guildId)).toEqual([]);
        expect(await store.entries.lastChanged(guildId, 5)).toEqual([
          { id, question: fields.question, isRemoved: true },
        ]);
        await store.entries.undo(guildId, id, act());
        expect(await store.entries.find(guildId, id)).toMatchObject({ answer: 'At eight.', version: 4 });
        const history = await store.entries.history(guildId, id, 10);
        expect(history.map(({ version, change, by }) => [version, change, by])).toEqual([
          [4, 'restored', noor],
          [3, 'removed', noor],
          [2, 'edited', leo],
          [1, 'added', noor],
        ]);
        expect(history.map((version) => version.fields?.answer ?? null)).toEqual([
          'At eight.',
          null,
          'At eight.',
          fields.answer,
        ]);
      }));

    it('has nothing to take back of an entry that was only added', () =>
      withStore(kind, async (store) => {
        const { id } = await addEntry(store);
        expect(await store.entries.undo(guildId, id, act())).toEqual({ outcome: 'gone' });
      }));

    it('shows the later of two moderators what the other wrote, and overwrites nothing', () =>
      withStore(kind, async (store) => {
        const { id } = await addEntry(store);
        const theirs = { ...fields, answer: 'Theirs.' };
        await store.entries.edit(guildId, { id, version: 1, fields: theirs }, act(leo));
        const mine = { id, version: 1, fields: { ...fields, answer: 'Mine.' } };
        expect(await store.entries.edit(guildId, mine, act())).toMatchObject({
          outcome: 'conflict',
          current: { answer: 'Theirs.', version: 2 },
        });
        expect(await store.entries.find(guildId, id)).toMatchObject({ answer: 'Theirs.', version: 2 });
        expect(await store.audit.list(guildId, 10)).toHaveLength(2);
      }));

    it('changes things once for one interaction, however often it comes', () =>
      withStore(kind, async (store) => {
        const once = act();
        const outcomes = await Promise.all(
          [1, 2, 3].map(async () => (await store.entries.add(guildId, fields, once, null)).outcome),
        );
        expect(outcomes.sort()).toEqual(['repeated', 'repeated', 'saved']);
        expect(await store.entries.list(guildId)).toHaveLength(1);
        expect(await store.audit.list(guildId, 10)).toHaveLength(1);
      }));

    it('lets one of many simultaneous changes of a version through', () =>
      withStore(kind, async (store) => {
        const { id } = await addEntry(store);
        const outcomes = await Promise.all(
          Array.from({ length: 8 }, async (_unused, n) => {
            const change = { id, version: 1, fields: { ...fields, answer: `Answer ${n}.` } };
            return (await store.entries.edit(guildId, change, act())).outcome;
          }),
        );
        expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
        expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(7);
        expect((await store.entries.history(guildId, id, 20)).map(({ version }) => version)).toEqual([2, 1]);
      }));

    it('lists what moderators did and what was refused, newest first', () =>
      withStore(kind, async (store) => {
        const { id } = await addEntry(store);
        const at = 1_800_000_000_000;
        await store.audit.append({
          guildId,
          by: leo,
          at,
          action: 'entry remove',
          subject: null,
          before: null,
          after: null,
          outcome: 'refused',
        });
        expect(await store.audit.list(guildId, 10)).toMatchObject([
          { by: leo, action: 'entry remove', subject: null, before: null, after: null, outcome: 'refused' },
          { by: noor, action: 'entry.add', subject: id, outcome: 'done' },
        ]);
        expect(await store.audit.list(otherGuild, 10)).toEqual([]);
      }));

    it('takes any text that people can type', () =>
      withStore(kind, async (store) => {
        const answer = 'a\u0000b "quoted" \\u0000 \u{1F600} ‮ \n\t';
        const { id } = await addEntry(store, { ...fields, answer });
        const kept = await store.entries.find(guildId, id);
        expect(kept?.answer).toBe(answer.replace('\u0000', ''));
        await ask(store, "'; drop table gap; -- \u0000");
        expect((await store.gaps.list(guildId, ['open']))[0]?.phrasings).toEqual(["'; drop table gap; -- "]);
      }));

    it('leaves the revision as it is when nothing came of a change', () =>
      withStore(kind, async (store) => {
        const first = act();
        const added = await store.entries.add(guildId, fields, first, null);
        const id = added.outcome === 'saved' ? added.entry.id : '';
        const before = await store.revision(guildId);
        expect(await store.entries.add(guildId, fields, first, null)).toEqual({ outcome: 'repeated' });
        expect(await store.entries.remove(guildId, id, 7, act())).toMatchObject({ outcome: 'conflict' });
        expect(await store.entries.undo(guildId, id, act())).toEqual({ outcome: 'gone' });
        expect(await store.revision(guildId)).toBe(before);
      }));

    it('raises the revision of a server by its changes alone, and tells every process that watches', () =>
      withStore(kind, async (store, place) => {
        const other = await openStore(place);
        const here = vi.fn();
        const there = vi.fn();
        await store.watch(here);
        await other.watch(there);
        const before = await store.revision(guildId);
        await addEntry(store);
        await vi.waitFor(() => {
          expect(here).toHaveBeenCalled();
          expect(there).toHaveBeenCalled();
        });
        expect(await other.revision(guildId)).toBeGreaterThan(before);
        expect(await other.revision(otherGuild)).toBe(0);
        await other.close();
      }));
  });
});
