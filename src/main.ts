import { config } from 'dotenv';

import { readSettings, type Settings } from './config/settings.ts';
import { describeError } from './discord/describe-error.ts';
import type { Logger } from './library/ports.ts';
import { createLogger } from './logging/create-logger.ts';
import { startBot, type RunningBot } from './start-bot.ts';

const badUsage = 2;

config({ quiet: true });
const reading = readSettings(process.env);
if (reading.outcome === 'faulty') {
  for (const fault of reading.faults) tell(fault);
  process.exitCode = badUsage;
} else if (reading.settings.token === null) {
  tell('There is no DISCORD_TOKEN yet: copy .env.example to .env and put the token of your bot there.');
  tell('To try the answers without Discord: npm run ask -- "your question"');
  process.exitCode = badUsage;
} else {
  await run(reading.settings.token, reading.settings);
}

async function run(token: string, settings: Settings): Promise<void> {
  const logger = createLogger({
    level: settings.logLevel,
    secrets: [token],
    write: (line) => process.stdout.write(line),
  });
  surviveStrayFailures(logger);
  let bot: RunningBot | null = null;
  const stop = once(async () => {
    await bot?.stop();
    process.exit();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      logger.info({ signal }, 'stopping');
      void stop();
    });
  }
  bot = await start(token, settings, logger);
  if (bot === null) return;
  const { exitCode, remedy } = await bot.ended;
  logger.error({ exitCode }, remedy);
  tell(remedy);
  process.exitCode = exitCode;
  await stop();
}

/** @returns null when the knowledge cannot be read, after saying so. */
async function start(token: string, settings: Settings, logger: Logger): Promise<RunningBot | null> {
  try {
    return await startBot({ token, settings, logger, clock: { now: () => Date.now() } });
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    process.exitCode = badUsage;
    return null;
  }
}

/** The last resort: a malformed event can make discord.js reject where nobody listens. It is no reason to stop answering. */
function surviveStrayFailures(logger: Logger): void {
  let count = 0;
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (error: unknown) => {
      count += 1;
      logger.error({ event, count, error: describeError(error) }, 'a failure that nothing waited for');
    });
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= run());
}

/** For the person at the terminal. */
function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
