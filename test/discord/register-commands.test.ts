import type { APIApplicationCommand, REST } from 'discord.js';
import { Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { commandList } from '../../src/command-list.ts';
import type { OptionDefinition, SubcommandDefinition } from '../../src/discord/command-shapes.ts';
import { registerCommands } from '../../src/discord/register-commands.ts';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { createRest } from '../support/rest-client.ts';
import { createSampleJobs } from '../support/sample-jobs.ts';

const withoutLastOption = (option: SubcommandDefinition | OptionDefinition): object =>
  'options' in option ? { ...option, options: option.options.slice(0, -1) } : option;

const namesOf = (commands: readonly APIApplicationCommand[]): readonly string[] =>
  commands.map(({ name }) => name).sort();
const allNames = commandList.map(({ definition }) => definition.name).sort();

describe('registering the commands', () => {
  let discord: LocalDiscord;
  let rest: REST;

  beforeEach(async () => {
    discord = await startLocalDiscord();
    rest = createRest(discord);
  });

  afterEach(() => discord.close());

  const register = (guildId: string | null, commands = commandList): Promise<boolean> =>
    registerCommands({ rest, applicationId: discord.applicationId, guildId, commands });
  const writes = (): number => discord.ledger.requests().filter(({ method }) => method === 'PUT').length;
  const everywhere = (): readonly string[] => namesOf(discord.world.commands(null));
  /** The same name in both scopes would be shown twice. */
  const inGuild = (): readonly string[] => namesOf(discord.world.commands(seedIds.guild));

  test('writes them once, and never again while nothing differs', async () => {
    expect(await register(null)).toBe(true);
    expect(everywhere()).toEqual(allNames);
    expect(writes()).toBe(1);
    for (let restart = 0; restart < 20; restart += 1) expect(await register(null)).toBe(false);
    expect(writes()).toBe(1);
    expect(discord.ledger.violations()).toEqual([]);
  });

  test('does not mind another order', async () => {
    await register(null);
    expect(await register(null, commandList.toReversed())).toBe(false);
  });

  test.each([
    ['a command more', (old: object[]) => [...old, { name: 'gone', description: 'Of an earlier version' }]],
    ['a command less', (old: object[]) => old.slice(1)],
    ['other words', (old: object[]) => old.map((command) => ({ ...command, name_localizations: {} }))],
    [
      'a command that is hidden from members',
      (old: object[]) => old.map((command) => ({ ...command, default_member_permissions: '0' })),
    ],
    ['an option less', (old: object[]) => old.map((command) => ({ ...command, options: [] }))],
  ])('writes them when what is registered has %s', async (_what, change) => {
    const old = commandList.map(({ definition }) => ({ ...definition }));
    await rest.put(Routes.applicationCommands(discord.applicationId), { body: change(old) });
    expect(await register(null)).toBe(true);
    expect(everywhere()).toEqual(allNames);
    expect(discord.world.commands(null).filter((each) => each.default_member_permissions !== null)).toEqual(
      [],
    );
    expect(await register(null)).toBe(false);
  });

  test('writes them when only an option of a subcommand differs', async () => {
    const { commands } = createSampleJobs([]);
    await register(null, commands);
    expect(await register(null, commands)).toBe(false);
    const body = commands.map(({ definition }) => ({
      ...definition,
      ...('options' in definition ? { options: definition.options.map(withoutLastOption) } : {}),
    }));
    await rest.put(Routes.applicationCommands(discord.applicationId), { body });
    expect(await register(null, commands)).toBe(true);
    expect(await register(null, commands)).toBe(false);
  });

  test('keeps them in one scope: that of one server, or everywhere', async () => {
    await register(null);
    expect(await register(seedIds.guild)).toBe(true);
    expect(everywhere()).toEqual([]);
    expect(inGuild()).toEqual(allNames);
    expect(await register(seedIds.guild)).toBe(false);
    expect(await register(null)).toBe(true);
    expect(everywhere()).toEqual(allNames);
    expect(inGuild()).toEqual(allNames);
  });
});
