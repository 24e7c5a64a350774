import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';

import { expect, test } from 'vitest';

import { commandList } from '../src/command-list.ts';
import { startLocalDiscord } from '../src/local/local-discord.ts';
import { seedIds } from '../src/local/world/seed.ts';
import { programOf } from './support/program.ts';

interface Finished {
  readonly exitCode: number;
  readonly said: string;
}

/** `npm run register`, in a folder without a `.env`. */
function register(environment: Readonly<Record<string, string>>): Promise<Finished> {
  const options = { cwd: tmpdir(), env: { PATH: process.env['PATH'], ...environment } };
  return new Promise((resolve) => {
    const run = execFile(process.execPath, [programOf('register')], options, (_error, _out, said) => {
      resolve({ exitCode: run.exitCode ?? -1, said });
    });
  });
}

test('registering by hand writes the commands, says where, and writes nothing the second time', async () => {
  const discord = await startLocalDiscord();
  const environment = { DISCORD_TOKEN: discord.botToken, DISCORD_API_URL: discord.restUrl };
  const count = commandList.length;
  expect(await register(environment)).toEqual({
    exitCode: 0,
    said: `Registered ${count} commands everywhere.\n`,
  });
  expect(await register(environment)).toEqual({
    exitCode: 0,
    said: 'The commands are up to date everywhere.\n',
  });
  expect(await register({ ...environment, GUILD_ID: seedIds.guild })).toEqual({
    exitCode: 0,
    said: `Registered ${count} commands in the server ${seedIds.guild}.\n`,
  });
  expect(discord.ledger.violations()).toEqual([]);
  await discord.close();
});

test('a token that Discord refuses is one sentence without the token, and exit code 1', async () => {
  const discord = await startLocalDiscord();
  const token = 'wrong.token.here';
  const { exitCode, said } = await register({ DISCORD_TOKEN: token, DISCORD_API_URL: discord.restUrl });
  expect(exitCode).toBe(1);
  expect(said).toMatch(/^Discord does not take the commands: .*\.\n$/u);
  expect(said).not.toContain(token);
  await discord.close();
});

test('without a token there is a sentence that says where to put it, and exit code 2', async () => {
  const { exitCode, said } = await register({});
  expect(exitCode).toBe(2);
  expect(said).toContain('copy .env.example to .env');
});
