import { describe, expect, test } from 'vitest';

import { seedIds } from '../../src/local/world/seed.ts';
import { repliesTo, textOf } from '../support/read-message.ts';
import { withRig } from '../support/with-rig.ts';

const channelId = seedIds.help;
const question = 'How many books may I borrow?';
const edits = { method: 'PATCH', path: /^\/webhooks\// } as const;

describe.concurrent('a bot that is asked to stop', { timeout: 180_000 }, () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s finishes what it is answering, takes up nothing new, and ends with 0',
    (signal) =>
      withRig({}, async ({ discord, bot }) => {
        discord.faults.failRequests({ kind: 'latency', delayMs: 1500 }, edits);
        const mia = discord.as(seedIds.mia);
        const asked = mia.runSlashCommand({ channelId, name: 'ask', options: { question } });
        await asked.acknowledged();
        bot.signal(signal);
        await bot.untilLogged(({ msg }) => msg === 'stopping');
        const late = mia.sendMessage({ channelId, content: `<@${discord.botUserId}> ${question}` });
        expect(textOf(await asked.reply())).toContain('seven books');
        expect(await bot.ended).toBe(0);
        expect(bot.errors).toBe('');
        expect(repliesTo(discord, late)).toEqual([]);
        expect(discord.world.isBotOnline()).toBe(false);
      }),
  );

  test('while it is still starting ends as well', () =>
    withRig({ waitsForBot: false }, async ({ discord, bot }) => {
      discord.faults.failRequests({ kind: 'latency', delayMs: 3000 }, { path: /\/gateway\/bot$/ });
      await expect.poll(() => discord.ledger.requests().length, { timeout: 60_000 }).toBeGreaterThan(0);
      expect(await bot.stop()).toBe(0);
      expect(bot.errors).toBe('');
    }));
});
