import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seedIds } from '../../src/local/world/seed.ts';
import { buttonOf, buttonsOf, textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';
import { withRig } from '../support/with-rig.ts';

const label = 'Why this answer';
const channelId = seedIds.help;
const question = 'which brass key opens the drawers';

describe('the button "Why this answer"', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge });
  });

  afterAll(() => rig.stop());

  test('tells the reasons to the one who pressed it, in their language, and to nobody else', async () => {
    const { discord } = rig;
    const asked = discord
      .as(seedIds.mia)
      .sendMessage({ channelId, content: `<@${discord.botUserId}> ${question}` });
    const answer = await untilReplied(discord, asked);
    const press = { messageId: answer.id, customId: buttonOf(answer, label) };
    const before = discord.world.messages(channelId, seedIds.mia).map(textOf);

    const pressed = discord.as(seedIds.noor).clickButton(press);
    const told = textOf(await pressed.reply());
    expect(told).toMatch(/sure/);
    expect(told).toMatch(/\*.*\bbrass\b.*\*/);
    expect(told).toContain('The passage: The map room › Opening a drawer');
    expect(pressed.state().isEphemeral).toBe(true);
    expect(discord.world.messages(channelId, seedIds.mia).map(textOf)).toEqual(before);

    const inSpanish = discord.as(seedIds.leo).clickButton({ ...press, locale: 'es-ES' });
    expect(textOf(await inSpanish.reply())).toContain('El pasaje: The map room');
  });

  test('carries no word of the question', async () => {
    const asked = rig.discord
      .as(seedIds.mia)
      .runSlashCommand({ channelId, name: 'ask', options: { question } });
    expect(buttonOf(await asked.reply(), label)).toMatch(/^why:[0-9a-f]{16}$/);
  });

  test('stands under a preview too, and under what is posted from it', async () => {
    const { discord } = rig;
    const asked = discord.as(seedIds.mia).sendMessage({ channelId, content: question });
    const noor = discord.as(seedIds.noor);
    const preview = await noor.runMessageCommand({ name: 'Find the answer', messageId: asked.id }).reply();
    const privately = noor.clickButton({ messageId: preview.id, customId: buttonOf(preview, label) });
    const told = textOf(await privately.reply());
    noor.clickButton({ messageId: preview.id, customId: buttonOf(preview, 'Post it') });
    const posted = await untilReplied(discord, asked);
    const pressed = discord
      .as(seedIds.mia)
      .clickButton({ messageId: posted.id, customId: buttonOf(posted, label) });
    expect(textOf(await pressed.reply())).toBe(told);
  });

  test('stands neither where there is nothing to explain nor under an entry that was opened', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const options = { question: 'What is the capital of France?' };
    const nothing = await mia.runSlashCommand({ channelId, name: 'ask', options }).reply();
    expect(buttonsOf(nothing).has(label)).toBe(false);
    const entry = { entry: 'When does the reading room open?' };
    const opened = await mia.runSlashCommand({ channelId, name: 'faq', options: entry }).reply();
    expect(buttonsOf(opened).has(label)).toBe(false);
  });

  test('tells plainly when another passage would come first by now', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const answer = await mia.runSlashCommand({ channelId, name: 'ask', options: { question } }).reply();
    await rig.writeKnowledge(
      'articles/map-room.md',
      '# The map room\n\n## Copies\n\nCopies cost two coins.\n',
    );
    await rig.bot.untilLogged(({ msg, outcome }) => msg === 'knowledge refreshed' && outcome === 'swapped');
    const pressed = mia.clickButton({ messageId: answer.id, customId: buttonOf(answer, label) });
    expect(textOf(await pressed.reply())).toBe(
      'The knowledge base has changed since that answer; please ask again.',
    );
  });
});

test('a button of before a restart says that it is too old', async () => {
  await withRig({}, async ({ discord, bot, startBot, untilOnline }) => {
    const mia = discord.as(seedIds.mia);
    const answer = await mia.runSlashCommand({ channelId, name: 'ask', options: { question } }).reply();
    await bot.stop();
    const second = startBot();
    await second.untilLogged(({ msg }) => msg === 'ready');
    await untilOnline();
    const pressed = mia.clickButton({ messageId: answer.id, customId: buttonOf(answer, label) });
    expect(textOf(await pressed.reply())).toBe('That button is too old; please ask again.');
    expect(pressed.state().isEphemeral).toBe(true);
  });
});
