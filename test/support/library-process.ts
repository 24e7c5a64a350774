import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { openWorkerLibrary } from '../../src/worker/open-worker-library.ts';
import { startTypescriptThread } from './start-typescript-thread.ts';

/**
 * A process of the bot as far as its library goes: it asks the question of one server again and again, and tells each
 * new answer, a line each.
 */
const { question, guildId, ...place } = z
  .object({
    knowledgeFolder: z.string(),
    dataFolder: z.string(),
    databaseUrl: z.string().nullable(),
    guildId: z.string(),
    question: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const { library } = await openWorkerLibrary({
  place,
  searchWithinMs: 60_000,
  startThread: startTypescriptThread,
  clock: { now: () => Date.now() },
  logger,
});
const scope = { guildId, reader: { channels: [], roles: [] }, caution: 'usual' } as const;
let told: string | null = null;
for (;;) {
  const answer = await library.answer(question, scope);
  const text = answer.outcome === 'answered' ? (answer.snippets[0]?.text ?? '') : answer.outcome;
  if (text !== told) writeSync(1, `${text}\n`);
  told = text;
  await pause(50);
}
