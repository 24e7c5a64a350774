import { join } from 'node:path';

import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor, InteractionHandle } from '../../src/local/contract.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { openStore } from '../../src/storage/database/open-store.ts';
import { buttonOf, buttonsOf, selectOf, textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';
import { withRig } from '../support/with-rig.ts';

const channelId = seedIds.general;
const remove = 'Remove this answer';

const ask = (who: Actor, question: string): Promise<APIMessage> =>
  who.runSlashCommand({ channelId, name: 'ask', options: { question } }).reply();

const click = (who: Actor, message: APIMessage, label: string): InteractionHandle =>
  who.clickButton({ messageId: message.id, customId: buttonOf(message, label) });

/** Presses 👎 and chooses a reason; the private reply as it stands then. */
const giveReason = async (who: Actor, answer: APIMessage, reason: string): Promise<APIMessage> => {
  const reply = await click(who, answer, '👎').reply();
  const { customId, values } = selectOf(reply);
  const value = values.get(reason);
  if (value === undefined) throw new Error(`no reason "${reason}" in: ${[...values.keys()].join(', ')}`);
  return who.chooseOptions({ messageId: reply.id, customId, values: [value] }).reply();
};

describe('the votes under an answer', () => {
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

  /** What `/insights` shows of one passage: the line below its name. */
  const votesOn = async (place: string): Promise<string | undefined> => {
    const shown = textOf(await noor.runSlashCommand({ channelId: seedIds.staff, name: 'insights' }).reply());
    const lines = shown.split('\n');
    return lines[lines.findIndex((line) => /^\d+\\\. /u.test(line) && line.slice(4).startsWith(place)) + 1];
  };
  /** How often the passage was asked, as `/insights` says. */
  const timesAsked = async (place: string): Promise<number> => {
    const shown = textOf(await noor.runSlashCommand({ channelId: seedIds.staff, name: 'insights' }).reply());
    const line = shown.split('\n').find((each) => each.includes(` × ${place}`));
    return Number(/ (\d+) ×/u.exec(line ?? '')?.[1] ?? 0);
  };
  const isThere = (message: APIMessage): boolean =>
    rig.discord.world.messages(channelId, seedIds.mia).some(({ id }) => id === message.id);

  test('are noted in one sentence that only the voter sees, and change nothing for the others', async () => {
    const answer = await ask(mia, 'How many books may I borrow?');
    const helped = click(leo, answer, '👍');
    expect(textOf(await helped.reply())).toBe('Noted: this helped.');
    expect(helped.state().isEphemeral).toBe(true);
    const inSpanish = leo.clickButton({
      messageId: answer.id,
      customId: buttonOf(answer, '👎'),
      locale: 'es-ES',
    });
    expect(textOf(await inSpanish.reply())).toBe('Anotado: esto no ayudó. Puedes decir por qué.');
    expect(inSpanish.state().isEphemeral).toBe(true);
    expect(textOf(await ask(mia, 'How many books may I borrow?'))).toBe(textOf(answer));
  });

  test('count once a person, the last one, with its reason, as moderators see', async () => {
    const answer = await ask(mia, 'Where do I return a book?');
    await click(mia, answer, '👍').reply();
    await click(mia, answer, '👎').reply();
    expect(await votesOn('Where do I return a book? · The library')).toBe('👍 0 · 👎 1');
    const said = await giveReason(mia, answer, 'Outdated');
    expect(textOf(said)).toBe('Noted: this did not help. *Outdated*');
    await giveReason(leo, answer, 'Right, but no help');
    await click(noor, answer, '👍').reply();
    expect(await votesOn('Where do I return a book? · The library')).toBe(
      '👍 1 · 👎 2 · Outdated 1 · Right, but no help 1',
    );
    await click(mia, answer, '👍').reply();
    expect(await votesOn('Where do I return a book? · The library')).toBe(
      '👍 2 · 👎 1 · Right, but no help 1',
    );
  });

  test('are shown to moderators alone, beside what was asked in vain', async () => {
    await ask(mia, 'Is there a sauna for members?');
    const shown = noor.runSlashCommand({ channelId: seedIds.staff, name: 'insights' });
    const text = textOf(await shown.reply());
    expect(text).toContain('**Votes of the last 30 days**');
    expect(text).toContain('**1 question without an answer:**\nIs there a sauna for members?');
    expect(shown.state().isEphemeral).toBe(true);
    const listed = await click(noor, await shown.reply(), 'All questions').reply();
    expect(selectOf(listed).values.has('Is there a sauna for members?')).toBe(true);

    const refused = mia.runSlashCommand({ channelId, name: 'insights' });
    expect(textOf(await refused.reply())).toBe('Only moderators can do that.');
    expect(refused.state().isEphemeral).toBe(true);
  });

  test('stand beside how often each entry answered, by whichever words', async () => {
    const place = 'When does the reading room open?';
    const before = await timesAsked(place);
    await ask(leo, place);
    await ask(mia, 'when is the reading room open');
    // Counts are written once a second.
    await expect.poll(() => timesAsked(place), { timeout: 20_000 }).toBe(before + 2);
  });

  test('stand under an answer to a message too, and not where there is nothing to vote on', async () => {
    const content = `<@${rig.discord.botUserId}> how do I open a drawer`;
    const answer = await untilReplied(rig.discord, mia.sendMessage({ channelId, content }));
    expect(textOf(await click(leo, answer, '👍').reply())).toBe('Noted: this helped.');
    const nothing = await ask(mia, 'What is the capital of France?');
    expect([...buttonsOf(nothing).keys()]).not.toContain('👍');
    const { id: dm } = mia.openDm();
    const direct = mia.sendMessage({ channelId: dm, content: 'how do I open a drawer' });
    const labels = [...buttonsOf(await untilReplied(rig.discord, direct)).keys()];
    expect(labels).toContain('Why this answer');
    expect(labels).not.toContain('👍');
  });

  test('let the asker remove the answer, also after a reason was given', async () => {
    const answer = await ask(mia, 'What do copies of maps cost?');
    const said = await giveReason(mia, answer, 'Not my question');
    const removed = click(mia, said, remove);
    await removed.until(({ reply }) => (reply !== null && buttonsOf(reply).size === 0 ? true : undefined));
    expect(textOf(await removed.reply())).toBe('The answer is removed.');
    expect(isThere(answer)).toBe(false);
  });

  test('let moderators remove an answer, and no other member', async () => {
    const answer = await ask(mia, 'When does the reading room open?');
    expect([...buttonsOf(await click(leo, answer, '👎').reply()).keys()]).not.toContain(remove);
    rig.discord.faults.setMemberRoles(seedIds.guild, seedIds.leo, [seedIds.moderatorRole]);
    const offered = await click(leo, answer, '👎').reply();
    rig.discord.faults.setMemberRoles(seedIds.guild, seedIds.leo, []);
    expect(textOf(await click(leo, offered, remove).reply())).toBe(
      'Only who asked and moderators can remove an answer.',
    );
    expect(isThere(answer)).toBe(true);

    const first = await click(noor, answer, '👎').reply();
    const second = await click(noor, answer, '👎').reply();
    expect(textOf(await click(noor, first, remove).reply())).toBe('The answer is removed.');
    expect(isThere(answer)).toBe(false);
    expect(textOf(await click(noor, second, remove).reply())).toBe(
      'The answer is gone already, or I may not remove it here.',
    );

    const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const dataFolder = join(rig.home, 'data');
    const store = await openStore({ dataFolder, databaseUrl: null, logger: silent });
    const rows = await store.audit.list(seedIds.guild, 100);
    await store.close();
    const removals = rows.filter(({ action }) => action === 'answer.remove');
    expect(removals.map(({ by, outcome }) => [by, outcome])).toEqual([
      [seedIds.noor, 'done'],
      [seedIds.noor, 'done'],
      [seedIds.leo, 'refused'],
    ]);
  });

  test('offer no removal of what only the voter sees', async () => {
    const answer = await ask(mia, 'How do I open a drawer?');
    const [related = ''] = buttonsOf(answer).keys();
    const asked = click(mia, answer, related);
    const reply = await asked.reply();
    expect(asked.state().isEphemeral).toBe(true);
    const voted = await click(mia, reply, '👎').reply();
    expect(textOf(voted)).toContain('Noted: this did not help.');
    expect([...buttonsOf(voted).keys()]).not.toContain(remove);
  });
});

test('a vote on an answer of before a restart says that it is too old', async () => {
  await withRig({}, async ({ discord, bot, startBot, untilOnline }) => {
    const mia = discord.as(seedIds.mia);
    const answer = await ask(mia, 'Where do I return a book?');
    const offered = await click(mia, answer, '👎').reply();
    await bot.stop();
    const second = startBot();
    await second.untilLogged(({ msg }) => msg === 'ready');
    await untilOnline();
    for (const [message, label] of [
      [answer, '👍'],
      [answer, '👎'],
      [offered, remove],
    ] as const) {
      expect(textOf(await click(mia, message, label).reply())).toBe(
        'That button is too old; please ask again.',
      );
    }
  });
});
