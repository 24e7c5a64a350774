import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor } from '../../src/local/contract.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { openStore } from '../../src/storage/database/open-store.ts';
import { textOf } from '../support/read-message.ts';
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
    await store.close();
    expect(rows.map(({ by, action, outcome }) => [by, action, outcome])).toEqual([
      [seedIds.noor, 'refresh', 'done'],
      [seedIds.noor, 'entry.add', 'done'],
      [seedIds.mia, 'refresh', 'refused'],
      [seedIds.mia, 'entry.add', 'refused'],
    ]);
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
