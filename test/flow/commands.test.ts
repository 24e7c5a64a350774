import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seedIds } from '../../src/local/world/seed.ts';
import { buttonOf, buttonsOf, selectOf, textOf } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const rows = Array.from(
  { length: 20 },
  (_unused, row) => `| Shelf ${row} | Subject ${row} of the many that we keep |`,
);
const knowledge = {
  ...sampleKnowledge,
  'articles/shelves.md': `# Shelf marks\n\n## Zoological stack plan\n\n| Shelf | Subject |\n| --- | --- |\n${rows.join('\n')}\n`,
};
const channelId = seedIds.help;

describe('the slash commands', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({ knowledge });
  });

  afterAll(() => rig.stop());

  test('/ask answers everyone with a verbatim quote and its footnote', async () => {
    const asked = rig.discord.as(seedIds.mia).runSlashCommand({
      channelId,
      name: 'ask',
      options: { question: 'How many books may I borrow?' },
    });
    const reply = await asked.reply();
    expect(textOf(reply)).toContain('> **Each reader may borrow seven books for four weeks.** ¹');
    expect(textOf(reply)).toContain('-# How many books may I borrow?');
    expect(textOf(reply)).toMatch(/-# ¹ The library.* · line 9/);
    expect(asked.state().isEphemeral).toBe(false);
    expect(rig.discord.ledger.interactions().find(({ id }) => id === asked.id)?.acknowledgements).toBe(1);
    const [callback, ...others] = rig.discord.ledger
      .requests()
      .filter(({ route }) => /interactions|webhooks/.test(route ?? ''));
    expect(callback?.route).toContain('/callback');
    expect(others).toHaveLength(1);
  });

  test('/ask says plainly that there is nothing, and what the knowledge is about', async () => {
    const asked = rig.discord
      .as(seedIds.mia)
      .runSlashCommand({ channelId, name: 'ask', options: { question: 'What is the capital of France?' } });
    expect(textOf(await asked.reply())).toBe(
      'I have nothing on that.\n-# I know about: The map room · Shelf marks · The library.',
    );
  });

  test('the button of a related question asks it, for the one who clicked', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const asked = mia.runSlashCommand({
      channelId,
      name: 'ask',
      options: { question: 'How do I open a drawer?' },
    });
    const answer = await asked.reply();
    const [label] = buttonsOf(answer).keys();
    expect(label).toBeDefined();
    const clicked = mia.clickButton({ messageId: answer.id, customId: buttonOf(answer, label ?? '') });
    expect(textOf(await clicked.reply())).toMatch(/^(-# |> )/);
    expect(clicked.state().isEphemeral).toBe(true);
  });

  test('a long table shows its first rows, and all of them to the one who wants that', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const options = { question: 'Zoological stack plan' };
    const answer = await mia.runSlashCommand({ channelId, name: 'ask', options }).reply();
    const shown = textOf(answer);
    expect(shown).toContain('Shelf 0 \\| Subject 0');
    expect(shown).not.toContain('Shelf 19');
    const opened = mia.clickButton({ messageId: answer.id, customId: buttonOf(answer, 'Show all') });
    expect(textOf(await opened.reply())).toContain('Shelf 19 \\| Subject 19');
    expect(opened.state().isEphemeral).toBe(true);
  });

  test('/search opens the passages that it finds, each in full', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const asked = mia.runSlashCommand({
      channelId,
      name: 'search',
      options: { words: 'zoological stack plan' },
    });
    const found = await asked.reply();
    expect(textOf(found)).toContain('The passages that fit best:');
    expect(asked.state().isEphemeral).toBe(true);
    const opened = mia.clickButton({
      messageId: found.id,
      customId: buttonOf(found, '1. Zoological stack plan'),
    });
    const all = textOf(await opened.reply());
    expect(all).toContain('Shelf 0 \\| Subject 0');
    expect(all).toContain('Shelf 19 \\| Subject 19');
    expect(opened.state().isEphemeral).toBe(true);
  });

  test('/faq completes the name of an entry while it is typed, and shows it whole', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const choices = await mia.autocomplete({
      channelId,
      name: 'faq',
      options: { entry: 'ret' },
      focused: 'entry',
    });
    expect(choices.map(({ name }) => name)).toEqual(['Where do I return a book?']);
    const everything = await mia.autocomplete({
      channelId,
      name: 'faq',
      options: { entry: '' },
      focused: 'entry',
    });
    expect(everything).toHaveLength(3);
    const chosen = mia.runSlashCommand({
      channelId,
      name: 'faq',
      options: { entry: choices[0]?.value ?? '' },
    });
    const shown = textOf(await chosen.reply());
    expect(shown).toContain('Put the book into the green box beside the entrance.');
    expect(shown).toContain('It is emptied every evening.');
  });

  test('/faq offers what is asked most while nothing is typed', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const question = 'When does the reading room open?';
    for (let times = 0; times < 5; times += 1)
      await mia.runSlashCommand({ channelId, name: 'ask', options: { question } }).reply();
    const [first] = await mia.autocomplete({
      channelId,
      name: 'faq',
      options: { entry: '' },
      focused: 'entry',
    });
    expect(first?.name).toBe(question);
  });

  test('/faq takes a name that was typed out, and tells the person alone when there is none', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const typed = mia.runSlashCommand({
      channelId,
      name: 'faq',
      options: { entry: 'When does the reading room open?' },
    });
    expect(textOf(await typed.reply())).toContain('opens at nine');
    const unknown = mia.runSlashCommand({
      channelId,
      name: 'faq',
      options: { entry: 'Nothing of the kind' },
    });
    const [aside] = await unknown.until(({ followUps }) => (followUps.length > 0 ? followUps : undefined));
    expect(aside === undefined ? '' : textOf(aside)).toContain('There is no entry of that name.');
    const seenByNoor = rig.discord.world.messages(channelId, seedIds.noor).map(textOf);
    expect(seenByNoor.filter((text) => text.includes('no entry of that name'))).toEqual([]);
  });

  test('/topics leads from the documents to their headings, and from a heading to its answer', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const topics = await mia.runSlashCommand({ channelId, name: 'topics' }).reply();
    expect(textOf(topics)).toContain('**The map room** · 2 passages');
    const documents = selectOf(topics);
    const topic = await mia
      .chooseOptions({
        messageId: topics.id,
        customId: documents.customId,
        values: [documents.values.get('The map room') ?? ''],
      })
      .reply();
    expect(textOf(topic)).toContain('• Opening a drawer\n• Copies');
    const headings = selectOf(topic);
    const answer = await mia
      .chooseOptions({
        messageId: topic.id,
        customId: headings.customId,
        values: [headings.values.get('Opening a drawer') ?? ''],
      })
      .reply();
    expect(textOf(answer)).toContain('brass key');
  });

  test('/status tells everyone what the bot answers from, and the problems to moderators only', async () => {
    const mia = rig.discord.as(seedIds.mia).runSlashCommand({ channelId, name: 'status' });
    expect(textOf(await mia.reply())).toContain('3 documents, 6 passages, 3 FAQ entries.');
    expect(textOf(await mia.reply())).not.toContain('problems');
    expect(mia.state().isEphemeral).toBe(true);
    const noor = rig.discord.as(seedIds.noor).runSlashCommand({ channelId, name: 'status' });
    expect(textOf(await noor.reply())).toContain('No problems.');
  });

  test('/status tells moderators how many questions were answered from memory', async () => {
    const options = { question: 'What is the capital of France?' };
    await rig.discord.as(seedIds.mia).runSlashCommand({ channelId, name: 'ask', options }).reply();
    const told = /Of the questions since the last refresh \d+% had been asked before/u;
    const noor = rig.discord.as(seedIds.noor).runSlashCommand({ channelId, name: 'status' });
    expect(textOf(await noor.reply())).toMatch(told);
    const mia = rig.discord.as(seedIds.mia).runSlashCommand({ channelId, name: 'status' });
    expect(textOf(await mia.reply())).not.toMatch(told);
  });

  test('private replies are in the language of the person, public ones in that of the server', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const privately = await mia.runSlashCommand({ channelId, name: 'topics', locale: 'es-ES' }).reply();
    expect(textOf(privately)).toContain('Sé algo de:');
    const question = { question: 'What is the capital of France?' };
    const publicly = mia.runSlashCommand({ channelId, name: 'ask', options: question, locale: 'es-ES' });
    expect(textOf(await publicly.reply())).toContain('I have nothing on that.');
    const inMapClub = mia.runSlashCommand({ channelId: seedIds.lobby, name: 'ask', options: question });
    expect(textOf(await inMapClub.reply())).toContain('No tengo nada sobre eso.');
  });

  test('a button of an earlier life says that it is too old', async () => {
    const mia = rig.discord.as(seedIds.mia);
    const asked = mia.runSlashCommand({
      channelId,
      name: 'ask',
      options: { question: 'How do I open a drawer?' },
    });
    const answer = await asked.reply();
    const [label = ''] = buttonsOf(answer).keys();
    await rig.removeKnowledge('articles/map-room.md');
    await rig.removeKnowledge('articles/shelves.md');
    await rig.writeKnowledge(
      'faq/library.md',
      '# The library\n\n## Is it warm?\n\nThe stove is lit daily.\n\n## Is it quiet?\n\nTalking is for the garden.\n\n## Is it free?\n\nNobody pays.\n',
    );
    await rig.bot.untilLogged(({ msg, outcome }) => msg === 'knowledge refreshed' && outcome === 'swapped');
    const clicked = mia.clickButton({ messageId: answer.id, customId: buttonOf(answer, label) });
    expect(textOf(await clicked.reply())).toBe('That button is too old; please ask again.');
  });
});
