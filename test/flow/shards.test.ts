import { readFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { seedIds } from '../../src/local/world/seed.ts';
import { askByMention, expectAnswer } from '../support/ask-library.ts';
import type { BotProcess } from '../support/bot-process.ts';
import { textOf } from '../support/read-message.ts';
import {
  channelOf,
  expectAnswersOn,
  expectDirectAnswer,
  expectSpacing,
  fourShards,
  shardsSince,
  untilSessions,
} from '../support/sharded-rig.ts';
import type { Rig } from '../support/start-rig.ts';
import { withRig } from '../support/with-rig.ts';

const world = {
  discord: { seed: fourShards },
  prepare: ({ faults }: Rig['discord']): void => {
    faults.setSessionStartLimit({ maxConcurrency: 2 });
  },
};

/** Ids of the processes that a bot has started. */
const childrenOf = async (bot: BotProcess): Promise<readonly number[]> => {
  const lines = bot.log().filter(({ msg }) => msg === 'started a process');
  const pids = lines.flatMap(({ pid }) => (typeof pid === 'number' ? [pid] : []));
  const states = await Promise.all(pids.map(async (pid) => [pid, await isRunning(pid)] as const));
  return states.flatMap(([pid, runs]) => (runs ? [pid] : []));
};

const isRunning = (pid: number): Promise<boolean> =>
  readFile(`/proc/${pid}/stat`, 'utf8').then(
    (stat) => !stat.includes(') Z '),
    () => false,
  );

describe.concurrent('shards', { timeout: 180_000 }, () => {
  test('in one process answer in the servers of all of them', () =>
    withRig({ ...world, settings: { SHARDS: '4' } }, async ({ discord }) => {
      await untilSessions(discord, 4);
      await expectAnswersOn(discord);
      await expectDirectAnswer(discord);
      const status = async (shard: number): Promise<string> => {
        const run = { channelId: channelOf(shard), name: 'status' };
        return textOf(await discord.as(seedIds.noor).runSlashCommand(run).reply());
      };
      expect(await status(0)).toContain('Shards 0, 1, 2, 3 of 4 in this process, connected to Discord.');

      discord.faults.invalidateSessions(false);
      await untilSessions(discord, 6);
      const { back, lost } = shardsSince(discord, 4);
      expect(lost).toHaveLength(2);
      // The bot may still be reading that the first two are back.
      await vi.waitFor(
        async () => {
          expect(await status(back[0] ?? 0)).toContain(`reconnecting: ${lost.join(', ')}.`);
        },
        { timeout: 4000, interval: 50 },
      );
      await untilSessions(discord, 8);
      expectSpacing(discord, 2, 8);
    }));

  test('in one process go on without MessageContent when the portal refuses it', () => {
    const prepare = ({ faults }: Rig['discord']): void => {
      faults.setSessionStartLimit({ maxConcurrency: 2 });
      faults.setMessageContentAllowed(false);
    };
    return withRig({ settings: { SHARDS: '2', ANSWER_CHANNELS: seedIds.general }, prepare }, async (rig) => {
      await untilSessions(rig.discord, 2);
      await expectAnswer(rig, askByMention(rig));
    });
  });

  test('that are fewer than Discord recommends are named in the log', () => {
    const prepare = ({ faults }: Rig['discord']): void => {
      faults.setRecommendedShards(2);
    };
    // As a copy of .env.example has them; discord.js would take the count for 0.
    const settings = { SHARDS: '', SHARD_COUNT: '' };
    return withRig({ settings, prepare }, async ({ bot }) => {
      const line = await bot.untilLogged(({ msg }) => msg.includes('raise SHARDS'));
      expect(line).toMatchObject({ recommended: 2, set: 1 });
    });
  });

  test('in several processes are started again when one of these is killed, while the others answer; all end together', () =>
    withRig({ ...world, settings: { SHARDS: '4', SHARD_PROCESSES: '2' } }, async ({ discord, bot }) => {
      await untilSessions(discord, 4);
      await expectAnswersOn(discord);
      await expectDirectAnswer(discord);
      const [, second = 0] = await childrenOf(bot);
      process.kill(second, 'SIGKILL');
      await bot.untilLogged(({ msg }) => msg.includes('started again'));
      await expectAnswersOn(discord, [0, 1]);
      await untilSessions(discord, 6);
      await expectAnswersOn(discord);
      expectSpacing(discord, 2, 6);
      const children = await childrenOf(bot);
      expect(children).toHaveLength(2);
      expect(await bot.stop()).toBe(0);
      expect(await Promise.all(children.map(isRunning))).toEqual([false, false]);
    }));

  test('in several processes end when the one that started them is killed', () =>
    withRig({ ...world, settings: { SHARDS: '2', SHARD_PROCESSES: '2' } }, async ({ discord, bot }) => {
      await untilSessions(discord, 2);
      const children = await childrenOf(bot);
      expect(children).toHaveLength(2);
      bot.signal('SIGKILL');
      await vi.waitFor(
        async () => {
          expect(await Promise.all(children.map(isRunning))).toEqual([false, false]);
        },
        { timeout: 30_000, interval: 50 },
      );
    }));

  test('in several processes end for good on a token that is wrong, with its exit code and remedy', () =>
    withRig(
      {
        ...world,
        waitsForBot: false,
        settings: { DISCORD_TOKEN: 'wrong.token.here', SHARDS: '4', SHARD_PROCESSES: '4' },
        allowed: ['unauthorized'],
      },
      async ({ bot, discord }) => {
        expect(await bot.ended).toBe(3);
        const said = new Set(bot.errors.trim().split('\n'));
        expect([...said]).toEqual([expect.stringMatching(/copy it again from the Bot page/)]);
        expect(discord.ledger.identifyCount()).toBe(0);
      },
    ));
});
