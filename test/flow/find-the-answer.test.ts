import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seedIds } from '../../src/local/world/seed.ts';
import { buttonOf, buttonsOf, repliesTo, textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const name = 'Find the answer';

describe('"Find the answer" in the menu of a message', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge });
  });

  afterAll(() => rig.stop());

  test('shows the answer in private, and posts it as a reply to the message, once', async () => {
    const { discord } = rig;
    const asked = discord
      .as(seedIds.mia)
      .sendMessage({ channelId: seedIds.general, content: 'How many books may I borrow?' });
    const noor = discord.as(seedIds.noor);
    const looked = noor.runMessageCommand({ name, messageId: asked.id });
    const preview = await looked.reply();
    expect(looked.state().isEphemeral).toBe(true);
    expect(textOf(preview)).toContain('seven books');
    expect(repliesTo(discord, asked)).toEqual([]);

    const post = buttonOf(preview, 'Post it');
    const clicked = noor.clickButton({ messageId: preview.id, customId: post });
    expect(textOf(await untilReplied(discord, asked))).toContain('seven books');
    const done = await clicked.until(({ reply }) =>
      reply !== null && textOf(reply) === 'Posted.' ? reply : undefined,
    );
    expect(buttonsOf(done).size).toBe(0);
    expect(repliesTo(discord, asked)).toHaveLength(1);
  });

  test('is posted once, however often the button is pressed', async () => {
    const { discord } = rig;
    const asked = discord
      .as(seedIds.mia)
      .sendMessage({ channelId: seedIds.general, content: 'How many books may I borrow?' });
    const noor = discord.as(seedIds.noor);
    const preview = await noor.runMessageCommand({ name, messageId: asked.id }).reply();
    const press = { messageId: preview.id, customId: buttonOf(preview, 'Post it') };
    const done = [1, 2, 3].map(() =>
      noor.clickButton(press).until(({ status }) => (status === 'updated' ? status : undefined)),
    );
    await Promise.all(done);
    expect(repliesTo(discord, asked)).toHaveLength(1);
  });

  test('has nothing to post when there is no answer', async () => {
    const asked = rig.discord
      .as(seedIds.mia)
      .sendMessage({ channelId: seedIds.general, content: 'What is the capital of France?' });
    const preview = await rig.discord
      .as(seedIds.noor)
      .runMessageCommand({ name, messageId: asked.id })
      .reply();
    expect(textOf(preview)).toContain('I have nothing on that.');
    expect(buttonsOf(preview).has('Post it')).toBe(false);
  });

  test('is posted by nobody who may not write in the channel', async () => {
    const { discord } = rig;
    const asked = discord
      .as(seedIds.noor)
      .sendMessage({ channelId: seedIds.announcements, content: 'How many books may I borrow?' });
    const mia = discord.as(seedIds.mia);
    const preview = await mia.runMessageCommand({ name, messageId: asked.id }).reply();
    const clicked = mia.clickButton({ messageId: preview.id, customId: buttonOf(preview, 'Post it') });
    const [told] = await clicked.until(({ followUps }) => (followUps.length > 0 ? followUps : undefined));
    expect(told === undefined ? '' : textOf(told)).toContain('You or I may not write in this channel');
    expect(repliesTo(discord, asked)).toEqual([]);
  });

  test('is not posted where the bot may not write', async () => {
    const { discord } = rig;
    const asked = discord
      .as(seedIds.mia)
      .sendMessage({ channelId: seedIds.help, content: 'How many books may I borrow?' });
    const noor = discord.as(seedIds.noor);
    const lift = discord.faults.denyBotPermissions(seedIds.help, PermissionFlagsBits.SendMessages);
    const preview = await noor.runMessageCommand({ name, messageId: asked.id }).reply();
    const clicked = noor.clickButton({ messageId: preview.id, customId: buttonOf(preview, 'Post it') });
    const [told] = await clicked.until(({ followUps }) => (followUps.length > 0 ? followUps : undefined));
    expect(told === undefined ? '' : textOf(told)).toContain('You or I may not write in this channel');
    lift();
    expect(repliesTo(discord, asked)).toEqual([]);
  });
});
