import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { Command } from 'commander';

import { quantile } from '../../src/evaluation/statistics.ts';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';

import { generateTexts, nthQuestion } from './generate-texts.ts';
import { readWords } from './word-list.ts';

/**
 * `npm run bench:load`: asks the real bot, in a process of its own, by `/ask` through a Discord on loopback, so many times
 * a second. The generator and the Discord share this process, so how late it was itself is printed beside.
 */

interface Options {
  readonly passages: string;
  readonly rate: string;
  readonly seconds: string;
}

/** Milliseconds after which Discord takes no acknowledgement any more. */
const tooLateMs = 3000;
/** Milliseconds in which the last replies may still come. */
const patienceMs = 20_000;

await new Command('bench:load')
  .description('Asks the bot many questions a second through a Discord on loopback.')
  .option('--passages <count>', 'size of the knowledge', '1000')
  .option('--rate <count>', 'questions a second', '200')
  .option('--seconds <count>', 'for how long', '60')
  .action(run)
  .parseAsync();

async function run({ passages, rate, seconds }: Options): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'footnote-load-'));
  const discord = await startLocalDiscord();
  const texts = generateTexts(await readWords(), Number(passages), 300, 1);
  for (const { path, text } of texts.files) {
    await mkdir(dirname(join(home, 'knowledge', path)), { recursive: true });
    await writeFile(join(home, 'knowledge', path), text);
  }
  const bot = startBot(home, discord);
  try {
    while (!discord.world.isBotOnline() || discord.world.commands(null).length === 0) await pause(50);
    const questions = texts.questions.map(({ question }) => question);
    const figures = await load(discord, questions, Number(rate), Number(seconds));
    const violations = discord.ledger.violations().map(({ rule }) => rule);
    process.stdout.write(
      `${JSON.stringify({ passages: Number(passages), ...figures, violations }, null, 2)}\n`,
    );
  } finally {
    bot.kill('SIGTERM');
    await once(bot, 'close');
    await discord.close();
    await rm(home, { recursive: true });
  }
}

/** The bot as `npm start` runs it; what it logs beyond warnings would only cost time. */
function startBot(home: string, discord: LocalDiscord): ChildProcess {
  const main = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
  const { PATH = '' } = process.env;
  const env = {
    PATH,
    DISCORD_TOKEN: discord.botToken,
    DISCORD_API_URL: discord.restUrl,
    COOLDOWN_SECONDS: '0',
    LOG_LEVEL: 'warn',
  };
  return spawn(process.execPath, [main], { cwd: home, env, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** When an interaction began, was acknowledged, and had its reply; in milliseconds. */
interface Asked {
  readonly from: number;
  acknowledged: number | null;
  replied: number | null;
  /** An answer to /ask is for everyone; "busy" is said in private. */
  isBusy: boolean;
}

async function load(
  discord: LocalDiscord,
  questions: readonly string[],
  rate: number,
  seconds: number,
): Promise<object> {
  const all = new Map<string, Asked>();
  const unsubscribe = discord.subscribe((event) => {
    if (event.kind !== 'interaction-changed') return;
    const { id, status, reply, isEphemeral } = event.interaction;
    const asked = all.get(id);
    if (asked === undefined || status === 'waiting' || status === 'failed') return;
    asked.acknowledged ??= performance.now();
    if (status === 'replied' && reply !== null) asked.replied ??= performance.now();
    if (isEphemeral === true) asked.isBusy = true;
  });
  const lags = await send(discord, questions, all, { rate, seconds });
  const asked = [...all.values()];
  const isOver = (): boolean => asked.every(({ replied }) => replied !== null);
  for (let waited = 0; !isOver() && waited < patienceMs; waited += 100) await pause(100);
  unsubscribe();
  const acknowledged = asked.flatMap(({ from, acknowledged: at }) => (at === null ? [] : [at - from]));
  const replied = asked.flatMap(({ from, replied: at }) => (at === null ? [] : [at - from]));
  return {
    interactions: asked.length,
    perSecond: rate,
    acknowledgedShare: acknowledged.length / asked.length,
    overThreeSeconds: acknowledged.filter((ms) => ms > tooLateMs).length,
    acknowledgedMs: spread(acknowledged),
    repliedShare: replied.length / asked.length,
    repliedMs: spread(replied),
    busyShare: asked.filter(({ isBusy }) => isBusy).length / asked.length,
    generatorLateMs: spread(lags),
  };
}

/** @returns how late each question was sent, in milliseconds. */
async function send(
  discord: LocalDiscord,
  questions: readonly string[],
  all: Map<string, Asked>,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
): Promise<readonly number[]> {
  const people = [seedIds.mia, seedIds.leo, seedIds.noor].map((id) => discord.as(id));
  const lags: number[] = [];
  const start = performance.now();
  for (let n = 0; n < rate * seconds; n += 1) {
    const dueAt = start + (n * 1000) / rate;
    if (dueAt > performance.now()) await pause(dueAt - performance.now());
    const from = performance.now();
    lags.push(from - dueAt);
    const options = { question: nthQuestion(questions, n) };
    const asked = people[n % people.length]?.runSlashCommand({
      channelId: seedIds.general,
      name: 'ask',
      options,
    });
    if (asked !== undefined) all.set(asked.id, { from, acknowledged: null, replied: null, isBusy: false });
  }
  return lags;
}

function spread(values: readonly number[]): object {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    p50: round(quantile(values, 0.5)),
    p99: round(quantile(values, 0.99)),
    longest: round(values.reduce((longest, value) => Math.max(longest, value), 0)),
  };
}
