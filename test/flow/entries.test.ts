import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import type { Actor, InteractionHandle } from '../../src/local/contract.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { buttonOf, textOf } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const channelId = seedIds.staff;

describe('an entry written in Discord', () => {
  let rig: Rig;
  let mia: Actor;
  let noor: Actor;

  beforeAll(async () => {
    rig = await startRig({
      knowledge: {
        ...sampleKnowledge,
        'questions.jsonl':
          '{"question": "do I put a returned book into a box", "expect": {"text": ["green box"]}}\n',
      },
    });
    mia = rig.discord.as(seedIds.mia);
    noor = rig.discord.as(seedIds.noor);
  });
  afterAll(() => rig.stop());

  const ask = async (question: string): Promise<string> =>
    textOf(
      await mia.runSlashCommand({ channelId: seedIds.general, name: 'ask', options: { question } }).reply(),
    );
  const click = (message: APIMessage, label: string): InteractionHandle =>
    noor.clickButton({ messageId: message.id, customId: buttonOf(message, label) });
  const run = (name: string, options: Readonly<Record<string, string>> = {}): InteractionHandle =>
    noor.runSlashCommand({ channelId, name, options });
  const submit = async (
    opened: InteractionHandle,
    values: Readonly<Record<string, string>>,
  ): Promise<APIMessage> => {
    await opened.modal();
    return noor.submitModal({ interactionId: opened.id, values }).reply();
  };
  const idOf = async (name: string, typed: string): Promise<string> => {
    const [first] = await noor.autocomplete({ channelId, name, options: { entry: typed }, focused: 'entry' });
    if (typeof first?.value !== 'string') throw new Error(`nothing completes "${typed}"`);
    return first.value;
  };
  const write = (question: string, answer: string): Promise<APIMessage> =>
    submit(run('entry add'), { question, answer });

  test('answers at once, with a footnote that says who wrote it', async () => {
    expect(await ask('When is the sauna warm?')).toContain('I have nothing on that.');
    const saved = await write(
      'When is the sauna warm?',
      'The sauna is warm from **noon**.\n\n- men\n- women',
    );
    expect(textOf(saved)).toContain('Saved. It answers from now on:');
    const answer = await ask('When is the sauna warm?');
    expect(answer).toContain('The sauna is warm from noon');
    expect(answer).toContain('written by moderators of this server');
    const preview = await run('entry preview', { entry: await idOf('entry preview', 'sauna') }).reply();
    expect(textOf(preview)).toContain('written by moderators of this server');
  });

  test('with faults is told all of them, and nothing that was typed is lost', async () => {
    const refused = await submit(run('entry add'), {
      question: 'Where is the attic?',
      answer: '# Up\n\nAbove the third floor.',
      url: 'nowhere',
      reviewOn: 'soon',
    });
    expect(textOf(refused)).toContain('The answer holds a heading');
    expect(textOf(refused)).toContain('The link has to be a whole web address, with https in front.');
    expect(textOf(refused)).toContain('The date has to be one such as 2027-01-31.');
    const again = click(refused, 'Edit again');
    expect(JSON.stringify(await again.modal())).toContain('Above the third floor.');
    const mended = {
      question: 'Where is the attic?',
      answer: 'Above the third floor.',
      url: '',
      reviewOn: '',
    };
    await submit(again, mended);
    expect(await ask('Where is the attic?')).toContain('Above the third floor.');
  });

  test('that is close to another one is offered as another phrasing first', async () => {
    const close = await write('How many books may I borrow at once?', 'Seven.');
    expect(textOf(close)).toContain('This is close to what is there already:');
    expect(textOf(close)).toContain('How many books may I borrow?');
    const linked = await click(close, 'Add as another phrasing').reply();
    expect(textOf(linked)).toContain('Answered from now on by: *How many books may I borrow?*');
    expect(await ask('How many books may I borrow at once?')).toContain('seven books');
  });

  test('is changed, removed, brought back, and keeps its history', async () => {
    await write('Who waters the ferns?', 'Ines waters them.');
    const entry = await idOf('entry edit', 'ferns');
    const opened = run('entry edit', { entry });
    expect(JSON.stringify(await opened.modal())).toContain('Ines waters them.');
    await submit(opened, { question: 'Who waters the ferns?', answer: 'Tom waters them.' });
    expect(await ask('Who waters the ferns?')).toContain('Tom waters them.');

    const removing = await run('entry remove', { entry }).reply();
    const removed = await click(removing, 'Remove it').reply();
    expect(textOf(removed)).toContain('Removed. It no longer answers.');
    expect(await ask('Who waters the ferns?')).not.toContain('waters them');
    const back = await run('entry undo', { entry: await idOf('entry undo', 'ferns') }).reply();
    expect(textOf(back)).toContain('Tom waters them.');
    expect(await ask('Who waters the ferns?')).toContain('Tom waters them.');

    const history = textOf(await run('entry history', { entry }).reply());
    for (const line of ['4 · taken back', '3 · removed', '2 · changed', '1 · added'])
      expect(history).toContain(line);
    expect(history).toContain(`<@${seedIds.noor}>`);
  });

  test('that two moderators change at a time shows the later one both texts, and overwrites nothing', async () => {
    await write('What feeds the swans?', 'Oats.');
    const entry = await idOf('entry edit', 'swans');
    const [first, second] = [run('entry edit', { entry }), run('entry edit', { entry })];
    await Promise.all([first.modal(), second.modal()]);
    await submit(first, { question: 'What feeds the swans?', answer: 'Barley.' });
    const conflict = await submit(second, { question: 'What feeds the swans?', answer: 'Maize.' });
    expect(textOf(conflict)).toContain('Somebody changed this entry meanwhile');
    expect(textOf(conflict)).toContain('Barley.');
    expect(textOf(conflict)).toContain('Maize.');
    expect(await ask('What feeds the swans?')).toContain('Barley.');
    await submit(click(conflict, 'Edit again'), { question: 'What feeds the swans?', answer: 'Maize.' });
    expect(await ask('What feeds the swans?')).toContain('Maize.');
  });

  test('can be made of a member’s question and a moderator’s answer in the channel', async () => {
    const { id: questionId } = mia.sendMessage({
      channelId: seedIds.general,
      content: 'Where do lost gloves go?',
    });
    const answer = noor.sendMessage({
      channelId: seedIds.general,
      content: 'Into the basket by the stove.',
      replyTo: questionId,
    });
    const opened = noor.runMessageCommand({ name: 'Add to the FAQ', messageId: answer.id });
    const form = JSON.stringify(await opened.modal());
    expect(form).toContain('Into the basket by the stove.');
    await submit(opened, { question: 'Where do lost gloves go?', answer: 'Into the basket by the stove.' });
    expect(await ask('Where do lost gloves go?')).toContain('Into the basket by the stove.');
  });

  test('that would take an answer away is shown with old and new before it is saved', async () => {
    const spoiling = {
      question: 'Where is the box for returned books?',
      answer: 'Ask the porter.',
      aliases: 'do I put a returned book into a box',
    };
    const shown = await submit(run('entry add'), spoiling);
    expect(textOf(shown)).toContain('This would change other answers:');
    expect(textOf(shown)).toContain('do I put a returned book into a box');
    expect(textOf(shown)).toMatch(/Now: .*green box[^]*Then: Ask the porter\./u);
    expect(await ask('do I put a returned book into a box')).toContain('green box');
    expect(textOf(await click(shown, 'Save it all the same').reply())).toContain('Saved.');
    expect(await ask('do I put a returned book into a box')).toContain('Ask the porter.');
  });

  test('that would take an answer away which members got lately is shown with their question too', async () => {
    const asked = 'how many books may somebody borrow';
    expect(await ask(asked)).toContain('seven books');
    const shown = await submit(run('entry add'), {
      question: 'What is the limit for guests?',
      answer: 'Guests take one at a time.',
      aliases: asked,
    });
    expect(textOf(shown)).toContain(asked);
    expect(textOf(shown)).toMatch(/Now: .*seven books[^]*Then: Guests take one at a time\./u);
  });

  test('is kept over a restart of the bot', async () => {
    await write('What is the code of the shed?', 'There is none; push the door.');
    await rig.bot.stop();
    rig.startBot();
    await rig.untilOnline();
    await vi.waitFor(async () => {
      expect(await ask('What is the code of the shed?')).toContain('push the door');
    }, 20_000);
  });
});
