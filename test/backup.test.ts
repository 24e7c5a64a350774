import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { emptyFields } from '../src/library/entry.ts';
import type { Store } from '../src/library/store.ts';
import { openStore } from '../src/storage/database/open-store.ts';

import { withStore } from './support/store-place.ts';
import { programOf } from './support/program.ts';

const guildId = '100000000000000001';
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

interface Finished {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the backup beside this process, which goes on. */
function runBackup(file: string, environment: Readonly<Record<string, string>>): Promise<Finished> {
  const { PATH = '' } = process.env;
  const settings = { cwd: tmpdir(), env: { PATH, ...environment } };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [programOf('backup'), file], settings, (_error, out, error) => {
      resolve({ status: child.exitCode ?? -1, out, error });
    });
  });
}

async function addEntry(store: Store, number: number): Promise<void> {
  const act = { by: 'noor', at: number, interactionId: `i${number}` };
  const fields = { ...emptyFields, question: `${number}?`, answer: 'Yes.' };
  await store.entries.add(guildId, fields, act, null);
}

describe('npm run backup', () => {
  test('writes a copy that opens as a store, taken at one moment while entries are being added', () =>
    withStore('SQLite', async (store, { dataFolder }) => {
      await addEntry(store, 0);
      const file = join(dataFolder, 'copy.db');
      const done = new AbortController();
      const backup = runBackup(file, { DATA_DIR: dataFolder }).finally(() => {
        done.abort();
      });
      let added = 1;
      while (!done.signal.aborted) {
        await addEntry(store, added);
        added += 1;
        await new Promise(setImmediate);
      }
      expect(await backup).toEqual({ status: 0, out: `Written to ${file}.\n`, error: '' });

      const restored = join(dataFolder, 'restored');
      await mkdir(restored);
      await rename(file, join(restored, 'footnote.db'));
      const copy = await openStore({ dataFolder: restored, databaseUrl: null, logger });
      const questions = (await copy.entries.list(guildId)).map(({ question }) => question);
      const audited = await copy.audit.list(guildId, added);
      const revision = await copy.revision(guildId);
      await copy.close();
      // An unbroken beginning of what was added, with an audit row and a revision each.
      expect(questions).toEqual(questions.map((_question, number) => `${number}?`));
      expect(questions.length).toBeGreaterThan(0);
      expect([audited.length, revision]).toEqual([questions.length, questions.length]);
      expect(await store.entries.list(guildId)).toHaveLength(added);
    }));

  test('overwrites nothing, and makes no store where there is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'footnote-backup-'));
    const missing = await runBackup(join(folder, 'copy.db'), { DATA_DIR: folder });
    expect([missing.status, missing.error]).toEqual([
      2,
      `There is no store at ${join(folder, 'footnote.db')}: check DATA_DIR.\n`,
    ]);
    expect(await readdir(folder)).toEqual([]);

    const store = await openStore({ dataFolder: folder, databaseUrl: null, logger });
    await store.close();
    const taken = join(folder, 'taken');
    await writeFile(taken, 'mine');
    const refused = await runBackup(taken, { DATA_DIR: folder });
    expect([refused.status, refused.error]).toEqual([
      2,
      `${taken} is there already; give the backup another name.\n`,
    ]);
    await rm(folder, { recursive: true });
  });

  test('says what to use for PostgreSQL, without the password', async () => {
    const { status, error } = await runBackup('copy.db', {
      DATABASE_URL: 'postgres://bot:s3cret@127.0.0.1/db',
    });
    expect(status).toBe(2);
    expect(error).toContain('pg_dump');
    expect(error).not.toContain('s3cret');
  });
});
