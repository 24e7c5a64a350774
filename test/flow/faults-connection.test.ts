import { afterEach, describe, expect, test, vi } from 'vitest';
import { askByMention, expectAnswer, expectSlashAnswer } from '../support/ask-library.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig, type RigOptions } from '../support/start-rig.ts';

const resume = 6;
const identify = 2;

describe('when the connection to Discord suffers, the bot', () => {
  let rig: Rig;

  const start = async (options: Partial<RigOptions> = {}): Promise<void> => {
    rig = await startRig({ knowledge: sampleKnowledge, ...options });
  };

  afterEach(() => rig.stop());

  const count = (op: number): number =>
    rig.discord.ledger.gateway().filter((record) => record.direction === 'received' && record.op === op)
      .length;
  const untilCount = (op: number, wanted: number): Promise<void> =>
    vi.waitFor(
      () => {
        expect(count(op)).toBe(wanted);
      },
      { timeout: 15_000, interval: 20 },
    );

  test('resumes after a reconnect (op 7), a cut and 4000-4002 and 4009, and answers once what it missed', async () => {
    await start();
    const { faults } = rig.discord;
    const cuts = [
      () => {
        faults.requestReconnect();
      },
      () => {
        faults.dropConnections();
      },
      ...[4000, 4001, 4002, 4009].map((code) => () => {
        faults.closeConnections(code);
      }),
    ];
    for (const [index, cut] of cuts.entries()) {
      cut();
      const missed = askByMention(rig);
      await untilCount(resume, index + 1);
      await expectAnswer(rig, missed);
    }
    expect(count(identify)).toBe(1);
  });

  test.each([
    [
      'its session is invalid (op 9 false)',
      ({ discord }: Rig) => {
        discord.faults.invalidateSessions(false);
      },
    ],
    [
      '4007',
      ({ discord }: Rig) => {
        discord.faults.closeConnections(4007);
      },
    ],
  ])('identifies anew after %s, and answers again', async (_what, strike) => {
    await start();
    strike(rig);
    await untilCount(identify, 2);
    await rig.untilOnline();
    await expectAnswer(rig, askByMention(rig));
    await expectSlashAnswer(rig);
  });

  test('leaves a connection on which no heartbeat is acknowledged (4200), and resumes', async () => {
    await start({ discord: { heartbeatIntervalMs: 500 } });
    const lift = rig.discord.faults.withholdHeartbeatAcks();
    await untilCount(resume, 1);
    lift();
    const codes = rig.discord.ledger.gateway().map(({ closeCode }) => closeCode);
    expect(codes).toContain(4200);
    await rig.untilOnline();
    await expectAnswer(rig, askByMention(rig));
  });

  test('says in its log that the connection is down while Discord is away, tries on, and says that it is back', async () => {
    await start();
    const lift = rig.discord.faults.refuseConnections();
    await rig.bot.untilLogged(({ msg }) => msg.includes('connection to Discord is down'));
    expect(rig.bot.isRunning).toBe(true);
    lift();
    await rig.bot.untilLogged(({ msg }) => msg.includes('connection to Discord is back'));
    await expectAnswer(rig, askByMention(rig));
  });

  test('says so too when the connection only looks open', async () => {
    await start({ discord: { heartbeatIntervalMs: 500 } });
    const lift = rig.discord.faults.freezeConnections();
    await rig.bot.untilLogged(({ msg }) => msg.includes('connection to Discord is down'));
    lift();
    rig.discord.faults.dropConnections();
    await rig.bot.untilLogged(({ msg }) => msg.includes('connection to Discord is back'));
    await expectAnswer(rig, askByMention(rig));
  });

  test('survives events that are malformed', async () => {
    await start();
    const broken = [
      { op: 0, t: 'MESSAGE_CREATE', s: 900, d: {} },
      { op: 0, t: 'MESSAGE_UPDATE', s: 901, d: { id: '1', channel_id: null } },
      { op: 0, t: 'INTERACTION_CREATE', s: 902, d: { id: '1', type: 2, data: null } },
      { op: 0, t: 'GUILD_CREATE', s: 903, d: { id: '1' } },
    ];
    for (const payload of broken) rig.discord.faults.sendRaw(JSON.stringify(payload));
    await expectAnswer(rig, askByMention(rig));
    await rig.bot.untilLogged(({ msg }) => msg.includes('a failure that nothing waited for'));
    expect(rig.bot.isRunning).toBe(true);
  });
});
