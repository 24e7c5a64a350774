import { describe, expect, test, vi } from 'vitest';
import type { Faults } from '../../src/local/faults/faults.ts';
import { askByMention, expectAnswer, expectSlashAnswer } from '../support/ask-library.ts';
import type { Rig } from '../support/start-rig.ts';
import { withRig } from '../support/with-rig.ts';

const opcodes = { identify: 2, resume: 6 } as const;

const countReceived = ({ discord }: Rig, what: keyof typeof opcodes): number => {
  const received = discord.ledger.gateway().filter(({ direction }) => direction === 'received');
  return received.filter(({ op }) => op === opcodes[what]).length;
};

const untilReceived = (rig: Rig, what: keyof typeof opcodes, count: number): Promise<void> =>
  vi.waitFor(
    () => {
      expect(countReceived(rig, what)).toBe(count);
    },
    { timeout: 60_000, interval: 20 },
  );

const close =
  (code: number) =>
  (faults: Faults): void => {
    faults.closeConnections(code);
  };

const cuts: readonly ((faults: Faults) => void)[] = [
  (faults) => {
    faults.requestReconnect();
  },
  (faults) => {
    faults.dropConnections();
  },
  (faults) => {
    faults.invalidateSessions(true);
  },
  ...[4000, 4001, 4002, 4009].map(close),
];

const ends: readonly (readonly [string, (faults: Faults) => void])[] = [
  [
    'op 9 false',
    (faults) => {
      faults.invalidateSessions(false);
    },
  ],
  ...[1000, 4003, 4007, 4008].map((code) => [`a close with ${code}`, close(code)] as const),
];

const isDown = ({ msg }: { readonly msg: string }): boolean => msg.includes('connection to Discord is down');
const isBack = ({ msg }: { readonly msg: string }): boolean => msg.includes('connection to Discord is back');

// Most of the time these tests wait for discord.js, so they wait together.
describe.concurrent('when the connection to Discord suffers, the bot', { timeout: 180_000 }, () => {
  test('resumes after op 7, op 9 true, a cut, 4000-4002 and 4009, and answers once what it missed', () =>
    withRig({}, async (rig) => {
      for (const [index, cut] of cuts.entries()) {
        cut(rig.discord.faults);
        const missed = askByMention(rig);
        await untilReceived(rig, 'resume', index + 1);
        await expectAnswer(rig, missed);
      }
      expect(countReceived(rig, 'identify')).toBe(1);
    }));

  test.each(ends)('identifies anew after %s, not too early, and answers again', (_what, end) =>
    withRig({}, async (rig) => {
      end(rig.discord.faults);
      await untilReceived(rig, 'identify', 2);
      await rig.untilOnline();
      await expectAnswer(rig, askByMention(rig));
      await expectSlashAnswer(rig);
    }),
  );

  test('leaves a connection on which no heartbeat is acknowledged (4200), and resumes', () =>
    withRig({ discord: { heartbeatIntervalMs: 1_000 } }, async (rig) => {
      const lift = rig.discord.faults.withholdHeartbeatAcks();
      await untilReceived(rig, 'resume', 1);
      lift();
      expect(rig.discord.ledger.gateway().map(({ closeCode }) => closeCode)).toContain(4200);
      await rig.untilOnline();
      await expectAnswer(rig, askByMention(rig));
    }));

  test('says in its log that the connection is down while Discord is away, tries on, and says that it is back', () =>
    withRig({}, async (rig) => {
      const lift = rig.discord.faults.refuseConnections();
      await rig.bot.untilLogged(isDown);
      expect(rig.bot.isRunning).toBe(true);
      lift();
      await rig.bot.untilLogged(isBack);
      await expectAnswer(rig, askByMention(rig));
    }));

  test('says so too when the connection only looks open', () =>
    withRig({ discord: { heartbeatIntervalMs: 1_000 } }, async (rig) => {
      const lift = rig.discord.faults.freezeConnections();
      await rig.bot.untilLogged(isDown);
      lift();
      rig.discord.faults.dropConnections();
      await rig.bot.untilLogged(isBack);
      await expectAnswer(rig, askByMention(rig));
    }));

  test('survives events that are malformed', () =>
    withRig({}, async (rig) => {
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
    }));
});
