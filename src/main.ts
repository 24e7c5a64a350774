import { config } from 'dotenv';

import { readSettings, type Settings } from './config/settings.ts';
import { describeError } from './discord/describe-error.ts';
import type { Logger } from './library/ports.ts';
import { createLogger } from './logging/create-logger.ts';
import { startBot, type RunningBot } from './start-bot.ts';
import type { LocalMode } from './start-local.ts';
import { startThread } from './worker/start-thread.ts';

const badUsage = 2;

const unknown = process.argv.slice(2).find((word) => word !== '--local');
config({ quiet: true });
const reading = readSettings(process.env);
if (unknown !== undefined) {
  tell(`"${unknown}" is not known here: the only option is --local, and all settings stand in .env.`);
  process.exitCode = badUsage;
} else if (reading.outcome === 'faulty') {
  for (const fault of reading.faults) tell(fault);
  process.exitCode = badUsage;
} else if (reading.settings.token === null || process.argv.includes('--local')) {
  await runLocally(reading.settings);
} else {
  await run(reading.settings.token, reading.settings);
}

/** The same bot on a Discord of its own, which is loaded for this only. */
async function runLocally(settings: Settings): Promise<void> {
  const { startLocalMode } = await import('./start-local.ts');
  try {
    const local = await startLocalMode(settings, (line) => process.stdout.write(`${line}\n`));
    await run(local.token, local.settings, local);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    process.exit(badUsage);
  }
}

async function run(token: string, settings: Settings, local?: LocalMode): Promise<void> {
  const logger = createLogger({
    level: settings.logLevel,
    secrets: [token],
    write: (line) => process.stdout.write(line),
  });
  surviveStrayFailures(logger);
  let bot: RunningBot | null = null;
  const stop = once(async () => {
    await bot?.stop();
    await local?.close();
    process.exit();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      logger.info({ signal }, 'stopping');
      void stop();
    });
  }
  bot = await start(token, settings, logger);
  if (bot === null) {
    await local?.close();
    return;
  }
  await local?.welcome(logger);
  const { exitCode, remedy } = await bot.ended;
  logger.error({ exitCode }, remedy);
  tell(remedy);
  process.exitCode = exitCode;
  await stop();
}

/** @returns null when the knowledge cannot be read, after saying so. */
async function start(token: string, settings: Settings, logger: Logger): Promise<RunningBot | null> {
  try {
    return await startBot({ token, settings, startThread, logger, clock: { now: () => Date.now() } });
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
