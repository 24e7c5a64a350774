import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Result } from '../../src/discord/result.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { buttonOf, selectOf, textOf } from '../support/read-message.ts';
import { createSampleJobs, formWith, say } from '../support/sample-jobs.ts';
import { startDispatch, type DispatchRig } from '../support/start-dispatch.ts';

const channelId = seedIds.help;
const noAnswerYet = new Promise<Result>(() => undefined);

describe('a form', () => {
  let rig: DispatchRig;
  let open: () => Promise<Result>;

  beforeEach(async () => {
    open = () => Promise.resolve({ form: formWith('Where?', 'draft') });
    rig = await startDispatch({
      jobs: createSampleJobs([], { visibility: 'form', run: () => open() }),
      onRefused: () => undefined,
    });
  });
  afterEach(async () => {
    await rig.stop();
    expect(rig.discord.ledger.violations()).toEqual([]);
  });

  const report = () => rig.discord.as(seedIds.noor).runSlashCommand({ channelId, name: 'report' });
  const submit = (interactionId: string, values: Readonly<Record<string, string | readonly string[]>>) =>
    rig.discord.as(seedIds.noor).submitModal({ interactionId, values });

  test('opens filled in, and what is typed arrives by the names of the fields, in private', async () => {
    const opened = rig.discord.as(seedIds.noor).runSlashCommand({
      channelId,
      name: 'entry edit',
      options: { entry: 'Where is my badge?', tags: 'desk' },
    });
    const modal = await opened.modal();
    expect(modal.title).toBe('An entry');
    expect(JSON.stringify(modal.components)).toContain('"value":"Where is my badge?"');
    const submitted = submit(opened.id, { question: 'Where are badges?', answer: 'At the *desk*.\nAsk.' });
    expect(textOf(await submitted.reply())).toContain('desk / Where are badges? / At the');
    expect(submitted.state().isEphemeral).toBe(true);
  });

  test('says nothing of a field that was left empty', async () => {
    const opened = report();
    await opened.modal();
    expect(textOf(await submit(opened.id, { question: 'Who?', answer: '' }).reply())).toBe('draft / Who? / ');
  });

  test('lets choose one of a few, and takes one beforehand', async () => {
    const choices = ['Roles', 'Events'].map((label) => ({ label, value: label.toLowerCase() }));
    const form = formWith('Which?', 'draft');
    const answer = { name: 'answer', label: 'Topic', style: 'choice', choices, isRequired: true } as const;
    const fields = [...form.fields.slice(0, 1), { ...answer, value: 'events' }];
    open = () => Promise.resolve({ form: { ...form, fields } });
    const first = report();
    await first.modal();
    expect(textOf(await submit(first.id, {}).reply())).toBe('draft / Which? / events');
    const second = report();
    await second.modal();
    expect(textOf(await submit(second.id, { answer: ['roles'] }).reply())).toBe('draft / Which? / roles');
  });

  test('opens from a button and from a select', async () => {
    const reply = {
      ...say('Entries'),
      parts: [
        {
          kind: 'buttons',
          buttons: [{ label: 'Again', action: { name: 'entry-again', argument: 'key' }, look: 'main' }],
        },
        {
          kind: 'select',
          action: 'gap',
          placeholder: 'Which',
          choices: [{ label: 'One', value: '1' }],
          chosen: null,
        },
      ],
    } as const;
    await rig.poster.post({ channelId, replyTo: null, reply, calls: [], nonce: 'panel' });
    const noor = rig.discord.as(seedIds.noor);
    const message = rig.discord.world.messages(channelId, seedIds.noor).at(-1);
    if (message === undefined) throw new Error('the bot wrote nothing');
    const messageId = message.id;
    const clicked = noor.clickButton({ messageId, customId: buttonOf(message, 'Again') });
    expect((await clicked.modal()).custom_id).toBe('write-entry:key');
    const chosen = noor.chooseOptions({ messageId, customId: selectOf(message).customId, values: ['1'] });
    expect((await chosen.modal()).custom_id).toBe('write-entry:1');
  });

  test('opens from the menu of a message with the message that it replies to', async () => {
    const { id: question } = rig.discord
      .as(seedIds.mia)
      .sendMessage({ channelId, content: 'Where is *my* badge?' });
    const noor = rig.discord.as(seedIds.noor);
    const { id: messageId } = noor.sendMessage({ channelId, content: 'At the desk.', replyTo: question });
    const modal = await noor.runMessageCommand({ name: 'Keep this', messageId }).modal();
    expect(JSON.stringify(modal.components)).toContain('"value":"Where is *my* badge?"');
    expect(modal.custom_id).toBe(`write-entry:${seedIds.noor}`);
    rig.discord.as(seedIds.mia).deleteMessage(question);
    const second = await noor.runMessageCommand({ name: 'Keep this', messageId }).modal();
    expect(JSON.stringify(second.components)).toContain('"value":"At the desk."');
  });

  test('may be answered by words instead', async () => {
    open = () => Promise.resolve(say('There is nothing to write.'));
    const opened = report();
    expect(textOf(await opened.reply())).toBe('There is nothing to write.');
    expect(opened.state().isEphemeral).toBe(true);
  });

  test('that takes too long to come gives way to a word, while Discord still waits', async () => {
    open = () => noAnswerYet;
    expect(textOf(await report().reply())).toMatch(/^Too many questions at once/);
  });

  test('that cannot be made, or not be saved, leaves a reference to its fault', async () => {
    open = () => Promise.reject(new Error('the store is gone'));
    expect(textOf(await report().reply())).toMatch(/Reference \w+\.$/);
    open = () => Promise.resolve({ form: formWith('Where?', 'draft') });
    const opened = report();
    await opened.modal();
    const submitted = submit(opened.id, { question: 'Where?', answer: 'fail' });
    expect(textOf(await submitted.reply())).toMatch(/Reference \w+\.$/);
    expect(rig.logged.filter((message) => message === 'a command failed')).toHaveLength(2);
  });

  test('that cannot be saved opens again with what was typed', async () => {
    const opened = report();
    await opened.modal();
    const failed = await submit(opened.id, { question: 'Typed with care', answer: 'fail' }).reply();
    const again = rig.discord
      .as(seedIds.noor)
      .clickButton({ messageId: failed.id, customId: buttonOf(failed, 'Edit again') });
    expect(JSON.stringify((await again.modal()).components)).toContain('"value":"Typed with care"');
  });
});
