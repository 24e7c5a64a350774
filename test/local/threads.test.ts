import { ChannelType, Events, PermissionFlagsBits, type Client, type ThreadChannel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { connectClient } from '../support/connect-client.ts';
import { nextEvent } from '../support/next-event.ts';
import { refusalOf } from '../support/rest-client.ts';

const allowedMentions = { parse: [] };

describe('a thread', () => {
  let discord: LocalDiscord;
  let client: Client<true>;

  beforeEach(async () => {
    discord = await startLocalDiscord();
    client = await connectClient(discord);
  });

  afterEach(async () => {
    await client.destroy();
    await discord.close();
  });

  const openInGeneral = async (): Promise<ThreadChannel> => {
    const channel = await client.channels.fetch(seedIds.general);
    if (channel?.type !== ChannelType.GuildText) throw new Error('#general is no text channel.');
    return channel.threads.create({ name: 'Lamps' });
  };

  test('is opened, written in, renamed and archived by the bot, and comes back with the next message', async () => {
    const thread = await openInGeneral();
    await thread.join();
    await thread.send({ content: 'First', allowedMentions });
    await thread.setName('Lamps and shades');
    await thread.setArchived(true);
    expect(discord.world.channel(thread.id)).toMatchObject({ name: 'Lamps and shades', isArchived: true });
    const updated = nextEvent(client, Events.ThreadUpdate);
    discord.as(seedIds.mia).sendMessage({ channelId: thread.id, content: 'One more thing' });
    const [, after] = await updated;
    expect(after.archived).toBe(false);
    expect(discord.ledger.violations()).toEqual([]);
  });

  test('is locked by those only who may manage threads, and then written in by nobody else', async () => {
    const thread = await openInGeneral();
    expect((await refusalOf(thread.setLocked(true))).code).toBe(50_013);
    discord.faults.setMemberRoles(seedIds.guild, seedIds.bot, [seedIds.moderatorRole]);
    await thread.setLocked(true);
    discord.faults.setMemberRoles(seedIds.guild, seedIds.bot, [seedIds.botRole]);
    expect((await refusalOf(thread.send({ content: 'Hello?', allowedMentions }))).code).toBe(160_005);
    const write = { channelId: thread.id, content: 'Hello?' };
    expect(() => discord.as(seedIds.leo).sendMessage(write)).toThrow('may not write in a locked thread');
    expect(discord.as(seedIds.noor).sendMessage(write).content).toBe('Hello?');
  });

  test('grows once from a message', async () => {
    const { id } = discord
      .as(seedIds.mia)
      .sendMessage({ channelId: seedIds.general, content: 'Which lamp?' });
    const open = (): Promise<unknown> =>
      client.rest.post(`/channels/${seedIds.general}/messages/${id}/threads`, { body: { name: 'Lamps' } });
    await open();
    expect((await refusalOf(open())).code).toBe(160_004);
    expect(() =>
      discord.as(seedIds.leo).createThread({ channelId: seedIds.general, name: 'Lamps', messageId: id }),
    ).toThrow('has a thread already');
  });

  test('in a forum is a post with its first message', async () => {
    const forum = await client.channels.fetch(seedIds.questions);
    if (forum?.type !== ChannelType.GuildForum) throw new Error('#questions is no forum.');
    const message = { content: 'Ask here', allowedMentions };
    const post = await forum.threads.create({ name: 'House rules', message });
    const [first] = discord.world.messages(post.id, seedIds.mia);
    expect(first).toMatchObject({ id: post.id, content: 'Ask here' });
    const withoutMessage = client.rest.post(`/channels/${forum.id}/threads`, { body: { name: 'Empty' } });
    expect((await refusalOf(withoutMessage)).message).toContain('message[');
  });

  test('is all of a channel that can be changed, and needs the permission to be opened', async () => {
    const rename = client.rest.patch(`/channels/${seedIds.general}`, { body: { name: 'other' } });
    expect((await refusalOf(rename)).status).toBe(404);
    discord.faults.denyBotPermissions(seedIds.general, PermissionFlagsBits.CreatePublicThreads);
    expect((await refusalOf(openInGeneral())).code).toBe(50_013);
  });
});
