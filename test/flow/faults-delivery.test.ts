import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { seedIds } from '../../src/local/world/seed.ts';
import { askByMention, expectAnswer, expectSlashAnswer } from '../support/ask-library.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const sendsMessage = z.object({ allowed_mentions: z.unknown() });

describe('whatever Discord delivers late, twice or for nothing, the bot', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge });
  });

  afterAll(() => rig.stop(['late-answer']));

  test('answers each interaction once, although each is delivered three times', async () => {
    const lift = rig.discord.faults.duplicateEvents('INTERACTION_CREATE', 3);
    await expectSlashAnswer(rig);
    await expectSlashAnswer(rig);
    lift();
    expect(rig.discord.ledger.interactions()).toMatchObject([
      { deliveries: 3, acknowledgements: 1, refusals: 0 },
      { deliveries: 3, acknowledgements: 1, refusals: 0 },
    ]);
  });

  test('answers each message once, although each is delivered three times', async () => {
    const lift = rig.discord.faults.duplicateEvents('MESSAGE_CREATE', 3);
    const asked = askByMention(rig);
    await expectAnswer(rig, asked);
    await expectAnswer(rig, askByMention(rig));
    lift();
    const posts = rig.discord.ledger
      .requests()
      .filter(({ route }) => route === '/channels/{channel_id}/messages');
    expect(posts).toHaveLength(2);
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

  test('hears a direct message, whose channel it has never seen', async () => {
    const { id } = rig.discord.as(seedIds.mia).openDm();
    await expectAnswer(rig, askByMention(rig, id));
  });
});
