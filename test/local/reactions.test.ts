import {
  Events,
  GatewayIntentBits,
  PermissionFlagsBits,
  type APIMessage,
  type Client,
  type Message,
} from 'discord.js';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { isEmoji } from '../../src/local/world/reactions.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { connectClient } from '../support/connect-client.ts';
import { nextEvent } from '../support/next-event.ts';
import { refusalOf } from '../support/rest-client.ts';

const { Guilds, GuildMessages, GuildMessageReactions } = GatewayIntentBits;

describe('a reaction', () => {
  let discord: LocalDiscord;
  let client: Client<true>;
  let question: APIMessage;
  let message: Message;

  beforeEach(async () => {
    discord = await startLocalDiscord();
    client = await connectClient(discord, { intents: [Guilds, GuildMessages, GuildMessageReactions] });
    const arrival = nextEvent(client, Events.MessageCreate);
    question = discord.as(seedIds.mia).sendMessage({ channelId: seedIds.general, content: 'Which lamp?' });
    [message] = await arrival;
  });

  afterEach(async () => {
    await client.destroy();
    await discord.close();
  });

  const react = (userId: string, emoji: string, isThere = true): void => {
    discord.as(userId).react({ messageId: question.id, emoji, isThere });
  };

  test('of the bot stands in the message, once, until it is taken back', async () => {
    await message.react('👍');
    await message.react('👍');
    expect(discord.world.reactions(question.id)).toEqual(new Map([['👍', [seedIds.bot]]]));
    expect(discord.world.message(question.id)?.reactions).toMatchObject([{ count: 1, me: true }]);
    await message.reactions.resolve('👍')?.users.remove();
    expect(discord.world.reactions(question.id).size).toBe(0);
    expect(discord.ledger.violations()).toEqual([]);
  });

  test('of a person is told to the bot, and who reacted can be asked', async () => {
    const added = nextEvent(client, Events.MessageReactionAdd);
    react(seedIds.leo, '🎉');
    const [reaction, user] = await added;
    expect([reaction.emoji.name, user.id]).toEqual(['🎉', seedIds.leo]);
    const users = await reaction.users.fetch();
    expect([...users.keys()]).toEqual([seedIds.leo]);
    const removed = nextEvent(client, Events.MessageReactionRemove);
    react(seedIds.leo, '🎉', false);
    expect((await removed)[1].id).toBe(seedIds.leo);
  });

  test('is one of at most 20 kinds, and an emoji', async () => {
    expect((await refusalOf(message.react('x'))).code).toBe(10_014);
    for (let index = 0; index < 20; index += 1) react(seedIds.leo, String.fromCodePoint(0x1f600 + index));
    expect(() => {
      react(seedIds.leo, '🎉');
    }).toThrow('up to 20');
    expect((await refusalOf(message.react('🎉'))).code).toBe(30_010);
    await message.react(String.fromCodePoint(0x1f600));
  });

  test('needs a permission to be started, none to be joined, and another one to be taken from someone else', async () => {
    discord.faults.denyBotPermissions(seedIds.general, PermissionFlagsBits.AddReactions);
    expect((await refusalOf(message.react('👍'))).code).toBe(50_013);
    react(seedIds.leo, '👍');
    await message.react('👍');
    const remove = client.rest.delete(
      `/channels/${seedIds.general}/messages/${question.id}/reactions/${encodeURIComponent('👍')}/${seedIds.leo}`,
    );
    expect((await refusalOf(remove)).code).toBe(50_013);
  });

  test('is no emoji when it is a letter, a number or nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÀ-ÿ0-9\s.,]*$/u), (text) => {
        expect(isEmoji(text)).toBe(false);
      }),
    );
    for (const emoji of ['👍', '❤️', '🇪🇸', '1️⃣', '👩‍🚀', '👋🏽']) expect(isEmoji(emoji)).toBe(true);
  });
});
