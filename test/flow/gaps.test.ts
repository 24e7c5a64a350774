import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import type { Actor, InteractionHandle } from '../../src/local/contract.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { buttonOf, buttonsOf, selectOf, textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const channelId = seedIds.general;
const tell = 'Tell me when this is answered';

describe('a question without an answer', () => {
  let rig: Rig;
  let mia: Actor;
  let leo: Actor;
  let noor: Actor;

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge });
    mia = rig.discord.as(seedIds.mia);
    leo = rig.discord.as(seedIds.leo);
    noor = rig.discord.as(seedIds.noor);
  });
  afterAll(() => rig.stop());

  const ask = (who: Actor, question: string): Promise<APIMessage> =>
    who.runSlashCommand({ channelId, name: 'ask', options: { question } }).reply();
  const click = (who: Actor, message: APIMessage, label: string): InteractionHandle =>
    who.clickButton({ messageId: message.id, customId: buttonOf(message, label) });
  /** The gap as the moderator opens it from the list. */
  const openGap = async (label: string): Promise<{ list: APIMessage; gap: APIMessage }> => {
    const list = await noor.runSlashCommand({ channelId: seedIds.staff, name: 'gaps' }).reply();
    const { customId, values } = selectOf(list);
    const value = values.get(label);
    if (value === undefined) throw new Error(`no gap "${label}" in: ${textOf(list)}`);
    const gap = await noor.chooseOptions({ messageId: list.id, customId, values: [value] }).reply();
    return { list, gap };
  };
  const lastIn = (channel: string, viewer: string): APIMessage | undefined =>
    rig.discord.world.messages(channel, viewer).at(-1);
  const untilTold = (userId: string): Promise<APIMessage> =>
    vi.waitFor(
      () => {
        const last = lastIn(channelId, userId);
        if (last?.mentions.some(({ id }) => id === userId) !== true) throw new Error('not told yet');
        return last;
      },
      { timeout: 10_000, interval: 20 },
    );

  test('is answered by a moderator, who waits is told, and other words find the answer', async () => {
    const nothing = await ask(mia, 'Is there a sauna for members?');
    expect(textOf(nothing)).toContain('I have nothing on that.');
    expect(textOf(await click(mia, nothing, tell).reply())).toBe('You will be told when it is answered.');
    expect(textOf(await click(mia, nothing, tell).reply())).toBe('You are on the list already.');

    const { list, gap } = await openGap('Is there a sauna for members?');
    expect(textOf(list)).toContain('1 person waits to be told');
    const opened = click(noor, gap, 'Answer it');
    const form = await opened.modal();
    expect(JSON.stringify(form)).toContain('Is there a sauna for members?');
    const saved = await noor
      .submitModal({
        interactionId: opened.id,
        values: {
          question: 'Is there a sauna for members?',
          answer: 'The sauna is behind the gym and warm from noon.',
          aliases: 'sweat room',
        },
      })
      .reply();
    expect(textOf(saved)).toContain('Saved. It answers from now on:');

    const told = await untilTold(seedIds.mia);
    expect(textOf(told)).toContain('A question that you asked has an answer now.');
    expect(textOf(told)).toContain('The sauna is behind the gym');
    expect(told.mentions.map(({ id }) => id)).toEqual([seedIds.mia]);
    expect(textOf(await ask(leo, 'where can members find the sweat room?'))).toContain('behind the gym');
    expect(textOf(await click(leo, nothing, tell).reply())).toContain('please ask again');
  });

  test('is counted once for all its phrasings, and becomes an alias of the entry that answers it', async () => {
    await ask(mia, 'Do you lend umbrellas to visitors?');
    await ask(leo, 'do you lend an umbrella to visitors');
    const { list, gap } = await openGap('Do you lend umbrellas to visitors?');
    expect(textOf(list)).toContain('asked 2 times');
    const { customId, values } = selectOf(gap);
    const value = values.get('Where do I return a book?');
    if (value === undefined) throw new Error('the entry is among the choices');
    const linked = await noor.chooseOptions({ messageId: gap.id, customId, values: [value] }).reply();
    expect(textOf(linked)).toContain('Answered from now on by: *Where do I return a book?*');
    expect(textOf(await ask(leo, 'Do you lend umbrellas to visitors?'))).toContain('green box');
    await click(noor, linked, 'Take it back').acknowledged();
    await vi.waitFor(async () => {
      expect(textOf(await ask(leo, 'Do you lend umbrellas to visitors?'))).not.toContain('green box');
    });
  });

  test('that is not for this server is not offered again', async () => {
    await ask(mia, 'Can you fix my neighbour?');
    const { gap } = await openGap('Can you fix my neighbour?');
    const dismissed = await click(noor, gap, 'Not for us').reply();
    expect(textOf(dismissed)).toContain('Such questions stay without a word from now on');
    const again = await ask(leo, 'can you fix my neighbour');
    expect(textOf(again)).toContain('I have nothing on that.');
    expect([...buttonsOf(again).keys()]).not.toContain(tell);
    await click(noor, dismissed, 'Take it back').acknowledged();
    await vi.waitFor(async () => {
      expect([...buttonsOf(await ask(leo, 'can you fix my neighbour')).keys()]).toContain(tell);
    });
  });

  test('is kept without mentions, addresses and long numbers', async () => {
    await ask(mia, 'Who sent 4915112345678 to ann@example.org about trombones?');
    const { list } = await openGap('Who sent to about trombones?');
    expect(textOf(list)).not.toMatch(/4915112345678|example\.org/);
  });

  test('asked for by a direct message is nobody else’s matter', async () => {
    const dm = mia.openDm().id;
    const asked = mia.sendMessage({ channelId: dm, content: 'Is the moon made of cheese?' });
    const reply = await untilReplied(rig.discord, asked);
    expect([...buttonsOf(reply).keys()]).not.toContain(tell);
    const list = await noor.runSlashCommand({ channelId: seedIds.staff, name: 'gaps' }).reply();
    expect(textOf(list)).not.toContain('cheese');
  });

  test('is shown and forgotten on the wish of who waits', async () => {
    const nothing = await ask(mia, 'Will it snow on Friday?');
    await click(mia, nothing, tell).reply();
    const shown = await mia.runSlashCommand({ channelId, name: 'privacy' }).reply();
    expect(textOf(shown)).toContain('you wait for 1 question to be answered');
    await click(mia, shown, 'Forget what I wait for').acknowledged();
    const after = await mia.runSlashCommand({ channelId, name: 'privacy' }).reply();
    expect(textOf(after)).toContain('Nothing is stored about you here.');
  });
});
