import { join } from 'node:path';

import { REST, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { actionList, formList } from '../../src/command-list.ts';
import type { Actor, InteractionHandle } from '../../src/local/contract.ts';
import { actionNames, toCustomId } from '../../src/render/action.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { openStore } from '../../src/storage/database/open-store.ts';
import { buttonOf, textOf } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const channelId = seedIds.general;

/** Whatever a moderator can do by typing, with options that fit. */
const commands = [
  ['entry add', {}],
  ['entry edit', { entry: '0123456789abcdef' }],
  ['entry remove', { entry: '0123456789abcdef' }],
  ['entry details', { entry: '0123456789abcdef' }],
  ['entry preview', { entry: '0123456789abcdef' }],
  ['entry history', { entry: '0123456789abcdef' }],
  ['entry undo', { entry: '0123456789abcdef' }],
  ['gaps', {}],
  ['gaps', { gap: '0123456789abcdef' }],
  ['gaps', { gap: '0123456789abcdef', entry: 'x' }],
  ['refresh', {}],
  ['insights', {}],
  ['settings', {}],
] as const;

describe('what is for moderators', () => {
  let rig: Rig;
  let mia: Actor;

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge });
    mia = rig.discord.as(seedIds.mia);
  });
  afterAll(() => rig.stop());

  /** A message of the bot with these buttons, as if it had been for everyone. */
  const postButtons = async (customIds: readonly string[]): Promise<{ readonly id: string }> => {
    const buttons = customIds.map((custom_id) => ({ type: 2, style: 2, label: custom_id, custom_id }));
    const rows = Array.from({ length: Math.ceil(buttons.length / 5) }, (_unused, row) => ({
      type: 1,
      components: buttons.slice(row * 5, row * 5 + 5),
    }));
    const rest = new REST({ api: rig.discord.restUrl, version: '10' }).setToken(rig.discord.botToken);
    const before = rig.discord.world.messages(channelId, seedIds.mia).length;
    await rest.post(Routes.channelMessages(channelId), {
      body: { content: 'Press', components: rows, allowed_mentions: { parse: [] } },
    });
    const message = rig.discord.world.messages(channelId, seedIds.mia)[before];
    if (message === undefined) throw new Error('the buttons were not posted');
    return message;
  };
  /** @returns the id of the entry that Noor wrote. */
  const writeEntry = async (question: string): Promise<string> => {
    const noor = rig.discord.as(seedIds.noor);
    const opened = noor.runSlashCommand({ channelId: seedIds.staff, name: 'entry add' });
    await opened.modal();
    await noor.submitModal({ interactionId: opened.id, values: { question, answer: 'Below.' } }).reply();
    const typed = {
      channelId: seedIds.staff,
      name: 'entry edit',
      options: { entry: question },
      focused: 'entry',
    };
    return String((await noor.autocomplete(typed))[0]?.value);
  };

  test.each(commands)('is refused to a member in private: /%s %j', async (name, options) => {
    const asked = mia.runSlashCommand({ channelId, name, options });
    expect(textOf(await asked.reply())).toBe('Only moderators can do that.');
    expect(asked.state().isEphemeral).toBe(true);
  });

  test('is refused to a member in the menu of a message', async () => {
    const { id: messageId } = mia.sendMessage({ channelId, content: 'An answer of my own' });
    const asked = mia.runMessageCommand({ name: 'Add to the FAQ', messageId });
    expect(textOf(await asked.reply())).toBe('Only moderators can do that.');
    expect(asked.state()).toMatchObject({ isEphemeral: true, modal: null });
  });

  test('is refused to a member by every button and menu', async () => {
    const guarded = actionNames.filter((name) => actionList[name].audience !== 'everyone');
    const message = await postButtons(guarded.map((name) => toCustomId({ name, argument: 'x' })));
    for (const name of guarded) {
      const customId = toCustomId({ name, argument: 'x' });
      const pressed = mia.clickButton({ messageId: message.id, customId });
      expect(textOf(await pressed.reply()), name).toBe('Only moderators can do that.');
      expect(pressed.state(), name).toMatchObject({ isEphemeral: true, modal: null });
    }
  });

  test('is refused by every form to somebody who lost the role while it was open', async () => {
    const { discord } = rig;
    const leo = discord.as(seedIds.leo);
    const open = async (
      name: string,
      options: Readonly<Record<string, string>>,
    ): Promise<InteractionHandle> => {
      const asked = leo.runSlashCommand({ channelId, name, options });
      if (name !== 'entry details') return asked;
      const details = await asked.reply();
      return leo.clickButton({ messageId: details.id, customId: buttonOf(details, 'Tags') });
    };
    const entry = await writeEntry('Where is the loft?');
    for (const [name, values] of [
      ['entry add', { question: 'Where?', answer: 'Here.' }],
      ['entry edit', { question: 'Where?', answer: 'Here.' }],
      ['entry details', { tags: 'x' }],
    ] as const) {
      discord.faults.setMemberRoles(seedIds.guild, seedIds.leo, [seedIds.moderatorRole]);
      const opened = await open(name, name === 'entry add' ? {} : { entry });
      await opened.modal();
      discord.faults.setMemberRoles(seedIds.guild, seedIds.leo, []);
      const sent = leo.submitModal({ interactionId: opened.id, values });
      expect(textOf(await sent.reply()), name).toBe('Only moderators can do that.');
    }
    expect(Object.keys(formList)).toHaveLength(3);
  });

  test('leaves one row a refused and a done action in the audit log, under the same names', async () => {
    const noor = rig.discord.as(seedIds.noor);
    await mia.runSlashCommand({ channelId, name: 'entry add' }).reply();
    await mia.runSlashCommand({ channelId, name: 'refresh' }).reply();
    const opened = noor.runSlashCommand({ channelId: seedIds.staff, name: 'entry add' });
    await opened.modal();
    const values = { question: 'Where is the cellar?', answer: 'Deep below.' };
    await noor.submitModal({ interactionId: opened.id, values }).reply();
    await noor.runSlashCommand({ channelId: seedIds.staff, name: 'refresh' }).reply();
    const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const dataFolder = join(rig.home, 'data');
    const store = await openStore({ dataFolder, databaseUrl: null, logger: silent });
    const rows = await store.audit.list(seedIds.guild, 4);
    expect(rows.map(({ by, action, outcome }) => [by, action, outcome])).toEqual([
      [seedIds.noor, 'refresh', 'done'],
      [seedIds.noor, 'entry.add', 'done'],
      [seedIds.mia, 'refresh', 'refused'],
      [seedIds.mia, 'entry.add', 'refused'],
    ]);
    await store.close();
  });

  test('completes nothing for a member', async () => {
    const noor = rig.discord.as(seedIds.noor);
    const opened = noor.runSlashCommand({ channelId: seedIds.staff, name: 'entry add' });
    await opened.modal();
    const values = { question: 'Where is the vault?', answer: 'Below.' };
    await noor.submitModal({ interactionId: opened.id, values }).reply();
    await mia.runSlashCommand({ channelId, name: 'ask', options: { question: 'Why is rain wet?' } }).reply();
    const typed = [
      { name: 'entry edit', options: { entry: '' }, focused: 'entry' },
      { name: 'entry undo', options: { entry: '' }, focused: 'entry' },
      { name: 'gaps', options: { gap: '' }, focused: 'gap' },
    ];
    for (const each of typed) {
      expect(await noor.autocomplete({ channelId: seedIds.staff, ...each })).not.toEqual([]);
      expect(await mia.autocomplete({ channelId, ...each })).toEqual([]);
    }
  });
});
