import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seedIds } from '../../src/local/world/seed.ts';
import { repliesTo, textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';
import { withRig } from '../support/with-rig.ts';

const question = 'How many books may I borrow?';
const waiting = /^One moment: you can ask again <t:\d+:R>\.$/;

const settings = { COOLDOWN_SECONDS: '600' };

describe('the cooldown', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge, settings });
  });

  afterAll(() => rig.stop());

  test('makes a person wait between two questions, and nobody else', async () => {
    const { discord } = rig;
    const run = { channelId: seedIds.help, name: 'ask', options: { question } };
    expect(textOf(await discord.as(seedIds.mia).runSlashCommand(run).reply())).toContain('seven books');
    const second = discord.as(seedIds.mia).runSlashCommand(run);
    expect(textOf(await second.reply())).toMatch(waiting);
    expect(second.state().isEphemeral).toBe(true);
    expect(textOf(await discord.as(seedIds.leo).runSlashCommand(run).reply())).toContain('seven books');
  });

  test('is told once to someone who goes on asking by mention', async () => {
    const { discord } = rig;
    const noor = discord.as(seedIds.noor);
    const message = { channelId: seedIds.help, content: `<@${discord.botUserId}> ${question}` };
    expect(textOf(await untilReplied(discord, noor.sendMessage(message)))).toContain('seven books');
    expect(textOf(await untilReplied(discord, noor.sendMessage(message)))).toMatch(waiting);
    const third = noor.sendMessage(message);
    // What moderators do is no question; when this is done, the message before it has been dealt with.
    await noor.runSlashCommand({ channelId: seedIds.help, name: 'refresh' }).reply();
    expect(repliesTo(discord, third)).toEqual([]);
  });

  test('lets a person mend a question that was answered, but not bring a new one by an edit', () =>
    withRig({ settings }, async ({ discord }) => {
      const mia = discord.as(seedIds.mia);
      const mention = (text: string): string => `<@${discord.botUserId}> ${text}`;
      const talk = mia.sendMessage({ channelId: seedIds.help, content: 'Never mind' });
      const asked = mia.sendMessage({ channelId: seedIds.help, content: mention(question) });
      await untilReplied(discord, asked, (text) => text.includes('seven books'));
      mia.editMessage({ messageId: asked.id, content: mention('When does the reading room open?') });
      await untilReplied(discord, asked, (text) => text.includes('opens at nine'));
      mia.editMessage({ messageId: talk.id, content: mention(question) });
      expect(textOf(await untilReplied(discord, talk))).toMatch(waiting);
    }));
});
