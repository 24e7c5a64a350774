import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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

const source = fileURLToPath(new URL('../../support/store-process.ts', import.meta.url));
// Beside the packages that it imports. Bundled once, a process starts in a fifth of the time.
const script = fileURLToPath(new URL(`../../../dist/store-process-${process.pid}.mjs`, import.meta.url));
const guildId = '100000000000000001';
const fields: EntryFields = { ...emptyFields, question: 'When does the pool open?', answer: 'At seven.' };
const patience = { timeout: 60_000, interval: 5 };
const all = 100_000;
// Many processes on two cores.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  await build({
    entryPoints: [source],
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node20',
  });
});
afterAll(() => rm(script));

interface Job {
  readonly job: 'open' | 'add' | 'moderate';
  readonly name: string;
  readonly entryIds?: readonly string[];
  readonly times?: number;
}

/** A process that works on the store, and what it has told so far. */
const start = (place: StorePlace, { entryIds = [], times = all, ...job }: Job) => {
  const { dataFolder, databaseUrl } = place;
  const argument = JSON.stringify({ dataFolder, databaseUrl, guildId, entryIds, times, ...job });
  const child = spawn(process.execPath, [script, argument], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(child, 'close').then(() => ({ status: child.exitCode ?? child.signalCode, errors }));
  /** What was told to have this outcome. A line that is not whole was cut off by a kill. */
  const told = (outcome: string): readonly string[] =>
    output
      .split('\n')
      .slice(0, -1)
      .flatMap((line) => (line.endsWith(` ${outcome}`) ? [line.slice(0, -outcome.length - 1)] : []));
  return {
    told,
    ended,
    async killAfter(saved: number): Promise<void> {
      await vi.waitFor(() => {
        if (child.exitCode !== null) throw new Error(`It ended by itself: ${errors}`);
        if (told('saved').length < saved) throw new Error(`Saved so far: ${output}`);
      }, patience);
      child.kill('SIGKILL');
      await ended;
    },
  };
};

type Process = ReturnType<typeof start>;

const addEntry = async (store: Store, interactionId = 'first'): Promise<string> => {
  const act = { by: 'noor', at: 1, interactionId };
  const added = await store.entries.add(guildId, fields, act, null);
  if (added.outcome !== 'saved') throw new Error(`not saved: ${added.outcome}`);
  return added.entry.id;
};

/** One of four places for a process: those that work there one after another, each but the last killed. */
const workUntil = async (
  place: StorePlace,
  slot: string,
  entryIds: readonly string[],
): Promise<readonly Process[]> => {
  const processes: Process[] = [];
  const saved = (): number => processes.reduce((sum, { told }) => sum + told('saved').length, 0);
  while (saved() < editsEach) {
    const process = start(place, { job: 'moderate', name: `${slot}${processes.length}`, entryIds });
    processes.push(process);
    await process.killAfter(Math.min(10 + 20 * (processes.length % 5), editsEach - saved()));
  }
  return processes;
};

const editsEach = 500;

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

    it('take 2,000 edits of eight moderators while they are killed again and again: what was acknowledged is there once, what was refused is not, versions rise by one, one audit row each', () =>
      withStore(kind, async (store, place) => {
        const entryIds = await Promise.all(['w', 'x', 'y', 'z'].map((name) => addEntry(store, name)));
        const slots = await Promise.all(['a', 'b', 'c', 'd'].map((slot) => workUntil(place, slot, entryIds)));
        const processes = slots.flat();
        const told = (outcome: string): readonly string[] => processes.flatMap((each) => each.told(outcome));
        expect(told('saved').length).toBeGreaterThanOrEqual(2000);
        expect(told('saved-again')).toEqual([]);

        const histories = await Promise.all(entryIds.map((id) => store.entries.history(guildId, id, all)));
        for (const history of histories)
          expect(history.map(({ version }) => version)).toEqual(
            history.map((_each, at) => history.length - at),
          );
        const edits = histories.flatMap((history) => history.slice(0, -1));
        const kept = edits.map((version) => version.fields?.answer ?? '');
        const keptOnce = new Set(kept);
        expect(keptOnce.size).toBe(kept.length);
        expect(told('saved').filter((label) => !keptOnce.has(label))).toEqual([]);
        expect(told('conflict').filter((label) => keptOnce.has(label))).toEqual([]);
        expect(told('conflict').length).toBeGreaterThan(0);
        // A kill may come between saving and telling, for each of the two moderators of a process.
        expect(kept.length).toBeLessThanOrEqual(told('saved').length + 2 * processes.length);
        const rows = await store.audit.list(guildId, all);
        expect(rows.filter(({ action }) => action === 'entry.edit')).toHaveLength(edits.length);
      }));
  });
});

describe('the embedded store', () => {
  it('loses no acknowledged entry when processes that write are killed, a hundred times', () =>
    withStore('SQLite', async (store, place) => {
      const acknowledged: string[] = [];
      for (let round = 0; round < 25; round += 1) {
        const names = ['w', 'x', 'y', 'z'].map((name) => `${name}${round}`);
        const processes = names.map((name) => start(place, { job: 'add', name }));
        await Promise.all(processes.map((process, at) => process.killAfter(1 + (round % 5) + at)));
        acknowledged.push(...processes.flatMap((process) => process.told('saved')));
        const kept = new Set((await store.entries.list(guildId)).map(({ answer }) => answer));
        expect(acknowledged.filter((label) => !kept.has(label))).toEqual([]);
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

  it('listens on one connection, whoever watches', () =>
    withStore('PostgreSQL', async (store, place) => {
      const watchers = [vi.fn(), vi.fn(), vi.fn()];
      for (const onChange of watchers) await store.watch(onChange);
      const listening = `select pid from pg_stat_activity where datname = current_database() and query like 'listen %'`;
      expect(await query(place.databaseUrl ?? '', listening)).toHaveLength(1);
      const other = await openStore(place);
      await addEntry(other);
      await other.close();
      await vi.waitFor(() => {
        for (const onChange of watchers) expect(onChange).toHaveBeenCalled();
      }, patience);
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
