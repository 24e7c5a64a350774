import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RequestFault, RequestMatch } from '../../src/local/faults/faults.ts';
import type { RequestRecord } from '../../src/local/ledger/ledger.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { askByMention, expectAnswer, expectSlashAnswer } from '../support/ask-library.ts';
import { repliesTo } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const posts: RequestMatch = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
const callbacks: RequestMatch = { method: 'POST', path: /\/callback$/ };
const edits: RequestMatch = { method: 'PATCH', path: /^\/webhooks\// };

const limited = (
  scope: 'user' | 'shared' | 'global',
  header: boolean,
  body: 'json' | 'html',
): RequestFault => ({
  kind: 'rate-limited',
  retryAfterMs: 300,
  scope,
  header,
  body,
});

describe('when requests to Discord fail, the bot', () => {
  let rig: Rig;
  let earlier: { readonly requests: number; readonly invalid: number };

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge });
  });

  beforeEach(() => {
    const { ledger } = rig.discord;
    earlier = { requests: ledger.requests().length, invalid: ledger.invalidRequestCount() };
  });

  afterAll(() => rig.stop());

  /** Messages that the bot sent to channels in this test. */
  const postsSent = (): readonly RequestRecord[] =>
    rig.discord.ledger
      .requests()
      .slice(earlier.requests)
      .filter(({ route, method }) => method === 'POST' && route === '/channels/{channel_id}/messages');
  const invalidRequests = (): number => rig.discord.ledger.invalidRequestCount() - earlier.invalid;
  const saysItMayNotWrite = (channelId: string): Promise<unknown> =>
    rig.bot.untilLogged(
      (line) => line.msg.includes('may not write in this channel') && line['channelId'] === channelId,
    );

  test.each([
    ['for itself', limited('user', true, 'json')],
    ['for a shared resource', limited('shared', true, 'json')],
    ['for all of its requests', limited('global', true, 'json')],
    ['from in front of Discord, as a page', limited('user', true, 'html')],
  ])('waits as long as a rate limit %s asks, then answers once', async (_what, fault) => {
    rig.discord.faults.failRequests(fault, posts, 1);
    await expectAnswer(rig, askByMention(rig));
    const [first, second] = postsSent();
    expect(first?.status).toBe(429);
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(250);
    expect(invalidRequests()).toBe(1);
  });

  test('is not thrown off by a rate limit without the header', async () => {
    rig.discord.faults.failRequests(limited('user', false, 'json'), posts, 1);
    await expectAnswer(rig, askByMention(rig));
  });

  test.each([500, 502, 503] as const)(
    'tries again after %i, later each time, and answers once',
    async (status) => {
      rig.discord.faults.failRequests({ kind: 'server-error', status }, posts, 2);
      await expectAnswer(rig, askByMention(rig));
      const times = postsSent().map(({ atMs }) => atMs);
      expect(times).toHaveLength(3);
      const [first = 0, second = 0, third = 0] = times;
      expect(second - first).toBeGreaterThanOrEqual(200);
      expect(third - second).toBeGreaterThanOrEqual(400);
    },
  );

  test.each(['before-commit', 'after-commit'] as const)(
    'answers once when the connection is reset %s',
    async (when) => {
      rig.discord.faults.failRequests({ kind: 'reset', when }, posts, 1);
      const asked = askByMention(rig);
      await vi.waitFor(
        () => {
          expect(postsSent().map(({ status }) => status)).toEqual([null, 200]);
        },
        { timeout: 10_000 },
      );
      await expectAnswer(rig, asked);
    },
  );

  test('fills in its answer although the first edit breaks', async () => {
    rig.discord.faults.failRequests({ kind: 'server-error', status: 503 }, edits, 1);
    rig.discord.faults.failRequests({ kind: 'reset', when: 'after-commit' }, edits, 1);
    await expectSlashAnswer(rig);
  });

  test.each(['hang', 'half-answer'] as const)(
    'gives an answer although its acknowledgement meets a %s',
    async (kind) => {
      rig.discord.faults.failRequests({ kind }, callbacks, 1);
      const id = await expectSlashAnswer(rig);
      const record = rig.discord.ledger.interactions().find((each) => each.id === id);
      expect(record).toMatchObject({ acknowledgements: 1, refusals: 0 });
    },
  );

  test('sends the rest when the question is deleted before the reply', async () => {
    rig.discord.faults.failRequests({ kind: 'delete-referenced-message' }, posts, 1);
    const asked = askByMention(rig);
    await vi.waitFor(
      () => {
        expect(postsSent().map(({ status }) => status)).toEqual([200]);
      },
      { timeout: 10_000 },
    );
    expect(rig.discord.world.message(asked.id)).toBeNull();
    await expectAnswer(rig, askByMention(rig));
  });

  test('keeps out of a channel in which it may not write, and says so once', async () => {
    rig.discord.faults.failRequests({ kind: 'forbidden', code: 50_013 }, posts, 1);
    askByMention(rig, seedIds.general);
    await saysItMayNotWrite(seedIds.general);
    const ignored = askByMention(rig, seedIds.general);
    await expectAnswer(rig, askByMention(rig, seedIds.help));
    expect(repliesTo(rig.discord, ignored)).toEqual([]);
    expect(invalidRequests()).toBe(1);
  });

  test('looks at its permissions first: it sends nothing where it may not write', async () => {
    const giveBack = rig.discord.faults.denyBotPermissions(
      seedIds.announcements,
      PermissionFlagsBits.SendMessages,
    );
    const { botUserId } = rig.discord;
    const content = `<@${botUserId}> How many books may I borrow?`;
    rig.discord.as(seedIds.noor).sendMessage({ channelId: seedIds.announcements, content });
    await saysItMayNotWrite(seedIds.announcements);
    expect(invalidRequests()).toBe(0);
    await expectSlashAnswer(rig);
    giveBack();
  });

  test('sends nothing either where it may not read what it would reply to', async () => {
    const { ReadMessageHistory } = PermissionFlagsBits;
    const giveBack = rig.discord.faults.denyBotPermissions(seedIds.questions, ReadMessageHistory);
    const content = `<@${rig.discord.botUserId}> How many books may I borrow?`;
    const post = { forumId: seedIds.questions, name: 'Borrowing', content };
    const { thread } = rig.discord.as(seedIds.mia).createPost(post);
    await saysItMayNotWrite(thread.id);
    expect(postsSent()).toEqual([]);
    giveBack();
  });

  test('takes it that a person accepts no direct messages (50007)', async () => {
    rig.discord.faults.failRequests({ kind: 'forbidden', code: 50_007 }, posts, 1);
    const mia = rig.discord.as(seedIds.mia);
    mia.sendMessage({ channelId: mia.openDm().id, content: 'How many books may I borrow?' });
    await rig.bot.untilLogged(({ level }) => level === 40 || level === 'warn');
    await expectAnswer(rig, askByMention(rig));
    expect(postsSent().map(({ status }) => status)).toEqual([403, 200]);
  });
});
