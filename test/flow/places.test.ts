import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seedIds } from '../../src/local/world/seed.ts';
import { buttonOf, menuOf, textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const { mia, noor, leo, general, help, staff } = seedIds;
const safe = 'Where is the safe?';
const lamp = 'Which lamp is broken?';
const rota = 'Who opens the doors on Sunday?';

/** Where the safe is stands for the staff channel alone, the lamp for #help, the rota for moderators wherever they are. */
const knowledge = {
  ...sampleKnowledge,
  'faq/staff.md': `---\nchannels: "#staff"\n---\n\n## ${safe}\n\nThe safe stands behind the blue curtain.\n`,
  'faq/help.md': `---\nchannels: "${help}"\n---\n\n## ${lamp}\n\nThe copper lamp is broken.\n`,
  'faq/moderators.md': `---\nroles: Moderator\n---\n\n## ${rota}\n\nHenrietta opens the doors on Sunday.\n`,
};

describe('what may be quoted in few places', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({ knowledge });
  });
  afterAll(() => rig.stop());

  const ask = async (who: string, channelId: string, question: string): Promise<string> => {
    const asked = rig.discord.as(who).runSlashCommand({ channelId, name: 'ask', options: { question } });
    return textOf(await asked.reply());
  };
  const search = async (who: string, words: string): Promise<string> => {
    const person = rig.discord.as(who);
    const found = person.runSlashCommand({ channelId: general, name: 'search', options: { words } });
    return textOf(await found.reply());
  };
  const mention = async (channelId: string, question: string): Promise<string> => {
    const { discord } = rig;
    const content = `<@${discord.botUserId}> ${question}`;
    return textOf(await untilReplied(discord, discord.as(noor).sendMessage({ channelId, content })));
  };

  test('is answered in its channel, and nowhere else, not even for those who may read it there', async () => {
    expect(await ask(noor, staff, safe)).toContain('blue curtain');
    expect(await ask(noor, general, safe)).not.toContain('curtain');
    expect(await search(noor, 'safe curtain')).not.toContain('curtain');
  });

  test('is answered by mention in its channel and in a thread of it', async () => {
    expect(await mention(help, lamp)).toContain('copper lamp');
    const thread = rig.discord.as(noor).createThread({ channelId: help, name: 'Light' });
    expect(await mention(thread.id, lamp)).toContain('copper lamp');
    expect(await mention(general, lamp)).not.toContain('copper');
  });

  test('is not to be had by a thread that bears the name of its channel', async () => {
    const thread = rig.discord.as(mia).createThread({ channelId: general, name: 'staff' });
    expect(await ask(mia, thread.id, safe)).not.toContain('curtain');
  });

  test('is shown in private to those with its role, and to everyone at no time', async () => {
    expect(await search(noor, 'doors Sunday')).toContain('Henrietta');
    expect(await search(leo, 'doors Sunday')).not.toContain('Henrietta');
    expect(await ask(noor, general, rota)).not.toContain('Henrietta');
    expect(await mention(general, rota)).not.toContain('Henrietta');
  });

  test('cannot be posted from a private preview', async () => {
    const asked = rig.discord.as(mia).sendMessage({ channelId: general, content: rota });
    const looked = rig.discord.as(noor).runMessageCommand({ name: 'Find the answer', messageId: asked.id });
    expect(textOf(await looked.reply())).not.toContain('Henrietta');
  });

  test('is not among the names that are offered where everyone will see the answer', async () => {
    const typed = rig.discord
      .as(noor)
      .autocomplete({ channelId: general, name: 'faq', focused: 'entry', options: { entry: 'doors' } });
    expect(await typed).toEqual([]);
  });

  test('is not known in a direct message', async () => {
    const { discord } = rig;
    const channelId = discord.as(noor).openDm().id;
    const sent = discord.as(noor).sendMessage({ channelId, content: rota });
    expect(textOf(await untilReplied(discord, sent))).not.toContain('Henrietta');
  });

  const submit = async (
    options: Readonly<Record<string, string>>,
    values: Readonly<Record<string, string>>,
  ): Promise<void> => {
    const person = rig.discord.as(noor);
    const opened = person.runSlashCommand({ channelId: staff, name: 'entry add', options });
    await opened.modal();
    await person.submitModal({ interactionId: opened.id, values }).reply();
  };

  test('can be an entry that moderators write for one channel, from its first moment on', async () => {
    const question = 'Where is the spare lantern?';
    await submit({ channel: staff }, { question, answer: 'Under the velvet sofa.' });
    expect(await ask(noor, staff, question)).toContain('velvet sofa');
    expect(await ask(noor, general, question)).not.toContain('velvet');
  });

  test('can be said of an entry later, and taken back', async () => {
    const person = rig.discord.as(noor);
    const question = 'When is the roof locked?';
    await submit({}, { question, answer: 'At midnight, by the porter.' });
    expect(await ask(mia, general, question)).toContain('by the porter');
    const [entry] = await person.autocomplete({
      channelId: staff,
      name: 'entry details',
      options: { entry: 'roof' },
      focused: 'entry',
    });
    const shown = person.runSlashCommand({
      channelId: staff,
      name: 'entry details',
      options: { entry: String(entry?.value) },
    });
    const choose = async (message: APIMessage, values: readonly string[]): Promise<APIMessage> =>
      person
        .chooseOptions({ messageId: message.id, customId: menuOf(message, 'entry-channels'), values })
        .until(({ status, reply }) => (status === 'updated' && reply !== null ? reply : undefined));
    const shut = await choose(await shown.reply(), [help]);
    expect(await ask(mia, general, question)).not.toContain('by the porter');
    expect(await ask(mia, help, question)).toContain('by the porter');
    await choose(shut, []);
    expect(await ask(mia, general, question)).toContain('by the porter');
  });

  test('has tags, which moderators write in a form of their own', async () => {
    const person = rig.discord.as(noor);
    await submit({}, { question: 'Who waters the ferns?', answer: 'The gardener, on Fridays.' });
    const [entry] = await person.autocomplete({
      channelId: staff,
      name: 'entry details',
      options: { entry: 'ferns' },
      focused: 'entry',
    });
    const options = { entry: String(entry?.value) };
    const shown = await person.runSlashCommand({ channelId: staff, name: 'entry details', options }).reply();
    const opened = person.clickButton({ messageId: shown.id, customId: buttonOf(shown, 'Tags') });
    await opened.modal();
    const values = { tags: 'plants,  garden , plants,' };
    const saved = await person.submitModal({ interactionId: opened.id, values }).reply();
    expect(textOf(saved)).toContain('plants, garden');
  });
});
