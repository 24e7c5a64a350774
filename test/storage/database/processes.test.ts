import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { emptyFields, type EntryFields } from '../../../src/library/entry.ts';
import type { Store } from '../../../src/library/store.ts';
import { openStore, type StorePlace } from '../../../src/storage/database/open-store.ts';
import {
  lacksPostgres,
  makePlace,
  nameKind,
  query,
  withStore,
  type StoreKind,
} from '../../support/store-place.ts';

const script = fileURLToPath(new URL('../../support/store-process.ts', import.meta.url));
const guildId = '100000000000000001';
const fields: EntryFields = {
  ...emptyFields,
  question: 'When does the pool open?',
  answer: 'At seven.',
};
const patience = { timeout: 20_000, interval: 10 };
const all = 10_000;
// Many processes on two cores.
vi.setConfig({ testTimeout: 60_000 });

interface Job {
  readonly job: 'open' | 'add' | 'edit';
  readonly name: string;
  readonly entryId?: string;
  readonly times?: number;
}

/** A process that works on the store, and what it was told is saved. */
const start = (place: StorePlace, { entryId = '', times = all, ...job }: Job) => {
  const { dataFolder, databaseUrl } = place;
  const argument = JSON.stringify({ dataFolder, databaseUrl, guildId, entryId, times, ...job });
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, argument], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(child, 'close').then(() => ({ status: child.exitCode ?? child.signalCode, errors }));
  const acknowledged = (): readonly string[] => output.split('\n').slice(0, -1);
  return {
    acknowledged,
    ended,
    async killAfter(count: number): Promise<void> {
      await vi.waitFor(() => {
        if (child.exitCode !== null) throw new Error(`It ended by itself: ${errors}`);
        if (acknowledged().length < count) throw new Error(`Saved so far: ${output}`);
      }, patience);
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const addEntry = async (store: Store): Promise<string> => {
  const act = { by: 'noor', at: 1, interactionId: 'first' };
  const added = await store.entries.add(guildId, fields, act, null);
  if (added.outcome !== 'saved') throw new Error(`not saved: ${added.outcome}`);
  return added.entry.id;
};

describe.each<StoreKind>(['SQLite', 'PostgreSQL'])('several processes on one store in %s', (kind) => {
  describe.skipIf(kind === 'PostgreSQL' && lacksPostgres)(nameKind(kind), () => {
    it('may open an empty place at the same time', async () => {
      const { place, remove } = await makePlace(kind);
      try {
        const processes = ['a', 'b', 'c', 'd'].map((name) => start(place, { job: 'open', name }));
        const ends = await Promise.all(processes.map(({ ended }) => ended));
        expect(ends).toEqual(processes.map(() => ({ status: 0, errors: '' })));
      } finally {
        await remove();
      }
    });

    it('edit one entry while some are killed: what was acknowledged is there once, versions rise by one, one audit row each', () =>
      withStore(kind, async (store, place) => {
        const entryId = await addEntry(store);
        const steady = ['a', 'b'].map((name) => start(place, { job: 'edit', name, entryId, times: 80 }));
        const killed = ['k', 'l', 'm', 'n'].map((name) => start(place, { job: 'edit', name, entryId }));
        await Promise.all(killed.map((process, at) => process.killAfter(10 * (at + 1))));
        for (const { status, errors } of await Promise.all(steady.map(({ ended }) => ended)))
          expect([status, errors]).toEqual([0, '']);

        const history = await store.entries.history(guildId, entryId, all);
        const answers = history.map((version) => version.fields?.answer ?? '');
        const acknowledged = [...steady, ...killed].flatMap((process) => process.acknowledged());
        expect(acknowledged.length).toBeGreaterThanOrEqual(260);
        expect(acknowledged.filter((label) => !answers.includes(label))).toEqual([]);
        expect(new Set(answers).size).toBe(answers.length);
        // Beside the first version, a kill may come between saving and telling, once for each that was killed.
        expect(answers.length).toBeLessThanOrEqual(acknowledged.length + killed.length + 1);
        expect(history.map(({ version }) => version)).toEqual(
          history.map((_version, at) => history.length - at),
        );
        const rows = await store.audit.list(guildId, all);
        expect(rows.filter(({ action }) => action === 'entry.edit')).toHaveLength(history.length - 1);
      }));
  });
});

describe('the embedded store', () => {
  it('loses no acknowledged entry when processes that write are killed, fifteen times', () =>
    withStore('SQLite', async (store, place) => {
      const acknowledged: string[] = [];
      for (const round of [1, 2, 3, 4, 5]) {
        const names = ['x', 'y', 'z'].map((name) => `${name}${round}`);
        const processes = names.map((name) => start(place, { job: 'add', name }));
        await Promise.all(processes.map((process, at) => process.killAfter(1 + round + at)));
        acknowledged.push(...processes.flatMap((process) => process.acknowledged()));
        const kept = (await store.entries.list(guildId)).map(({ answer }) => answer);
        expect(acknowledged.filter((label) => !kept.includes(label))).toEqual([]);
      }
      const again = await openStore(place);
      expect(await again.entries.list(guildId)).toEqual(await store.entries.list(guildId));
      await again.close();
    }));

  it('refuses to change or delete a row of the audit log, whoever asks', async () => {
    const { place, remove } = await makePlace('SQLite');
    const store = await openStore(place);
    await addEntry(store);
    // Closed first: a file must never be open in two builds of SQLite in one process.
    await store.close();
    const { DatabaseSync } = await import('@photostructure/sqlite');
    const database = new DatabaseSync(`${place.dataFolder}/footnote.db`);
    expect(() => {
      database.exec(`update audit set action = 'entry.remove'`);
    }).toThrow('append-only');
    expect(() => {
      database.exec('delete from audit');
    }).toThrow('append-only');
    database.close();
    await remove();
  });
});

describe.skipIf(lacksPostgres)(`the store in ${nameKind('PostgreSQL')}`, () => {
  const terminate = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;

  it('refuses to change or delete a row of the audit log, whoever asks', () =>
    withStore('PostgreSQL', async (store, { databaseUrl }) => {
      await addEntry(store);
      const url = databaseUrl ?? '';
      await expect(query(url, `update audit set action = 'entry.remove'`)).rejects.toThrow('append-only');
      await expect(query(url, 'delete from audit')).rejects.toThrow('append-only');
      await expect(query(url, 'truncate audit')).rejects.toThrow('append-only');
    }));

  it('goes on after all connections are lost, looks at everything anew, and hears of changes again', () =>
    withStore('PostgreSQL', async (store, place) => {
      const onChange = vi.fn();
      await store.watch(onChange);
      await query(place.databaseUrl ?? '', terminate);
      await vi.waitFor(() => {
        expect(onChange).toHaveBeenCalled();
      }, patience);
      const heard = onChange.mock.calls.length;
      const other = await openStore(place);
      await addEntry(other);
      await other.close();
      await vi.waitFor(() => {
        expect(onChange.mock.calls.length).toBeGreaterThan(heard);
      }, patience);
      expect(await store.entries.list(guildId)).toHaveLength(1);
    }));
});
