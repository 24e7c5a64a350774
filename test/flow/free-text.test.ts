import { GatewayIntentBits, GatewayOpcodes, MessageType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';

import { seedIds } from '../../src/local/world/seed.ts';
import { repliesTo, textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const books = 'How many books may I borrow?';
const booksAnswer = '> **Each reader may borrow seven books for four weeks.** ¹';
const opening = 'When does the reading room open?';

describe('free text', () => {
  let rig: Rig;
  const mention = (text: string): string => `<@${rig.discord.botUserId}> ${text}`;

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge });
  });

  afterAll(() => rig.stop());

  /** Everything that was sent before this is answered, or never will be: the bot takes messages up in order. */
  async function settle(): Promise<void> {
    const last = rig.discord
      .as(seedIds.leo)
      .sendMessage({ channelId: seedIds.help, content: mention(books) });
    await untilReplied(rig.discord, last);
  }

  test('is heard without asking Discord for more than the bot needs', () => {
    const identify = z.object({
      op: z.literal(GatewayOpcodes.Identify),
      d: z.object({ intents: z.number() }),
    });
    const intents = rig.discord.ledger
      .gateway()
      .flatMap(({ payload }) => identify.safeParse(payload).data?.d.intents ?? []);
    const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
    expect(intents).toEqual([Guilds | GuildMessages | DirectMessages]);
  });

  test('a mention is answered with a reply to it', async () => {
    const asked = rig.discord
      .as(seedIds.mia)
      .sendMessage({ channelId: seedIds.general, content: mention(books) });
    expect(textOf(await untilReplied(rig.discord, asked))).toContain(booksAnswer);
  });

  test('a direct message is answered, in the language in which it is asked', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const { id: channelId } = mia.openDm();
    const asked = mia.sendMessage({ channelId, content: books });
    expect(textOf(await untilReplied(rig.discord, asked))).toContain(booksAnswer);
    const inSpanish = mia.sendMessage({ channelId, content: '¿Cuál es la capital de Francia y por qué?' });
    expect(textOf(await untilReplied(rig.discord, inSpanish))).toContain('No tengo nada sobre eso.');
  });

  test('a reply to the bot is answered', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const first = mia.sendMessage({ channelId: seedIds.general, content: mention(books) });
    const answer = await untilReplied(rig.discord, first);
    const second = mia.sendMessage({ channelId: seedIds.general, content: opening, replyTo: answer.id });
    expect(textOf(await untilReplied(rig.discord, second))).toContain('opens at nine');
  });

  test('a reply whose text Discord keeps from the bot is told how it can be read', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const first = mia.sendMessage({ channelId: seedIds.general, content: mention(books) });
    const answer = await untilReplied(rig.discord, first);
    const second = mia.sendMessage({
      channelId: seedIds.general,
      content: opening,
      replyTo: answer.id,
      pingsReplied: false,
    });
    expect(textOf(await untilReplied(rig.discord, second))).toBe(
      'I can read your message only when it mentions me.',
    );
  });

  test('in a thread the answer is in the thread', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const thread = mia.createThread({ channelId: seedIds.general, name: 'Borrowing' });
    const asked = mia.sendMessage({ channelId: thread.id, content: mention(books) });
    const answer = await untilReplied(rig.discord, asked);
    expect(answer.channel_id).toBe(thread.id);
    expect(textOf(answer)).toContain(booksAnswer);
  });

  test('a post in a forum is answered in its thread', async () => {
    const { message } = rig.discord
      .as(seedIds.mia)
      .createPost({ forumId: seedIds.questions, name: 'Borrowing', content: mention(books) });
    expect(textOf(await untilReplied(rig.discord, message))).toContain(booksAnswer);
  });

  test('a mention without a question says what to do', async () => {
    const asked = rig.discord
      .as(seedIds.mia)
      .sendMessage({ channelId: seedIds.general, content: mention('') });
    expect(textOf(await untilReplied(rig.discord, asked))).toBe(
      'Ask me a question, and I quote the passage that answers it.\n-# I know about: The map room · The library.',
    );
  });

  test('talk among people is left alone', async () => {
    const asked = rig.discord.as(seedIds.mia).sendMessage({ channelId: seedIds.general, content: books });
    await settle();
    expect(repliesTo(rig.discord, asked)).toEqual([]);
  });

  test('what other bots, webhooks and Discord itself write is left alone', async () => {
    const { discord } = rig;
    const asked = discord
      .as(seedIds.mia)
      .sendMessage({ channelId: seedIds.general, content: mention(books) });
    const answer = await untilReplied(discord, asked);
    const others = [
      { author: { ...asked.author, id: seedIds.botRole, bot: true } },
      { webhook_id: seedIds.botRole },
      { type: MessageType.ChannelPinnedMessage },
    ].map((difference, at) => ({ ...asked, id: `${BigInt(asked.id) + BigInt(at + 1)}`, ...difference }));
    for (const [at, message] of others.entries()) {
      const event = { op: 0, t: 'MESSAGE_CREATE', s: 9000 + at, d: { ...message, guild_id: seedIds.guild } };
      discord.faults.sendRaw(JSON.stringify(event));
    }
    await settle();
    expect(discord.world.messages(seedIds.general, seedIds.mia).at(-1)?.id).toBe(answer.id);
  });

  test('what it writes itself is left alone, even where all that is written is for it', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const { id: channelId } = mia.openDm();
    const asked = mia.sendMessage({ channelId, content: books });
    const answer = await untilReplied(rig.discord, asked);
    await settle();
    expect(repliesTo(rig.discord, answer)).toEqual([]);
  });

  test('a direct message without words of its own, such as a forwarded one, is told what to do', async () => {
    const { discord } = rig;
    const mia = discord.as(seedIds.mia);
    const { id: channelId } = mia.openDm();
    const before = discord.world.messages(channelId, seedIds.mia).length;
    const { id, author } = mia.sendMessage({ channelId, content: '<:book:123456789012345678>' });
    await expect.poll(() => discord.world.messages(channelId, seedIds.mia).length).toBe(before + 2);
    const forwarded = {
      id: `${BigInt(id) + 1n}`,
      author,
      channel_id: channelId,
      channel_type: 1,
      content: '',
    };
    discord.faults.sendRaw(JSON.stringify({ op: 0, t: 'MESSAGE_CREATE', s: 9100, d: forwarded }));
    await expect.poll(() => discord.world.messages(channelId, seedIds.mia).length).toBe(before + 3);
    const said = discord.world
      .messages(channelId, seedIds.mia)
      .slice(before + 1)
      .map(textOf);
    expect(said[1]).toBe(said[0]);
    expect(said[1]).toContain('Ask me a question');
  });

  test('the answer follows its question when that is edited, and goes with it when it is deleted', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const asked = mia.sendMessage({ channelId: seedIds.general, content: mention(books) });
    const first = await untilReplied(rig.discord, asked, (text) => text.includes('seven books'));
    mia.editMessage({ messageId: asked.id, content: mention(opening) });
    const second = await untilReplied(rig.discord, asked, (text) => text.includes('opens at nine'));
    expect(second.id).toBe(first.id);
    mia.deleteMessage(asked.id);
    await vi.waitFor(() => {
      expect(rig.discord.world.message(first.id)).toBeNull();
    });
  });

  test('a question that is deleted before it is answered leaves no answer behind', async () => {
    const { discord } = rig;
    const before = discord.world.messages(seedIds.general, seedIds.mia).length;
    const mia = discord.as(seedIds.mia);
    const asked = mia.sendMessage({ channelId: seedIds.general, content: mention(books) });
    mia.deleteMessage(asked.id);
    await settle();
    await expect.poll(() => discord.world.messages(seedIds.general, seedIds.mia).length).toBe(before);
  });

  test('an edit that takes the call away takes the answer away, and one that brings it brings the answer', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const asked = mia.sendMessage({ channelId: seedIds.general, content: mention(books) });
    await untilReplied(rig.discord, asked);
    mia.editMessage({ messageId: asked.id, content: 'Never mind' });
    await vi.waitFor(() => {
      expect(repliesTo(rig.discord, asked)).toEqual([]);
    });
    mia.editMessage({ messageId: asked.id, content: mention(opening) });
    expect(textOf(await untilReplied(rig.discord, asked))).toContain('opens at nine');
  });

  test('what people write is quoted nowhere and pings nobody', async () => {
    const asked = rig.discord
      .as(seedIds.mia)
      .sendMessage({ channelId: seedIds.general, content: mention('@everyone <@&1> what is **this**?') });
    const answer = await untilReplied(rig.discord, asked);
    expect(answer.mention_everyone).toBe(false);
    expect(answer.mentions).toEqual([]);
    expect(textOf(answer)).not.toContain('everyone');
  });
});
