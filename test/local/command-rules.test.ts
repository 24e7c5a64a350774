import { Routes, type REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { createRest, refusalOf } from '../support/rest-client.ts';
import { times } from './wrong-messages.ts';

const command = (more: object = {}) => ({ name: 'ask', description: 'Ask', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'text', description: 'Text', ...more });

const wrongCommands: readonly (readonly [string, object, string])[] = [
  ['an upper-case name', command({ name: 'Ask' }), 'name[APPLICATION_COMMAND_INVALID_NAME]'],
  ['a name with a space', command({ name: 'ask me' }), 'name['],
  ['a name over 32 characters', command({ name: 'x'.repeat(33) }), 'name[BASE_TYPE_MAX_LENGTH]'],
  ['no description', { name: 'ask' }, 'description[BASE_TYPE_REQUIRED]'],
  ['a description over 100 characters', command({ description: 'x'.repeat(101) }), 'description['],
  ['26 options', command({ options: times(26, (index) => option({ name: `o${index}` })) }), 'options['],
  [
    'a required option after an optional one',
    command({ options: [option(), option({ name: 'late', required: true })] }),
    'APPLICATION_COMMAND_OPTIONS_INVALID',
  ],
  [
    'one option name twice',
    command({ options: [option(), option()] }),
    'APPLICATION_COMMAND_OPTIONS_INVALID',
  ],
  [
    'choices and autocomplete',
    command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
    'APPLICATION_COMMAND_OPTIONS_CHOICES_WITH_AUTOCOMPLETE',
  ],
  ['an unknown property', command({ colour: 1 }), 'colour[UNKNOWN_PROPERTY]'],
  [
    'a language that Discord does not have',
    command({ name_localizations: { xx: 'ask' } }),
    'name_localizations',
  ],
  [
    'over 8,000 characters, the longest localisation counted',
    command({
      options: times(25, (index) =>
        option({
          name: `o${index}`,
          choices: times(4, (choice) => ({
            name: 'x',
            name_localizations: { de: 'x'.repeat(85) },
            value: `${choice}`,
          })),
        }),
      ),
    }),
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
  ['a message command with a description', { type: 3, name: 'Find', description: 'x' }, 'description'],
];

describe('commands', () => {
  let discord: LocalDiscord;
  let rest: REST;

  beforeEach(async () => {
    discord = await startLocalDiscord();
    rest = createRest(discord);
  });

  afterEach(() => discord.close());

  const everywhere = (): `/applications/${string}/commands` =>
    Routes.applicationCommands(discord.applicationId);

  test.each(wrongCommands)('are refused with %s', async (_what, body, words) => {
    const refusal = await refusalOf(rest.put(everywhere(), { body: [body] }));
    expect(refusal.code).toBe(50_035);
    expect(refusal.message).toContain(words);
    expect(discord.world.commands(null)).toEqual([]);
  });

  test('are at most 100 slash commands and 15 message commands, with one name each', async () => {
    const slash = times(101, (index) => command({ name: `ask${index}` }));
    expect((await refusalOf(rest.put(everywhere(), { body: slash }))).code).toBe(30_032);
    const menus = times(16, (index) => ({ type: 3, name: `Find ${index}` }));
    expect((await refusalOf(rest.put(everywhere(), { body: menus }))).code).toBe(30_032);
    const twice = await refusalOf(rest.put(everywhere(), { body: [command(), command()] }));
    expect(twice.message).toContain('APPLICATION_COMMANDS_DUPLICATE_NAME');
  });

  test('are created at most 200 times a day in each scope (30034); what is there already does not count', async () => {
    const set = (prefix: string): Promise<unknown> =>
      rest.put(everywhere(), { body: times(100, (index) => command({ name: `${prefix}${index}` })) });
    await set('a');
    await set('a');
    await set('b');
    expect((await refusalOf(set('c'))).code).toBe(30_034);
    const inGuild = Routes.applicationGuildCommands(discord.applicationId, seedIds.guild);
    await rest.put(inGuild, { body: [command()] });
    expect(discord.world.commands(seedIds.guild)).toHaveLength(101);
    expect(discord.ledger.violations().map(({ rule }) => rule)).toEqual(['command-creations']);
  });

  test('keep their ids when they are set again, and go when they are left out', async () => {
    await rest.put(everywhere(), { body: [command(), command({ name: 'faq' })] });
    const [before] = discord.world.commands(null);
    await rest.put(everywhere(), { body: [command({ description: 'Ask anything' })] });
    expect(discord.world.commands(null)).toMatchObject([{ id: before?.id, description: 'Ask anything' }]);
  });

  test('are offered to those who hold the permission, and where their context fits', async () => {
    const manageGuild = '32';
    const forModerators = command({ name: 'refresh', default_member_permissions: manageGuild });
    await rest.put(everywhere(), { body: [command({ contexts: [0] }), forModerators] });
    const offered = (userId: string, channelId: string): string[] =>
      discord
        .as(userId)
        .availableCommands(channelId)
        .map(({ name }) => name);
    expect(offered(seedIds.noor, seedIds.general)).toEqual(['ask', 'refresh']);
    expect(offered(seedIds.mia, seedIds.general)).toEqual(['ask']);
    expect(offered(seedIds.leo, seedIds.lobby)).toEqual(['ask', 'refresh']);
    expect(offered(seedIds.mia, discord.as(seedIds.mia).openDm().id)).toEqual(['refresh']);
  });
});
