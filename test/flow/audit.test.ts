import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { emptyFields } from '../../src/library/entry.ts';
import { entryFileName, toEntryFile } from '../../src/library/entry-file.ts';
import type { AuditRow } from '../../src/library/store.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { openStore } from '../../src/storage/database/open-store.ts';
import { menuOf, textOf } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';
import { programOf } from '../support/program.ts';

// Each starts several processes, on two cores beside others.
vi.setConfig({ testTimeout: 90_000 });

const { guild, noor, staff, help } = seedIds;
const waiting = { timeout: 55_000, interval: 20 };

describe('the log of what moderators do', () => {
  let rig: Rig;

  beforeEach(async () => {
    rig = await startRig({ knowledge: sampleKnowledge });
    const opened = await run('settings');
    const customId = menuOf(opened, 'settings-log');
    const pressed = rig.discord.as(noor).chooseOptions({ messageId: opened.id, customId, values: [help] });
    await pressed.until(({ status }) => (status === 'updated' ? true : undefined));
  });
  // A bot that is started again soon identifies soon.
  afterEach(() => rig.stop(['identify-too-early']));

  const run = (name: string, options: Readonly<Record<string, string>> = {}) =>
    rig.discord.as(noor).runSlashCommand({ channelId: staff, name, options }).reply();
  const told = (): readonly string[] =>
    rig.discord.world
      .messages(help, noor)
      .filter(({ author }) => author.id === rig.discord.botUserId)
      .map(textOf);
  const rows = async (): Promise<readonly AuditRow[]> => {
    const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const store = await openStore({ dataFolder: join(rig.home, 'data'), databaseUrl: null, logger });
    try {
      return await store.audit.list(guild, 100);
    } finally {
      await store.close();
    }
  };

  test('has a row for what they only looked at, and tells the log channel of it', async () => {
    const entry = { entry: '0123456789abcdef' };
    const looks = [
      ['gaps', {}],
      ['insights', {}],
      ['entry details', entry],
      ['entry preview', entry],
      ['entry history', entry],
      ['settings', {}],
    ] as const;
    for (const [name, options] of looks) await run(name, options);
    const names = looks.map(([name]) => name.replace(' ', '.'));
    await vi.waitFor(async () => {
      const done = (await rows()).filter(({ by, outcome }) => by === noor && outcome === 'done');
      // The settings were opened once before.
      expect(done.map(({ action }) => action).sort()).toEqual(
        [...names, 'settings', 'settings.logChannel'].sort(),
      );
      for (const name of names) expect(told().some((text) => text.includes(name))).toBe(true);
    }, waiting);
  });

  test('has a row for what a moderator could not change because another one was faster', async () => {
    const actor = rig.discord.as(noor);
    const open = async (name: string, options: Readonly<Record<string, string>> = {}) => {
      const opened = actor.runSlashCommand({ channelId: staff, name, options });
      await opened.modal();
      return (answer: string) =>
        actor
          .submitModal({ interactionId: opened.id, values: { question: 'Where is the loft?', answer } })
          .reply();
    };
    await (
      await open('entry add')
    )('Above.');
    const typed = { channelId: staff, name: 'entry edit', options: { entry: '' }, focused: 'entry' };
    const options = { entry: String((await actor.autocomplete(typed))[0]?.value) };
    const [first, second] = [await open('entry edit', options), await open('entry edit', options)];
    await first('Up there.');
    expect(textOf(await second('Down there.'))).toContain('Up there.');
    const outcomes = (await rows())
      .filter(({ action }) => action === 'entry.edit')
      .map(({ outcome }) => outcome);
    expect([...outcomes].sort()).toEqual(['done', 'refused']);
  });

  const fileEntries = async (count: number): Promise<void> => {
    const folder = join(rig.home, 'knowledge', 'entries', guild);
    await mkdir(folder, { recursive: true });
    for (let n = 0; n < count; n += 1) {
      const filed = { id: `0123456789abcde${n}`, guildId: guild, version: 1, updatedAt: 0 };
      const entry = { ...emptyFields, ...filed, question: `Where is room ${n}?`, answer: `On floor ${n}.` };
      await writeFile(join(folder, entryFileName(entry)), toEntryFile(entry));
    }
  };
  const runImport = (): string => {
    const { PATH = '' } = process.env;
    const { stdout, stderr } = spawnSync(process.execPath, [programOf('import')], {
      cwd: rig.home,
      encoding: 'utf8',
      env: { PATH, DATA_DIR: 'data', KNOWLEDGE_DIR: 'knowledge' },
    });
    return `${stdout}${stderr}`;
  };

  test('tells the log channel of what was imported in a terminal, also while the bot was not there', async () => {
    await fileEntries(2);
    expect(runImport()).toBe('2 added, 0 changed, 0 brought back, 0 as they were.\n');
    await vi.waitFor(() => {
      expect(told().filter((text) => text.includes('npm run import'))).toHaveLength(2);
    }, waiting);
    expect(told().join('\n')).toContain('On floor 1.');

    await rig.bot.stop();
    await fileEntries(9);
    expect(runImport()).toBe('7 added, 0 changed, 0 brought back, 2 as they were.\n');
    rig.startBot();
    await vi.waitFor(() => {
      expect(told().at(-1)).toContain('npm run import · *entry.import* · 7 times');
    }, waiting);
    expect(told().filter((text) => text.includes('npm run import'))).toHaveLength(3);
  });
});
