import type { APIMessage } from 'discord.js';
import { expect } from 'vitest';
import { seedIds } from '../../src/local/world/seed.ts';
import { repliesTo, textOf, untilReplied } from './read-message.ts';
import type { Rig } from './start-rig.ts';

const question = 'How many books may I borrow?';

/** A thread of its own for a question, so that Discord's limit of five messages in five seconds is no matter. */
const openThread = ({ discord }: Rig): string =>
  discord.as(seedIds.mia).createThread({ channelId: seedIds.general, name: 'A question' }).id;

/** Mia puts a question of `sampleKnowledge` to the bot. */
export const askByMention = (rig: Rig, channelId: string = openThread(rig)): APIMessage =>
  rig.discord.as(seedIds.mia).sendMessage({ channelId, content: `<@${rig.discord.botUserId}> ${question}` });

/** The bot answers the question, and answers it once. */
export const expectAnswer = async ({ discord }: Rig, asked: APIMessage): Promise<void> => {
  const reply = await untilReplied(discord, asked, (text) => text.includes('seven books'));
  expect(textOf(reply)).toContain('seven books');
  expect(repliesTo(discord, asked)).toHaveLength(1);
};

/** Mia asks by slash command, and the answer comes. */
export const expectSlashAnswer = async ({ discord }: Rig): Promise<string> => {
  const handle = discord.as(seedIds.mia).runSlashCommand({
    channelId: seedIds.general,
    name: 'ask',
    options: { question },
  });
  expect(textOf(await handle.reply())).toContain('seven books');
  return handle.id;
};
