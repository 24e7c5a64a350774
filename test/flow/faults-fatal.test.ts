import { afterEach, describe, expect, test } from 'vitest';
import { seedIds } from '../../src/local/world/seed.ts';
import { askByMention, expectAnswer } from '../support/ask-library.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig, type RigOptions } from '../support/start-rig.ts';

describe('when going on is of no use, the bot', () => {
  let rig: Rig;

  const start = async (options: Partial<RigOptions> = {}): Promise<void> => {
    rig = await startRig({ knowledge: sampleKnowledge, ...options });
  };

  afterEach(() => rig.stop());

  /** It ends, with an exit code that is not 0 and one line for its operator. */
  const expectEnd = async (remedy: RegExp): Promise<void> => {
    expect(await rig.bot.ended).toEqual(expect.any(Number));
    expect(await rig.bot.ended).not.toBe(0);
    const lines = rig.bot.errors.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(remedy);
  };

  test.each([
    [4004, /copy it again from the Bot page/],
    [4010, /shard/],
    [4011, /more shards/],
    [4012, /update the bot/],
    [4013, /intents.*update the bot/],
    [4014, /switch on "Message Content Intent"/],
  ])('exits with a remedy when it is closed with %i while it runs', async (code, remedy) => {
    await start();
    rig.discord.faults.closeConnections(code);
    await expectEnd(remedy);
  });

  test.each([
    [4004, /copy it again from the Bot page/],
    [4013, /intents/],
  ])('exits with a remedy when it is closed with %i at login, and tries once', async (code, remedy) => {
    await start({
      waitsForBot: false,
      prepare: ({ faults }) => {
        faults.closeOnIdentify(code);
      },
    });
    await expectEnd(remedy);
    expect(rig.discord.ledger.identifyCount()).toBe(1);
  });

  test('exits with a remedy on a token that is wrong', async () => {
    await start({ waitsForBot: false, settings: { DISCORD_TOKEN: 'wrong.token.here' } });
    await expectEnd(/copy it again from the Bot page/);
    await rig.stop(['unauthorized']);
    await start({ waitsForBot: false });
  });

  test('exits with a remedy on a 401 while it runs, and sends at most one request after it', async () => {
    await start();
    rig.discord.faults.failRequests({ kind: 'unauthorized' }, { path: /^\/channels/ });
    askByMention(rig);
    await expectEnd(/copy it again from the Bot page/);
    const statuses = rig.discord.ledger.requests().map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(2);
  });

  test('does not start when fewer than 100 logins are left', async () => {
    await start({
      waitsForBot: false,
      prepare: ({ faults }) => {
        faults.setSessionStartLimit({ remaining: 99 });
      },
    });
    await expectEnd(/Only 99 logins are left/);
    expect(rig.discord.ledger.identifyCount()).toBe(0);
  });

  test('goes on without MessageContent when the portal refuses it, and says once which switch is off', async () => {
    await start({
      settings: { ANSWER_CHANNELS: seedIds.general },
      prepare: ({ faults }) => {
        faults.setMessageContentAllowed(false);
      },
    });
    const said = rig.bot.log().filter(({ msg }) => msg.includes('"Message Content Intent" is off'));
    expect(said).toHaveLength(1);
    await expectAnswer(rig, askByMention(rig));
  });
});
