import { PermissionFlagsBits, Routes, type REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { sampleSeed, seedIds } from '../../src/local/world/seed.ts';
import { createRest, refusalOf } from '../support/rest-client.ts';
import { quiet } from './wrong-messages.ts';

describe('permissions', () => {
  let discord: LocalDiscord;
  let rest: REST;

  beforeEach(async () => {
    discord = await startLocalDiscord();
    rest = createRest(discord);
  });

  afterEach(() => discord.close());

  const send = (channelId: string, more: object = {}): Promise<unknown> =>
    rest.post(Routes.channelMessages(channelId), { body: { content: 'Hello', ...quiet, ...more } });

  test('let the bot see a channel (50001) and write in it (50013)', async () => {
    expect((await refusalOf(send(seedIds.staff))).code).toBe(50_001);
    expect((await refusalOf(send(seedIds.announcements))).code).toBe(50_013);
    expect(discord.ledger.violations().map(({ rule }) => rule)).toEqual([
      'missing-access',
      'missing-permissions',
    ]);
    expect(discord.ledger.invalidRequestCount()).toBe(2);
  });

  test('can be taken from the bot and given back', async () => {
    const giveBack = discord.faults.denyBotPermissions(seedIds.general, PermissionFlagsBits.SendMessages);
    expect((await refusalOf(send(seedIds.general))).code).toBe(50_013);
    giveBack();
    await send(seedIds.general);
  });

  test('in threads are their own: SendMessagesInThreads, and ReadMessageHistory for a reply', async () => {
    const mia = discord.as(seedIds.mia);
    const thread = mia.createThread({ channelId: seedIds.general, name: 'A thread' });
    const question = mia.sendMessage({ channelId: thread.id, content: 'Here?' });
    discord.faults.denyBotPermissions(seedIds.general, PermissionFlagsBits.SendMessages);
    await send(thread.id);
    discord.faults.denyBotPermissions(seedIds.general, PermissionFlagsBits.ReadMessageHistory);
    const reply = send(thread.id, { message_reference: { message_id: question.id } });
    expect((await refusalOf(reply)).code).toBe(160_002);
    discord.faults.denyBotPermissions(seedIds.general, PermissionFlagsBits.SendMessagesInThreads);
    expect((await refusalOf(send(thread.id))).code).toBe(50_013);
  });

  test('hold for people too', () => {
    const mia = discord.as(seedIds.mia);
    const inAnnouncements = { channelId: seedIds.announcements, content: 'News' };
    expect(() => mia.sendMessage(inAnnouncements)).toThrow('may not send messages');
    expect(() => mia.sendMessage({ channelId: seedIds.staff, content: 'Hi' })).toThrow(
      'may not see this channel',
    );
    expect(discord.as(seedIds.noor).sendMessage(inAnnouncements).content).toBe('News');
    const theirs = discord.as(seedIds.leo).sendMessage({ channelId: seedIds.general, content: 'Mine' });
    expect(() => {
      mia.deleteMessage(theirs.id);
    }).toThrow('may not delete the messages of others');
  });

  test('decide whether a person is offered commands at all', async () => {
    const guilds = sampleSeed.guilds.map((guild) => ({
      ...guild,
      everyone: guild.everyone & ~PermissionFlagsBits.UseApplicationCommands,
    }));
    const strict = await startLocalDiscord({ seed: { ...sampleSeed, guilds } });
    const body = [{ name: 'ask', description: 'Ask' }];
    await createRest(strict).put(Routes.applicationCommands(strict.applicationId), { body });
    const offered = (userId: string): number => strict.as(userId).availableCommands(seedIds.general).length;
    // Noor owns the server.
    expect([offered(seedIds.mia), offered(seedIds.noor)]).toEqual([0, 1]);
    await strict.close();
  });

  test('follow the roles of a member', () => {
    const canManage = (): boolean =>
      (discord.world.permissions(seedIds.lobby, seedIds.mia) & PermissionFlagsBits.ManageGuild) !== 0n;
    expect(canManage()).toBe(false);
    discord.faults.setMemberRoles(seedIds.otherGuild, seedIds.mia, [seedIds.otherModeratorRole]);
    expect(canManage()).toBe(true);
  });
});
