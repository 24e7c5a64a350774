import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';

import { readSettings, settingsSchema } from '../../src/config/settings.ts';
import { programOf } from '../support/program.ts';

const exampleFile = new URL('../../.env.example', import.meta.url);

const wrong = {
  DISCORD_TOKEN: 'two words',
  DISCORD_API_URL: 'ftp://example.org',
  GUILD_ID: 'The Reading Room',
  DATABASE_URL: 'mysql://footnote:s3cret@127.0.0.1/footnote',
  ANSWER_CHANNELS: '#help',
  MODERATOR_ROLES: '123',
  COOLDOWN_SECONDS: 'soon',
  LOG_LEVEL: 'loud',
  SHARDS: 'many',
  SHARD_PROCESSES: '-77',
  SHARD_LIST: '3-',
  SHARD_COUNT: '1.5',
};

describe('.env.example', () => {
  test('names every setting, and no other', async () => {
    const example = parse(await readFile(exampleFile));
    expect(Object.keys(example).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
  });

  test('says what each setting is for, above it', async () => {
    const lines = (await readFile(exampleFile, 'utf8')).split('\n');
    const bare = lines.filter((line, at) => /^\w+=/.test(line) && !(lines[at - 1] ?? '').startsWith('# '));
    expect(bare).toEqual([]);
  });

  test('holds the values that are taken when nothing is set', async () => {
    const example = parse(await readFile(exampleFile));
    expect(readSettings(example)).toEqual(readSettings({}));
    expect(readSettings({})).toMatchObject({ outcome: 'read' });
  });
});

describe('settings', () => {
  test('that are wrong are all named at once, a sentence each, and their values are not shown', () => {
    const reading = readSettings(wrong);
    const faults = reading.outcome === 'faulty' ? reading.faults : [];
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual(Object.keys(wrong).sort());
    for (const fault of faults) {
      expect(fault).toMatch(/^[A-Z_]+ is not right: .+\.$/u);
      for (const value of Object.values(wrong)) expect(fault).not.toContain(value);
    }
  });

  test('take lists of ids with commas or spaces, and an empty value as none', () => {
    const ids = ['133000000000000011', '133000000000000012'] as const;
    const reading = readSettings({ ANSWER_CHANNELS: ` ${ids.join(' ,')} `, GUILD_ID: ' ', LOG_LEVEL: '' });
    expect(reading).toMatchObject({
      outcome: 'read',
      settings: { answerChannels: ids, guildId: null, logLevel: null },
    });
  });

  test('lose the slash at the end of an address, which discord.js would double', () => {
    const reading = readSettings({ DISCORD_API_URL: 'http://127.0.0.1:3000/api/' });
    expect(reading).toMatchObject({ settings: { apiUrl: 'http://127.0.0.1:3000/api' } });
  });

  test.each<[Readonly<Record<string, string>>, readonly number[], number]>([
    [{}, [0], 1],
    [{ SHARDS: '3' }, [0, 1, 2], 3],
    [{ SHARD_LIST: '8, 0-2 2', SHARD_COUNT: '9', DATABASE_URL: 'postgres://host/database' }, [0, 1, 2, 8], 9],
  ])('say which shards run here: %j', (environment, ids, count) => {
    expect(readSettings(environment)).toMatchObject({ settings: { shards: { ids, count } } });
  });

  test.each<[Readonly<Record<string, string>>, RegExp]>([
    [{ SHARD_LIST: '0-3' }, /^SHARD_LIST and SHARD_COUNT belong together/],
    [{ SHARD_COUNT: '4' }, /^SHARD_LIST and SHARD_COUNT belong together/],
    [{ SHARD_LIST: '0-4', SHARD_COUNT: '4' }, /below SHARD_COUNT/],
    [{ SHARD_LIST: '3-0', SHARD_COUNT: '4' }, /^SHARD_LIST is not right: write ranges from the lower/],
    [{ SHARD_LIST: '0', SHARD_COUNT: '2', SHARDS: '2' }, /^SHARDS is for a bot on one machine/],
    [{ SHARDS: '2', SHARD_PROCESSES: '3' }, /each process needs a shard/],
  ])('of shards that do not fit together are named: %j', (environment, fault) => {
    const reading = readSettings({ DATABASE_URL: 'postgres://host/database', ...environment });
    expect(reading).toEqual({ outcome: 'faulty', faults: [expect.stringMatching(fault)] });
  });

  test('of several machines need a store that these share', () => {
    const reading = readSettings({ SHARD_LIST: '0-1', SHARD_COUNT: '4' });
    expect(reading).toEqual({ outcome: 'faulty', faults: [expect.stringMatching(/set DATABASE_URL\.$/)] });
  });

  test('that are wrong keep the bot from starting: a line each on standard error, exit code 2', async () => {
    const home = await mkdtemp(join(tmpdir(), 'footnote-settings-'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [programOf('main')], {
      cwd: home,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...wrong },
    });
    await rm(home, { recursive: true });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(Object.keys(wrong).length);
  });

  test('are no options: the bot does not start with one that it would not heed', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [programOf('main'), '--local', '--knowledge', 'docs'],
      { encoding: 'utf8', env: { PATH: process.env['PATH'] } },
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      '"--knowledge" is not known here: the only option is --local, and all settings stand in .env.\n',
    );
  });
});
