import { describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { askByMention, expectAnswer } from '../support/ask-library.ts';
import type { Rig } from '../support/start-rig.ts';
import { withRig } from '../support/with-rig.ts';

/** It ends, with an exit code that is not 0 and one line for its operator. */
const expectEnd = async ({ bot }: Rig, remedy: RegExp): Promise<void> => {
  const exit = await bot.ended;
  expect(exit).not.toBe(0);
  expect(typeof exit).toBe('number');
  const lines = bot.errors.trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(remedy);
};

const refusingIdentify = (code: number) => ({
  waitsForBot: false,
  prepare: ({ faults }: LocalDiscord): void => {
    faults.closeOnIdentify(code);
  },
});

// Each test ends a process of its own; starting one takes most of the time, so they start together.
describe.concurrent('when going on is of no use, the bot', { timeout: 180_000 }, () => {
  test.each([
    [4004, /copy it again from the Bot page/],
    [4010, /shard/],
    [4011, /more shards/],
    [4012, /update the bot/],
    [4013, /intents.*update the bot/],
    [4014, /switch on "Message Content Intent"/],
  ])('exits with a remedy when it is closed with %i while it runs', (code, remedy) =>
    withRig({}, async (rig) => {
      rig.discord.faults.closeConnections(code);
      await expectEnd(rig, remedy);
    }),
  );

  test.each([
    [4004, /copy it again from the Bot page/],
    [4013, /intents/],
    [4014, /switch on "Message Content Intent"/],
  ])('exits with a remedy when it is closed with %i at login, and tries once', (code, remedy) =>
    withRig(refusingIdentify(code), async (rig) => {
      await expectEnd(rig, remedy);
      expect(rig.discord.ledger.identifyCount()).toBe(1);
    }),
  );

  test('exits with a remedy on a token that is wrong', () =>
    withRig(
      { waitsForBot: false, settings: { DISCORD_TOKEN: 'wrong.token.here' }, allowed: ['unauthorized'] },
      async (rig) => {
        await expectEnd(rig, /copy it again from the Bot page/);
        expect(rig.discord.ledger.invalidRequestCount()).toBe(1);
      },
    ));

  test('exits with a remedy on a 401 while it runs, and sends at most one request after it', () =>
    withRig({}, async (rig) => {
      rig.discord.faults.failRequests({ kind: 'unauthorized' });
      askByMention(rig);
      await expectEnd(rig, /copy it again from the Bot page/);
      const statuses = rig.discord.ledger.requests().map(({ status }) => status);
      expect(statuses.length - statuses.indexOf(401)).toBeLessThanOrEqual(2);
    }));

  test('exits with a remedy when 500 requests were refused, long before Discord bars its address', () =>
    withRig({}, async (rig) => {
      const limited = {
        kind: 'rate-limited',
        retryAfterMs: 1,
        scope: 'user',
        header: true,
        body: 'json',
      } as const;
      rig.discord.faults.failRequests(limited);
      askByMention(rig);
      await expectEnd(rig, /refused 500 requests within ten minutes/);
      expect(rig.discord.ledger.invalidRequestCount()).toBeLessThan(600);
    }));

  test.each([
    [
      'the knowledge folder is missing',
      { KNOWLEDGE_DIR: '/nowhere' },
      /knowledge folder "\/nowhere" does not exist/,
    ],
    ['Discord cannot be reached', { DISCORD_API_URL: 'http://127.0.0.1:9/api' }, /check the network/],
  ])('does not start, and says what to do, when %s', (_what, settings, remedy) =>
    withRig({ waitsForBot: false, settings }, async (rig) => {
      await expectEnd(rig, remedy);
      expect(rig.discord.ledger.identifyCount()).toBe(0);
    }),
  );

  test('does not start when fewer than 100 logins are left', () => {
    const prepare = ({ faults }: LocalDiscord): void => {
      faults.setSessionStartLimit({ remaining: 99 });
    };
    return withRig({ waitsForBot: false, prepare }, async (rig) => {
      await expectEnd(rig, /Only 99 logins are left/);
      expect(rig.discord.ledger.identifyCount()).toBe(0);
    });
  });

  test('goes on without MessageContent when the portal refuses it, and says once which switch is off', () => {
    const prepare = ({ faults }: LocalDiscord): void => {
      faults.setMessageContentAllowed(false);
    };
    return withRig({ settings: { ANSWER_CHANNELS: seedIds.general }, prepare }, async (rig) => {
      const said = rig.bot.log().filter(({ msg }) => msg.includes('"Message Content Intent" is off'));
      expect(said).toHaveLength(1);
      await expectAnswer(rig, askByMention(rig));
    });
  });
});
