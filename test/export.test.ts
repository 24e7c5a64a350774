import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { emptyFields } from '../src/library/entry.ts';
import type { Store } from '../src/library/store.ts';
import { openStore } from '../src/storage/database/open-store.ts';

import { act, fields, guildId, otherGuild } from './support/store-acts.ts';
import { programOf } from './support/program.ts';

// Each starts several processes, on two cores beside others.
vi.setConfig({ testTimeout: 90_000 });

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('npm run export and npm run import', () => {
  let home: string;
  let store: Store;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'footnote-export-'));
    store = await openStore({ dataFolder: join(home, 'data'), databaseUrl: null, logger });
  });
  afterEach(async () => {
    await store.close();
    await rm(home, { recursive: true });
  });

  /** Runs one of them beside this process, which holds the store too, as a bot does. */
  const run = (name: 'export' | 'import', words: readonly string[] = [], dataFolder = 'data') => {
    const { PATH = '' } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [programOf(name), ...words], {
      cwd: home,
      encoding: 'utf8',
      env: { PATH, DATA_DIR: join(home, dataFolder), KNOWLEDGE_DIR: 'knowledge' },
    });
    return { status, out: stdout, error: stderr };
  };
  const folder = (): string => join(home, 'knowledge', 'entries', guildId);
  const readAll = async (): Promise<Readonly<Record<string, string>>> => {
    const names = (await readdir(folder())).filter((name) => !name.startsWith('.')).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(folder(), name), 'utf8')));
    return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? '']));
  };
  const add = async (question: string, server = guildId): Promise<string> => {
    const added = await store.entries.add(server, { ...fields, question }, act(), null);
    if (added.outcome !== 'saved') throw new Error(added.outcome);
    return added.entry.id;
  };

  test('carry the entries of a server to another store, from which the same bytes are exported', async () => {
    const id = await add('When does the pool open?');
    await add('Where?');
    expect(run('export')).toEqual({
      status: 0,
      error: '',
      out: `2 entries in ${join('knowledge', 'entries', guildId)}. The bot answers from its store, not from these files: npm run import takes up what you change.\n`,
    });
    const exported = await readAll();
    expect(Object.keys(exported)).toContain(`when-does-the-pool-open-${id}.md`);

    expect(run('import', [], 'other')).toEqual({
      status: 0,
      error: '',
      out: '2 added, 0 changed, 0 brought back, 0 as they were.\n',
    });
    await rename(folder(), join(home, 'before'));
    expect(run('export', [], 'other').status).toBe(0);
    expect(await readAll()).toEqual(exported);
  });

  test('take up what was changed in a file or removed in Discord, with a version and an audit row each', async () => {
    const changed = await add('When does the pool open?');
    const removed = await add('Where?');
    const same = await add('Who?');
    run('export');
    await store.entries.remove(guildId, removed, 1, act());
    const path = join(folder(), `when-does-the-pool-open-${changed}.md`);
    await writeFile(path, (await readFile(path, 'utf8')).replace('At **seven**.', 'At eight.'));

    expect(run('import').out).toBe('0 added, 1 changed, 1 brought back, 1 as they were.\n');
    expect(await store.entries.find(guildId, changed)).toMatchObject({ version: 2 });
    expect((await store.entries.find(guildId, changed))?.answer).toContain('At eight.');
    expect(await store.entries.history(guildId, removed, 1)).toMatchObject([
      { version: 3, change: 'restored', by: 'npm run import' },
    ]);
    expect(await store.entries.find(guildId, same)).toMatchObject({ version: 1 });
    const rows = await store.audit.list(guildId, 100);
    const imported = rows.filter(({ action }) => action === 'entry.import');
    expect(imported.map(({ subject }) => subject).sort()).toEqual([changed, removed].sort());
    expect(run('import').out).toBe('0 added, 0 changed, 0 brought back, 3 as they were.\n');
  });

  test('leave no file of an entry that is gone or renamed, and touch no other', async () => {
    const renamed = await add('When does the pool open?');
    const removed = await add('Where?');
    run('export');
    await writeFile(join(folder(), 'notes.md'), '# Notes\n');
    const change = { id: renamed, version: 1, fields: { ...fields, question: 'Pool hours?' } };
    await store.entries.edit(guildId, change, act());
    await store.entries.remove(guildId, removed, 1, act());
    run('export');
    expect(Object.keys(await readAll())).toEqual(['notes.md', `pool-hours-${renamed}.md`]);
  });

  test('list entries whose file was deleted, and remove them only when that is asked for, as the log tells', async () => {
    const deleted = await add('When does the pool open?');
    const changed = await add('Where?');
    for (const question of ['Who?', 'Why?']) await add(question);
    run('export');
    const later = await add('Since when?');
    await rm(join(folder(), `when-does-the-pool-open-${deleted}.md`));
    await rm(join(folder(), `where-${changed}.md`));
    await store.entries.edit(
      guildId,
      { id: changed, version: 1, fields: { ...fields, question: 'Where to?' } },
      act(),
    );

    const sum = '0 added, 0 changed, 0 brought back, 2 as they were.\n';
    const stays = `Without a file, but changed after the export, so they stay:\n  ${changed} Where to?\n`;
    const title = 'Without a file, and still in the store; npm run import -- --remove removes them:';
    const listed = `${sum}${title}\n  ${deleted} When does the pool open?\n${stays}`;
    expect(run('import')).toEqual({ status: 0, error: '', out: listed });
    expect(await store.entries.find(guildId, deleted)).not.toBeNull();

    const removed = 'Removed, since they have no file; /entry undo brings each of them back:';
    const done = `${sum}${removed}\n  ${deleted} When does the pool open?\n${stays}`;
    expect(run('import', ['--remove'])).toEqual({ status: 0, error: '', out: done });
    const left = (await store.entries.list(guildId)).map(({ id }) => id);
    expect(left).toHaveLength(4);
    expect(left).toEqual(expect.arrayContaining([changed, later]));
    expect(await store.audit.takeUntold(guildId)).toMatchObject([
      { action: 'entry.import', subject: deleted, by: 'npm run import', after: null },
    ]);
    expect(await store.entries.undo(guildId, deleted, act())).toMatchObject({ outcome: 'saved' });
    expect(run('import', ['--remove']).out).not.toContain('Removed');
  });

  test('remove nothing where over half of the entries would go, or where nothing says what was exported', async () => {
    const ids = [await add('When does the pool open?'), await add('Where?'), await add('Who?')];
    run('export');
    await rm(join(folder(), `where-${ids[1] ?? ''}.md`));
    await rm(join(folder(), `who-${ids[2] ?? ''}.md`));
    const { status, out } = run('import', ['--remove']);
    expect(status).toBe(1);
    expect(out).toContain('more than half of all, so none is removed');
    expect(await store.entries.list(guildId)).toHaveLength(3);

    await rm(join(folder(), '.exported.json'));
    const without = run('import', ['--remove']);
    expect([without.status, without.out]).toEqual([1, expect.stringContaining('run npm run export first.')]);
    expect(await store.entries.list(guildId)).toHaveLength(3);
  });

  test('name every mistake by file and line, and then change nothing', async () => {
    const id = await add('When does the pool open?');
    await add('Where?');
    run('export');
    for (const [name, text] of Object.entries(await readAll())) {
      const worse = name.includes(id) ? text.replace('https://', '') : text.replace('At **seven**', 'At ten');
      await writeFile(join(folder(), name), worse);
    }
    await writeFile(
      join(folder(), 'twice.md'),
      await readFile(join(folder(), `where-${(await store.entries.list(guildId)).at(1)?.id ?? ''}.md`)),
    );
    const { status, out, error } = run('import');
    expect([status, error]).toEqual([1, '']);
    expect(out).toContain(
      `when-does-the-pool-open-${id}.md:9: unexpected value of "url", expected an address such as https://example.org/page (entry-file)\n`,
    );
    expect(out).toContain('unexpected second file of the entry');
    const entries = await store.entries.list(guildId);
    expect(entries.map(({ version }) => version)).toEqual([1, 1]);
  });

  test('ask which server is meant when several have entries', async () => {
    await add('When does the pool open?');
    await add('Where?', otherGuild);
    expect(run('export')).toEqual({
      status: 2,
      out: '',
      error: `Several servers have entries; name one of these with --server: ${guildId}, ${otherGuild}.\n`,
    });
    expect(run('export', ['--server', otherGuild, '--to', 'out']).out).toContain(
      `1 entry in ${join('out', otherGuild)}.`,
    );
  });

  test('say in one line what is missing', async () => {
    expect(run('export').error).toBe('No server has entries yet.\n');
    expect(run('export', [], 'nowhere').error).toMatch(/^There is no store at .*\.\n$/u);
    expect(run('import').error).toBe(
      `There is no folder ${join('knowledge', 'entries')}: name the one of the files with --from.\n`,
    );
    const heading = { ...emptyFields, question: 'When?', answer: '# A heading would begin another entry' };
    await store.entries.add(guildId, heading, act(), null);
    expect(run('export').error).toContain('cannot be written to a file as it is');
  });
});
