import { fileURLToPath } from 'node:url';

import { config } from 'dotenv';

import { readSettings, type Settings } from './config/settings.ts';
import { describeError } from './discord/describe-error.ts';
import { exitCodes } from './discord/fatal-stop.ts';
import type { Logger } from './library/ports.ts';
import { createLogger } from './logging/create-logger.ts';
import { startBot, type RunningBot } from './start-bot.ts';
import type { LocalMode } from './start-local.ts';
import { startProcesses } from './start-processes.ts';
import { startThread } from './worker/start-thread.ts';

const unknown = process.argv.slice(2).find((word) => word !== '--local');
config({ quiet: true });
const reading = readSettings(process.env);
// discord.js would read these itself and take an empty one for 0.
delete process.env['SHARDS'];
delete process.env['SHARD_COUNT'];
if (unknown !== undefined) {
  tell(`"${unknown}" is not known here: the only option is --local, and all settings stand in .env.`);
  process.exitCode = exitCodes.badSettings;
} else if (reading.outcome === 'faulty') {
  for (const fault of reading.faults) tell(fault);
  process.exitCode = exitCodes.badSettings;
} else if (reading.settings.token === null || process.argv.includes('--local')) {
  await runLocally(reading.settings);
} else if (reading.settings.shardProcesses > 1) {
  await runProcesses(reading.settings.token, reading.settings);
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
    process.exit(exitCodes.badSettings);
  }
}

async function run(token: string, settings: Settings, local?: LocalMode): Promise<void> {
  const logger = openLog(token, settings);
  let bot: RunningBot | null = null;
  const stop = once(async () => {
    await bot?.stop();
    await local?.close();
    process.exit();
  });
  stopOnSignals(logger, stop);
  // Without the process that started it there would soon be another one with the same shards.
  process.on('disconnect', () => void stop());
  bot = await start(token, settings, logger);
  if (bot === null) {
    await stop();
    return;
  }
  await local?.welcome(logger);
  const { exitCode, remedy } = await bot.ended;
  logger.error({ exitCode }, remedy);
  tell(remedy);
  process.exitCode = exitCode;
  await stop();
}

/** The bot in several processes, each of which runs this program with its part of the shards. */
async function runProcesses(token: string, settings: Settings): Promise<void> {
  const logger = openLog(token, settings);
  const { shards, shardProcesses: processes } = settings;
  const program = fileURLToPath(import.meta.url);
  const clock = { now: () => Date.now() };
  const running = startProcesses({ token, shards, processes, program, clock, logger });
  const stop = once(async () => {
    await running.stop();
    process.exit();
  });
  stopOnSignals(logger, stop);
  process.exitCode = await running.ended;
  await stop();
}

function openLog(token: string, { logLevel: level }: Settings): Logger {
  const logger = createLogger({ level, secrets: [token], write: (line) => process.stdout.write(line) });
  surviveClosedOutput();
  surviveStrayFailures(logger);
  return logger;
}

function stopOnSignals(logger: Logger, stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      logger.info({ signal }, 'stopping');
      void stop();
    });
  }
}

/** @returns null when the knowledge cannot be read, after saying so. */
async function start(token: string, settings: Settings, logger: Logger): Promise<RunningBot | null> {
  try {
    return await startBot({ token, settings, startThread, logger, clock: { now: () => Date.now() } });
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    process.exitCode = exitCodes.badSettings;
    return null;
  }
}

/** Who reads the log may end before the bot does. Unheard, the failed write would be logged, which fails again, without end. */
function surviveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
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
