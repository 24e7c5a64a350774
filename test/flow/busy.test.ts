import { MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';

import { actionList, commandList, formList } from '../../src/command-list.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { withThreads } from '../support/open-threads.ts';
import { textOf } from '../support/read-message.ts';
import { slowKnowledge, slowQuestion } from '../support/slow-knowledge.ts';
import { startDispatch } from '../support/start-dispatch.ts';

const channelId = seedIds.help;

test(
  'a question that takes too long is cut off, and its asker told so plainly; the next one is answered',
  { timeout: 120_000 },
  () =>
    withThreads({ files: slowKnowledge, searchWithinMs: 30 }, async ({ library }) => {
      const jobs = { commands: commandList, actions: actionList, forms: formList };
      const { discord, logged, stop } = await startDispatch({ jobs, library, onRefused: () => undefined });
      const asked = discord
        .as(seedIds.mia)
        .runSlashCommand({ channelId, name: 'ask', options: { question: slowQuestion } });
      const told = await asked.until(({ followUps }) => followUps[0], 60_000);
      expect(textOf(told)).toBe('Too many questions at once; try again in a few seconds.');
      expect((told.flags ?? 0) & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
      expect(logged).toContain('the library was busy');
      expect(logged.join('\n')).not.toContain('pool');
      const status = async (): Promise<string> =>
        textOf(await discord.as(seedIds.mia).runSlashCommand({ channelId, name: 'status' }).reply());
      await expect.poll(status, { timeout: 60_000 }).toContain('4 FAQ entries');
      expect(discord.ledger.violations()).toEqual([]);
      await stop();
    }),
);
