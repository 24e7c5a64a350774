import { describe, expect, test } from 'vitest';
import { seedIds } from '../../src/local/world/seed.ts';
import { textOf } from '../support/read-message.ts';
import {
  channelOf,
  expectAnswerOn,
  expectAnswersOn,
  expectDirectAnswer,
  expectSpacing,
  fourShards,
  untilSessions,
} from '../support/sharded-rig.ts';
import type { Rig } from '../support/start-rig.ts';
import { lacksPostgres, makePlace, nameKind } from '../support/store-place.ts';
import { withRig } from '../support/with-rig.ts';

/** Noor writes an entry in the server of a shard. */
const writeEntry = async (
  { discord }: Rig,
  shard: number,
  question: string,
  answer: string,
): Promise<void> => {
  const noor = discord.as(seedIds.noor);
  const opened = noor.runSlashCommand({ channelId: channelOf(shard), name: 'entry add' });
  await opened.modal();
  const saved = noor.submitModal({ interactionId: opened.id, values: { question, answer } });
  expect(textOf(await saved.reply())).toContain('Saved.');
};

describe.skipIf(lacksPostgres)(
  `four machines with a shard each on one store in ${nameKind('PostgreSQL')}`,
  () => {
    test('start together, log in one after the other, answer each for its servers, and lose no more than one when it is killed', async () => {
      const { place, remove } = await makePlace('PostgreSQL');
      const settingsOf = (shard: number): Readonly<Record<string, string>> => ({
        DATABASE_URL: place.databaseUrl ?? '',
        SHARD_LIST: String(shard),
        SHARD_COUNT: '4',
      });
      try {
        await withRig(
          {
            discord: { seed: fourShards },
            prepare: ({ faults }) => {
              faults.setSessionStartLimit({ maxConcurrency: 2 });
            },
            settings: settingsOf(0),
            waitsForBot: false,
          },
          async (rig) => {
            const { discord } = rig;
            const last = [1, 2, 3].map((shard) => rig.startBot(settingsOf(shard))).at(-1);
            await untilSessions(discord, 4);
            await rig.untilOnline();
            // By mistake, on one more machine.
            const double = rig.startBot({ ...settingsOf(1), SHARD_LIST: '1-2' });
            await expectAnswersOn(discord);
            await expectDirectAnswer(discord);

            discord.faults.invalidateSessions(false);
            await untilSessions(discord, 8);
            await expectAnswersOn(discord);

            await writeEntry(rig, 3, 'When is the sauna warm?', 'The sauna is warm from noon.');
            last?.signal('SIGKILL');
            await last?.ended;
            await expectAnswersOn(discord, [0, 1, 2]);
            // Any machine may take the shard over.
            rig.startBot(settingsOf(3));
            await untilSessions(discord, 9);
            await expectAnswersOn(discord);
            await expectAnswerOn(discord, 3, 'When is the sauna warm?', 'from noon');
            expect(await double.ended).toBe(9);
            expect(double.errors).toContain('Another process has shards of this one already (1, 2)');
            // It did not log in.
            expectSpacing(discord, 2, 9);
          },
        );
      } finally {
        await remove();
      }
    }, 180_000);
  },
);
