import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seedIds } from '../../src/local/world/seed.ts';
import { repliesTo, textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';
import { withRig } from '../support/with-rig.ts';

const settings = { COOLDOWN_SECONDS: '0', ANSWER_CHANNELS: `${seedIds.help}, ${seedIds.questions}` };
const books = 'How many books may I borrow?';

describe('a channel in which the bot answers by itself', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge, settings });
  });

  afterAll(() => rig.stop());

  test('gets answers to its questions, and silence where the bot is not sure', async () => {
    const { discord } = rig;
    const mia = discord.as(seedIds.mia);
    const silent = [
      { channelId: seedIds.help, content: 'What is the capital of France?' },
      { channelId: seedIds.help, content: 'I may borrow seven books.' },
      { channelId: seedIds.general, content: books },
    ].map((message) => mia.sendMessage(message));
    const asked = mia.sendMessage({ channelId: seedIds.help, content: books });
    expect(textOf(await untilReplied(discord, asked))).toContain('seven books');
    const { message } = mia.createPost({ forumId: seedIds.questions, name: 'Borrowing', content: books });
    expect(textOf(await untilReplied(discord, message))).toContain('seven books');
    expect(silent.flatMap((each) => repliesTo(discord, each))).toEqual([]);
  });

  test('loses its answer when the question becomes one that the bot is not sure of', async () => {
    const { discord } = rig;
    const mia = discord.as(seedIds.mia);
    const asked = mia.sendMessage({ channelId: seedIds.help, content: books });
    const answer = await untilReplied(discord, asked);
    mia.editMessage({ messageId: asked.id, content: 'What is the capital of France?' });
    await expect.poll(() => discord.world.message(answer.id)).toBeNull();
  });
});

describe('a bot that may not read messages', () => {
  test('is silent in the channels in which it would answer by itself, and answers mentions', () =>
    withRig(
      {
        settings,
        prepare: ({ faults }) => {
          faults.setMessageContentAllowed(false);
        },
      },
      async ({ discord, bot }) => {
        const mia = discord.as(seedIds.mia);
        const overheard = mia.sendMessage({ channelId: seedIds.help, content: books });
        const asked = mia.sendMessage({
          channelId: seedIds.help,
          content: `<@${discord.botUserId}> ${books}`,
        });
        expect(textOf(await untilReplied(discord, asked))).toContain('seven books');
        expect(repliesTo(discord, overheard)).toEqual([]);
        expect(bot.log().filter(({ msg }) => msg.includes('Message Content Intent'))).toHaveLength(1);
      },
    ));
});
