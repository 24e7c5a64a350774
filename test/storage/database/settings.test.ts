import { describe, expect, it } from 'vitest';

import { defaultSettings } from '../../../src/library/settings.ts';
import type { AuditRecord } from '../../../src/library/store.ts';
import { openStore } from '../../../src/storage/database/open-store.ts';
import { act, fields, guildId, noor, otherGuild } from '../../support/store-acts.ts';
import { lacksPostgres, nameKind, withStore, type StoreKind } from '../../support/store-place.ts';

describe.each<StoreKind>(['SQLite', 'PostgreSQL'])('what moderators have set, in %s', (kind) => {
  describe.skipIf(kind === 'PostgreSQL' && lacksPostgres)(nameKind(kind), () => {
    it('is kept for each server, over a restart', () =>
      withStore(kind, async (store, place) => {
        const cautious = { key: 'caution', alter: () => ({ caution: 'careful' as const }) } as const;
        expect(await store.settings.change(guildId, cautious, act())).toEqual({
          ...defaultSettings,
          caution: 'careful',
        });
        const again = await openStore(place);
        const all = await again.settings.all();
        await again.close();
        expect(all.get(guildId)?.caution).toBe('careful');
        expect(all.has(otherGuild)).toBe(false);
      }));

    it('loses nothing when moderators set different things at the same time', () =>
      withStore(kind, async (store) => {
        const channels = Array.from({ length: 8 }, (_unused, n) => `70000000000000000${n}`);
        await Promise.all(
          channels.map((id) =>
            store.settings.change(
              guildId,
              { key: 'channels', alter: (before) => ({ channels: { ...before.channels, [id]: 'off' } }) },
              act(),
            ),
          ),
        );
        const set = (await store.settings.all()).get(guildId);
        expect(Object.keys(set?.channels ?? {}).sort()).toEqual(channels);
      }));

    it('is set once by each interaction', () =>
      withStore(kind, async (store) => {
        const once = act();
        const add = (n: number) =>
          ({ key: 'moderatorRoles', alter: () => ({ moderatorRoles: [`${n}`] }) }) as const;
        await store.settings.change(guildId, add(1), once);
        expect(await store.settings.change(guildId, add(2), once)).toBeNull();
        expect((await store.settings.all()).get(guildId)?.moderatorRoles).toEqual(['1']);
      }));
  });

  describe.skipIf(kind === 'PostgreSQL' && lacksPostgres)(`the audit log in ${nameKind(kind)}`, () => {
    it('holds what there was before each change and what there was after it, and tells it once', () =>
      withStore(kind, async (store) => {
        const told: AuditRecord[] = [];
        store.audit.onWritten((record) => void told.push(record));
        const added = await store.entries.add(guildId, fields, act(), null);
        if (added.outcome !== 'saved') throw new Error('it is saved');
        const { id } = added.entry;
        const repeated = act();
        await store.entries.edit(
          guildId,
          { id, version: 1, fields: { ...fields, answer: 'At eight.' } },
          repeated,
        );
        await store.entries.edit(guildId, { id, version: 2, fields }, repeated);
        await store.entries.remove(guildId, id, 2, act());
        const log = (change: { key: 'logChannel'; alter: () => { logChannel: string } }) =>
          store.settings.change(guildId, change, act());
        await log({ key: 'logChannel', alter: () => ({ logChannel: '700000000000000001' }) });
        expect(
          told.map(({ by, action, before, after }) => ({
            by,
            action,
            before: answerIn(before),
            after: answerIn(after),
          })),
        ).toEqual([
          { by: noor, action: 'entry.add', before: null, after: fields.answer },
          { by: noor, action: 'entry.edit', before: fields.answer, after: 'At eight.' },
          { by: noor, action: 'entry.remove', before: 'At eight.', after: null },
          { by: noor, action: 'settings.logChannel', before: null, after: '700000000000000001' },
        ]);
        const rows = await store.audit.list(guildId, 10);
        expect(rows.map(({ before, after }) => [before, after]).reverse()).toEqual(
          told.map(({ before, after }) => [before, after]),
        );
      }));
  });
});

const answerIn = (json: string | null): unknown => {
  const value: unknown = json === null ? null : JSON.parse(json);
  return typeof value === 'object' && value !== null && 'answer' in value ? value.answer : value;
};
