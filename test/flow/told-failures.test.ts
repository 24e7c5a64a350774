import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { InteractionHandle } from '../../src/local/contract.ts';
import type { RequestMatch } from '../../src/local/faults/faults.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { textOf, untilReplied } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const channelId = seedIds.help;
const question = 'How many books may I borrow?';
const edits: RequestMatch = { method: 'PATCH', path: /^\/webhooks\// };
const posts: RequestMatch = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
/** The first attempt and its repetitions: from here on the bot gives up. */
const allAttempts = 4;
const unwell = { kind: 'server-error', status: 503 } as const;
const toldFault = /^That went wrong on my side\. Reference ([0-9a-f]{6})\.$/;

describe('when something fails, people are told', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge });
  });

  afterAll(() => rig.stop());

  const run = (name: string, options: Readonly<Record<string, string>>): InteractionHandle =>
    rig.discord.as(seedIds.mia).runSlashCommand({ channelId, name, options });

  /** The reference that the person was given stands in the log with the cause. */
  const expectCause = async (told: string): Promise<void> => {
    const [, reference] = toldFault.exec(told) ?? [];
    expect(reference, told).toBeDefined();
    const line = await rig.bot.untilLogged((each) => each['reference'] === reference);
    expect(line).toMatchObject({ level: 'error', error: { status: 503 } });
  };

  test('in private of a public reply that failed, by a reference that stands in the log', async () => {
    rig.discord.faults.failRequests(unwell, edits, allAttempts);
    const asked = run('ask', { question });
    const [told] = await asked.until(({ followUps }) => (followUps.length > 0 ? followUps : undefined));
    await expectCause(told === undefined ? '' : textOf(told));
    expect((told?.flags ?? 0) & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
    expect(asked.state().reply).toBeNull();
  });

  test('in private of a private reply that failed', async () => {
    rig.discord.faults.failRequests(unwell, edits, allAttempts);
    const asked = run('search', { words: 'books' });
    await expectCause(textOf(await asked.reply()));
    expect(asked.state().isEphemeral).toBe(true);
  });

  test('of an answer to a mention that failed, in its place', async () => {
    const { discord } = rig;
    discord.faults.failRequests(unwell, posts, allAttempts);
    const content = `<@${discord.botUserId}> ${question}`;
    const asked = discord.as(seedIds.mia).sendMessage({ channelId, content });
    await expectCause(textOf(await untilReplied(discord, asked)));
  });

  test('nothing when a moderator has deleted the message that was to hold the answer', async () => {
    const { discord, bot } = rig;
    const lift = discord.faults.failRequests({ kind: 'latency', delayMs: 500 }, edits);
    const asked = run('ask', { question });
    await asked.acknowledged();
    const waiting = discord.world.messages(channelId, seedIds.noor).at(-1);
    discord.as(seedIds.noor).deleteMessage(waiting?.id ?? '');
    await bot.untilLogged((line) => line['interactionId'] === asked.id && line['failure'] === 'gone');
    lift();
    expect(asked.state().followUps).toEqual([]);
  });

  test('that it is busy, when more ask at once than it can serve in time', async () => {
    const { discord } = rig;
    const lift = discord.faults.failRequests({ kind: 'latency', delayMs: 1000 }, { path: /\/callback$/ });
    const asked = Array.from({ length: 300 }, () => run('search', { words: 'books' }));
    const replies = await Promise.all(asked.map((each) => each.reply()));
    lift();
    const busy = replies.map(textOf).filter((text) => text.startsWith('Too many questions at once;'));
    // Those that it serves are served all the same; on a slow machine some are done before the last ones come.
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.length).toBeLessThanOrEqual(300 - 256);
    expect(asked.filter((each) => each.state().isEphemeral !== true)).toEqual([]);
    const askAgain = async (): Promise<string> => textOf(await run('search', { words: 'books' }).reply());
    await expect.poll(askAgain, { timeout: 10_000 }).toContain('seven books');
  });
});
