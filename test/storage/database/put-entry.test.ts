import { describe, expect, it } from 'vitest';
import { act, fields, guildId, otherGuild } from '../../support/store-acts.ts';
import { lacksPostgres, nameKind, withStore, type StoreKind } from '../../support/store-place.ts';

const id = '0a1b2c3d4e5f6071';

describe.each<StoreKind>(['SQLite', 'PostgreSQL'])('an entry that is put into a store in %s', (kind) => {
  describe.skipIf(kind === 'PostgreSQL' && lacksPostgres)(nameKind(kind), () => {
    it('is added under its id, changed, left as it is, and brought back: one version and one audit row a change', () =>
      withStore(kind, async ({ entries, audit }) => {
        const put = (given = fields) => entries.put(guildId, { id, fields: given }, act());
        expect(await put()).toMatchObject({ outcome: 'saved', change: 'added', entry: { ...fields, id } });
        expect(await put()).toEqual({ outcome: 'unchanged' });
        expect(await put({ ...fields, answer: 'At eight.' })).toMatchObject({ change: 'edited' });
        await entries.remove(guildId, id, 2, act());
        expect(await put({ ...fields, answer: 'At eight.' })).toMatchObject({ change: 'restored' });
        expect(
          (await entries.history(guildId, id, 10)).map(({ version, change }) => [version, change]),
        ).toEqual([
          [4, 'restored'],
          [3, 'removed'],
          [2, 'edited'],
          [1, 'added'],
        ]);
        const rows = await audit.list(guildId, 10);
        expect(rows.filter(({ action }) => action === 'entry.import')).toHaveLength(3);
      }));

    it('changes nothing of another server, and nothing twice', () =>
      withStore(kind, async ({ entries }) => {
        const once = act();
        await entries.put(guildId, { id, fields }, once);
        const other = { ...fields, answer: 'Never.' };
        expect(await entries.put(otherGuild, { id, fields: other }, act())).toEqual({ outcome: 'elsewhere' });
        expect(await entries.put(guildId, { id, fields: other }, once)).toEqual({ outcome: 'unchanged' });
        expect(await entries.find(guildId, id)).toMatchObject({ version: 1, answer: fields.answer });
        expect(await entries.list(otherGuild)).toEqual([]);
      }));

    it('has a row of the audit log that one process may take to tell it, and no other', () =>
      withStore(kind, async (store) => {
        await store.entries.put(guildId, { id, fields }, act());
        await store.entries.put(otherGuild, { id: 'b', fields }, act());
        await store.entries.edit(
          guildId,
          { id, version: 1, fields: { ...fields, answer: 'At ten.' } },
          act(),
        );
        expect([...(await store.audit.untoldServers())].sort()).toEqual([guildId, otherGuild]);
        const taken = await Promise.all([1, 2, 3].map(() => store.audit.takeUntold(guildId)));
        expect(taken.flat().map(({ action, subject }) => [action, subject])).toEqual([['entry.import', id]]);
        expect(await store.audit.untoldServers()).toEqual([otherGuild]);
      }));

    it('makes its server one of those that have entries, as long as it is there', () =>
      withStore(kind, async ({ entries }) => {
        expect(await entries.servers()).toEqual([]);
        await entries.put(guildId, { id, fields }, act());
        await entries.put(otherGuild, { id: 'b', fields }, act());
        expect(await entries.servers()).toEqual([guildId, otherGuild]);
        await entries.remove(guildId, id, 1, act());
        expect(await entries.servers()).toEqual([otherGuild]);
      }));
  });
});
