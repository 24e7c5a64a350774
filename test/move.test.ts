import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

import { describe, expect, test } from 'vitest';

import { emptyFields } from '../src/library/entry.ts';
import type { Store } from '../src/library/store.ts';
import { openStore } from '../src/storage/database/open-store.ts';

import { lacksPostgres, makePlace, nameKind, withStore } from './support/store-place.ts';
import { programOf } from './support/program.ts';

const guildId = '100000000000000001';
const leo = '200000000000000002';

function move(to: string, dataFolder: string): { status: number | null; out: string; error: string } {
  const { PATH = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [programOf('move'), '--to', to], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { PATH, DATA_DIR: dataFolder },
  });
  return { status, out: stdout, error: stderr };
}

const vote = {
  userId: leo,
  answerKey: 'a0a0a0a0a0a0a0a0',
  passageId: 'faq/pool',
  value: 'unhelpful',
  reason: 'wrong',
  at: 8,
} as const;

/** Something in every table. */
async function fill(store: Store): Promise<string> {
  const fields = {
    ...emptyFields,
    question: 'When does the pool open?',
    answer: 'At "seven".\n\u{1F600}',
    aliases: ['pool hours'],
  };
  const act = (number: number) => ({ by: leo, at: 1_700_000_000_000 + number, interactionId: `i${number}` });
  const added = await store.entries.add(guildId, fields, act(1), null);
  const id = added.outcome === 'saved' ? added.entry.id : '';
  await store.entries.edit(guildId, { id, version: 1, fields: { ...fields, answer: 'At eight.' } }, act(2));
  await store.entries.remove(guildId, id, 2, act(3));
  const linked = await store.gaps.record(guildId, { phrasing: 'swimming hours', at: 1, gapId: null });
  await store.gaps.settle(guildId, linked, { kind: 'linked', documentId: 'faq/pool' }, act(4));
  const open = await store.gaps.record(guildId, { phrasing: 'is there a sauna', at: 2, gapId: null });
  await store.gaps.wait(guildId, open, { userId: leo, channelId: '300000000000000003' });
  await store.votes.vote(guildId, vote);
  await store.quotes.count([{ guildId, passageId: 'faq/pool', at: 8 }]);
  await store.tallies.count([{ guildId, outcome: 'unanswered', at: 8 }]);
  await store.audit.append({
    guildId,
    by: leo,
    at: 9,
    action: 'entry.add',
    subject: null,
    before: null,
    after: null,
    outcome: 'refused',
  });
  return id;
}

async function readAll(store: Store, id: string): Promise<unknown> {
  return [
    await store.entries.list(guildId),
    await store.entries.history(guildId, id, 100),
    await store.entries.lastChanged(guildId, 100),
    await store.gaps.list(guildId, ['open', 'answered', 'dismissed']),
    await store.aliasLinks(guildId),
    await store.votes.summary(guildId, 0),
    await store.quotes.mostQuoted(guildId, 0, 100),
    await store.tallies.days(guildId, 0),
    await store.audit.list(guildId, 100),
    await store.privacy.about(leo),
    await store.revision(guildId),
  ];
}

describe('npm run move', () => {
  test.skipIf(lacksPostgres)(
    `copies everything into ${nameKind('PostgreSQL')}, once, and goes on from there`,
    () =>
      withStore('SQLite', async (store, { dataFolder, logger }) => {
        const id = await fill(store);
        const before = await readAll(store, id);
        const { place, remove } = await makePlace('PostgreSQL');
        const databaseUrl = place.databaseUrl ?? '';
        try {
          expect(move(databaseUrl, dataFolder)).toMatchObject({ status: 0, error: '' });
          const moved = await openStore({ dataFolder, databaseUrl, logger });
          expect(await readAll(moved, id)).toEqual(before);
          expect(move(databaseUrl, dataFolder)).toEqual({
            status: 2,
            out: '',
            error: 'The database of --to holds a store already; nothing was copied.\n',
          });
          expect(await readAll(moved, id)).toEqual(before);
          await moved.votes.vote(guildId, { ...vote, reason: 'outdated' });
          expect(await moved.votes.summary(guildId, 0)).toMatchObject([{ unhelpful: 1 }]);
          const act = { by: leo, at: 1_800_000_000_000, interactionId: 'i5' };
          expect(await moved.entries.undo(guildId, id, act)).toMatchObject({ entry: { version: 4 } });
          await moved.close();
        } finally {
          await remove();
        }
      }),
  );

  test('says in one line what is wrong with the address, without its password', () =>
    withStore('SQLite', (_store, { dataFolder }) => {
      for (const address of ['mysql://bot:s3cret@127.0.0.1/db', 'postgres://bot:s3cret@127.0.0.1:1/db']) {
        const { status, out, error } = move(address, dataFolder);
        expect([status, out]).toEqual([2, '']);
        expect(error).toMatch(/^[^\n]*--to[^\n]*\.\n$/u);
        expect(error).not.toContain('s3cret');
      }
      return Promise.resolve();
    }));
});
