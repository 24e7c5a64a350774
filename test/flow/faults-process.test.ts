import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { seedIds } from '../../src/local/world/seed.ts';
import { askByMention, expectAnswer, expectSlashAnswer } from '../support/ask-library.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const interactionEvent = z.object({ d: z.object({ token: z.string() }) });
const callbacks = { method: 'POST', path: /\/callback$/ } as const;

describe('a process of the bot', () => {
  let rig: Rig;
  let allowed: string[];

  beforeEach(async () => {
    allowed = [];
    rig = await startRig({ knowledge: sampleKnowledge });
  });

  afterEach(() => rig.stop(allowed));

  test('answers once for two processes on the same token', async () => {
    // Two processes log in one after the other, and only one of them can acknowledge.
    allowed = ['identify-too-early', 'second-acknowledgement'];
    rig.startBot();
    await vi.waitFor(
      () => {
        const ready = rig.discord.ledger.gateway().filter(({ name }) => name === 'READY');
        expect(ready).toHaveLength(2);
      },
      { timeout: 20_000, interval: 20 },
    );
    await expectSlashAnswer(rig);
    await expectAnswer(rig, askByMention(rig));
    const [interaction] = rig.discord.ledger.interactions();
    expect(interaction).toMatchObject({ deliveries: 2, acknowledgements: 1 });
  });

  test('never repeats an acknowledgement, even one that was reset or refused by a fault of Discord', async () => {
    for (const fault of [
      { kind: 'reset', when: 'before-commit' },
      { kind: 'server-error', status: 500 },
    ] as const) {
      rig.discord.faults.failRequests(fault, callbacks, 1);
      const handle = rig.discord
        .as(seedIds.mia)
        .runSlashCommand({ channelId: seedIds.general, name: 'status' });
      await handle.failed();
      const sent = rig.discord.ledger
        .requests()
        .filter(({ path }) => path.includes(`/interactions/${handle.id}/`));
      expect(sent).toHaveLength(1);
    }
    // Without an acknowledgement there is no message to fill in, which the bot finds out by trying.
    allowed = ['message-before-acknowledgement'];
    await expectSlashAnswer(rig);
  });

  test('never writes a token or the text of a question into its log, whatever fails', async () => {
    const { discord, bot } = rig;
    discord.faults.failRequests({ kind: 'server-error', status: 500 }, { path: /\/callback$/ }, 1);
    const failing = discord.as(seedIds.mia).runSlashCommand({
      channelId: seedIds.general,
      name: 'ask',
      options: { question: 'Where is the canary?' },
    });
    await failing.failed();
    allowed = ['message-before-acknowledgement'];
    await bot.untilLogged(({ msg }) => msg.includes('interaction'));
    await expectSlashAnswer(rig);
    const tokens = discord.ledger.gateway().flatMap(({ name, payload }) => {
      const parsed = interactionEvent.safeParse(payload);
      return name === 'INTERACTION_CREATE' && parsed.success ? [parsed.data.d.token] : [];
    });
    expect(tokens).toHaveLength(2);
    for (const secret of [...tokens, discord.botToken, 'canary']) {
      expect(bot.output + bot.errors).not.toContain(secret);
    }
  });

  test('uses nothing that discord.js deprecates', async () => {
    await expectSlashAnswer(rig);
    await rig.bot.stop();
    expect(rig.bot.errors).toBe('');
  });
});
