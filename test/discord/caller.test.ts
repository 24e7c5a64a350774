import { Events, PermissionFlagsBits, Routes, type Client, type Interaction } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readCaller } from '../../src/discord/caller.ts';
import { createRules } from '../../src/discord/server-rules.ts';
import { defaultSettings } from '../../src/library/settings.ts';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { sampleSeed, seedIds, type WorldSeed } from '../../src/local/world/seed.ts';
import { connectClient } from '../support/connect-client.ts';
import { nextEvent } from '../support/next-event.ts';
import { createRest } from '../support/rest-client.ts';

const ids = { helperRole: '1330000000000000191', adminRole: '1330000000000000192' } as const;

/** The sample community, with an administrator's role and one that the bot's settings will name. */
const seed: WorldSeed = {
  ...sampleSeed,
  guilds: sampleSeed.guilds.map((guild) =>
    guild.id === seedIds.guild
      ? {
          ...guild,
          roles: [
            ...guild.roles,
            { id: ids.helperRole, name: 'Helper', color: 0, permissions: 0n },
            { id: ids.adminRole, name: 'Admin', color: 0, permissions: PermissionFlagsBits.Administrator },
          ],
        }
      : guild,
  ),
};

const rulesOf = createRules(
  { of: () => defaultSettings },
  { answerChannels: [], moderatorRoles: [ids.helperRole], cooldownSeconds: 0 },
);

describe('who calls', () => {
  let discord: LocalDiscord;
  let client: Client<true>;

  beforeAll(async () => {
    discord = await startLocalDiscord({ seed });
    await createRest(discord).put(Routes.applicationCommands(discord.applicationId), {
      body: [{ name: 'status', description: 'Status', contexts: [0, 1] }],
    });
    client = await connectClient(discord);
  });

  afterAll(async () => {
    await client.destroy();
    await discord.close();
  });

  async function callFrom(userId: string, channelId: string, locale?: string): Promise<Interaction> {
    const heard = nextEvent(client, Events.InteractionCreate);
    discord
      .as(userId)
      .runSlashCommand({ channelId, name: 'status', ...(locale === undefined ? {} : { locale }) });
    const [interaction] = await heard;
    return interaction;
  }

  async function isModerator(userId: string, channelId: string): Promise<boolean> {
    return readCaller(await callFrom(userId, channelId), rulesOf).isModerator;
  }

  const give = (userId: string, roles: readonly string[]): void => {
    discord.faults.setMemberRoles(seedIds.guild, userId, roles);
  };

  test.each([
    ['a member', [], false],
    ['a role that may manage the server', [seedIds.moderatorRole], true],
    ["the role that the bot's settings name", [ids.helperRole], true],
    ['an administrator', [ids.adminRole], true],
    ['another role', [seedIds.botRole], false],
  ])('as %s is a moderator, or not, at that moment', async (_who, roles, expected) => {
    give(seedIds.mia, roles);
    expect(await isModerator(seedIds.mia, seedIds.help)).toBe(expected);
    give(seedIds.mia, []);
    expect(await isModerator(seedIds.mia, seedIds.help)).toBe(false);
  });

  test('as the owner is a moderator', async () => {
    give(seedIds.noor, []);
    expect(await isModerator(seedIds.noor, seedIds.help)).toBe(true);
    give(seedIds.noor, [seedIds.moderatorRole]);
  });

  test('is a moderator in that server only: nowhere else, and not in private', async () => {
    expect(await isModerator(seedIds.leo, seedIds.lobby)).toBe(true);
    expect(await isModerator(seedIds.leo, seedIds.help)).toBe(false);
    expect(await isModerator(seedIds.leo, discord.as(seedIds.leo).openDm().id)).toBe(false);
    expect(await isModerator(seedIds.noor, discord.as(seedIds.noor).openDm().id)).toBe(false);
  });

  test('may post where both the person and the bot may', async () => {
    const canPost = async (userId: string, channelId: string): Promise<boolean> =>
      readCaller(await callFrom(userId, channelId), rulesOf).canPostHere;
    expect(await canPost(seedIds.mia, seedIds.help)).toBe(true);
    expect(await canPost(seedIds.mia, seedIds.announcements)).toBe(false);
    expect(await canPost(seedIds.mia, discord.as(seedIds.mia).openDm().id)).toBe(true);
    const { id } = discord.as(seedIds.mia).createThread({ channelId: seedIds.help, name: 'Borrowing' });
    expect(await canPost(seedIds.mia, id)).toBe(true);
    for (const permission of [
      PermissionFlagsBits.SendMessagesInThreads,
      PermissionFlagsBits.ReadMessageHistory,
    ]) {
      const lift = discord.faults.denyBotPermissions(seedIds.help, permission);
      expect(await canPost(seedIds.mia, id)).toBe(false);
      lift();
    }
  });

  test('speaks the language of the person in private and that of the server in public', async () => {
    const inMapClub = readCaller(await callFrom(seedIds.mia, seedIds.lobby, 'en-GB'), rulesOf);
    expect(inMapClub).toMatchObject({ locale: 'en', publicLocale: 'es' });
    const inDm = readCaller(
      await callFrom(seedIds.mia, discord.as(seedIds.mia).openDm().id, 'es-419'),
      rulesOf,
    );
    expect(inDm).toMatchObject({ locale: 'es', publicLocale: 'es' });
    const unknown = readCaller(await callFrom(seedIds.mia, seedIds.help, 'pl'), rulesOf);
    expect(unknown).toMatchObject({ locale: 'en', publicLocale: 'en' });
  });
});
