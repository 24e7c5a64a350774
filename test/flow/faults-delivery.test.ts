import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { seedIds } from '../../src/local/world/seed.ts';
import { askByMention, expectAnswer, expectSlashAnswer } from '../support/ask-library.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const sendsMessage = z.object({ allowed_mentions: z.unknown() });
const interactionData = z.object({ token: z.string() });

describe('whatever Discord delivers late, twice or for nothing, the bot', () => {
  let rig: Rig;
  let allowed: string[];

  beforeEach(async () => {
    allowed = [];
    rig = await startRig({ knowledge: sampleKnowledge });
  });

  afterEach(() => rig.stop(allowed));

  test('answers each interaction once, although each is delivered three times', async () => {
    rig.discord.faults.duplicateEvents('INTERACTION_CREATE', 3);
    await expectSlashAnswer(rig);
    await expectSlashAnswer(rig);
    expect(rig.discord.ledger.interactions()).toMatchObject([
      { deliveries: 3, acknowledgements: 1, refusals: 0 },
      { deliveries: 3, acknowledgements: 1, refusals: 0 },
    ]);
  });

  test('answers each message once, although each is delivered three times', async () => {
    rig.discord.faults.duplicateEvents('MESSAGE_CREATE', 3);
    const asked = askByMention(rig);
    await expectAnswer(rig, asked);
    await expectAnswer(rig, askByMention(rig));
    const posts = rig.discord.ledger
      .requests()
      .filter(({ route }) => route === '/channels/{channel_id}/messages');
    expect(posts).toHaveLength(2);
  });

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

  test('counts an interaction that reached it too late, and goes on', async () => {
    const lift = rig.discord.faults.delayEvents('INTERACTION_CREATE', 3_100);
    const handle = rig.discord
      .as(seedIds.mia)
      .runSlashCommand({ channelId: seedIds.general, name: 'status' });
    lift();
    await handle.failed();
    const line = await rig.bot.untilLogged(({ msg }) =>
      msg.includes('an interaction was over before it was answered'),
    );
    expect(line).toMatchObject({ failure: 'expired' });
    expect(Number(line['ageMs'])).toBeGreaterThan(3_000);
    allowed = ['late-answer'];
    await expectSlashAnswer(rig);
  });

  test('counts an interaction whose token is void, and goes on', async () => {
    const lift = rig.discord.faults.delayEvents('INTERACTION_CREATE', 100);
    const handle = rig.discord
      .as(seedIds.mia)
      .runSlashCommand({ channelId: seedIds.general, name: 'status' });
    lift();
    rig.discord.faults.expireInteraction(handle.id);
    await rig.bot.untilLogged(({ msg }) => msg.includes('an interaction was over before it was answered'));
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
      const parsed = z.object({ d: interactionData }).safeParse(payload);
      return name === 'INTERACTION_CREATE' && parsed.success ? [parsed.data.d.token] : [];
    });
    expect(tokens).toHaveLength(2);
    for (const secret of [...tokens, discord.botToken, 'canary']) {
      expect(bot.output + bot.errors).not.toContain(secret);
    }
  });

  test('never pings: every message forbids all mentions', async () => {
    const asked = askByMention(rig);
    await expectAnswer(rig, asked);
    await expectSlashAnswer(rig);
    const bodies = rig.discord.ledger
      .requests()
      .flatMap(({ body }) => sendsMessage.safeParse(body).data ?? []);
    const sent = bodies.filter(({ allowed_mentions }) => allowed_mentions !== undefined);
    expect(sent.length).toBeGreaterThan(0);
    for (const { allowed_mentions } of sent) {
      expect(allowed_mentions).toMatchObject({ parse: [] });
      expect(allowed_mentions).not.toMatchObject({ replied_user: true });
    }
  });

  test('uses nothing that discord.js deprecates', async () => {
    await expectSlashAnswer(rig);
    await rig.bot.stop();
    expect(rig.bot.errors).toBe('');
  });
});
