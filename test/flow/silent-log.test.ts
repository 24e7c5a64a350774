import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { seedIds } from '../../src/local/world/seed.ts';
import { buttonOf, textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

/** A word that nothing but the questions of this test has. */
const canary = 'xylocanary';
const question = `How many books may ${canary} borrow?`;
const channelId = seedIds.help;
const unwell = { kind: 'server-error', status: 503 } as const;
/** The first attempt and its repetitions. */
const allAttempts = 4;

const withToken = z.object({ d: z.object({ token: z.string() }) });

describe('the log of a bot that people ask in every way', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({
      knowledge: sampleKnowledge,
      settings: { COOLDOWN_SECONDS: '0', ANSWER_CHANNELS: seedIds.general },
    });
    await askInEveryWay(rig);
    await failInEveryWay(rig);
  }, 120_000);

  afterAll(() => rig.stop());

  test('tells of what went wrong', () => {
    const failures = rig.bot.log().filter(({ level }) => level === 'error');
    expect(new Set(failures.map(({ msg }) => msg))).toEqual(
      new Set(['a command failed', 'a message was not answered', 'a failure that nothing waited for']),
    );
  });

  test('holds not a word of what people asked', () => {
    expect(rig.bot.output + rig.bot.errors).not.toContain(canary);
    expect(rig.bot.output).not.toContain('borrow');
  });

  test('holds no token: not of the bot, and of no interaction', () => {
    const tokens = rig.discord.ledger.gateway().flatMap(({ name, payload }) => {
      const parsed = withToken.safeParse(payload);
      return name === 'INTERACTION_CREATE' && parsed.success ? [parsed.data.d.token] : [];
    });
    expect(tokens.length).toBeGreaterThan(5);
    for (const token of [rig.discord.botToken, ...tokens]) {
      expect(rig.bot.output + rig.bot.errors).not.toContain(token);
    }
  });

  test('names nobody', () => {
    for (const person of [seedIds.mia, seedIds.noor, 'Mia', 'Noor']) {
      expect(rig.bot.output).not.toContain(person);
    }
  });
});

async function askInEveryWay({ discord }: Rig): Promise<void> {
  const mia = discord.as(seedIds.mia);
  const mention = `<@${discord.botUserId}> ${question}`;
  for (const [name, option] of [
    ['ask', 'question'],
    ['search', 'words'],
  ] as const)
    await mia.runSlashCommand({ channelId, name, options: { [option]: question } }).reply();
  const typed = { channelId, name: 'faq', options: { entry: canary } };
  await mia.autocomplete({ ...typed, focused: 'entry' });
  await mia.runSlashCommand(typed).until(({ followUps }) => followUps[0]);

  const asked = mia.sendMessage({ channelId, content: mention });
  await untilReplied(discord, asked);
  mia.editMessage({ messageId: asked.id, content: `${mention} When does the reading room open?` });
  const thread = mia.createThread({ channelId, name: canary });
  await untilReplied(discord, mia.sendMessage({ channelId: thread.id, content: mention }));
  await untilReplied(discord, mia.sendMessage({ channelId: mia.openDm().id, content: question }));
  mia.sendMessage({ channelId: seedIds.general, content: question });

  const noor = discord.as(seedIds.noor);
  const target = mia.sendMessage({ channelId, content: 'How many books may I borrow?' });
  const preview = await noor.runMessageCommand({ name: 'Find the answer', messageId: target.id }).reply();
  await noor.clickButton({ messageId: preview.id, customId: buttonOf(preview, 'Why this answer') }).reply();
  noor.clickButton({ messageId: preview.id, customId: buttonOf(preview, 'Post it') });
  await untilReplied(discord, target);
  await noor.runSlashCommand({ channelId, name: 'refresh' }).reply();
}

async function failInEveryWay({ discord, bot }: Rig): Promise<void> {
  const mia = discord.as(seedIds.mia);
  discord.faults.failRequests(unwell, { method: 'PATCH', path: /^\/webhooks\// }, allAttempts);
  await mia
    .runSlashCommand({ channelId, name: 'ask', options: { question } })
    .until(({ followUps }) => followUps[0]);
  discord.faults.failRequests(unwell, { method: 'POST', path: /^\/channels\/\d+\/messages$/ }, allAttempts);
  const content = `<@${discord.botUserId}> ${question}`;
  const told = await untilReplied(discord, mia.sendMessage({ channelId, content }));
  expect(textOf(told)).toContain('Reference');
  const broken = { op: 0, t: 'MESSAGE_UPDATE', s: 9000, d: { id: '1', channel_id: null, content } };
  const empty = { op: 0, t: 'INTERACTION_CREATE', s: 9001, d: { id: '1', type: 2, data: null, content } };
  for (const event of [broken, empty]) discord.faults.sendRaw(JSON.stringify(event));
  await bot.untilLogged(({ msg }) => msg.includes('nothing waited for'));
}
