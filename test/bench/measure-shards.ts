import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { Command } from 'commander';
import { Client } from 'pg';
import { z } from 'zod';

import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { makePlace } from '../support/store-place.ts';
import { channelOf, fourShards } from '../support/sharded-rig.ts';
import { seedIds } from '../../src/local/world/seed.ts';

/**
 * `.ci/with-postgres npm run bench:shards`: starts the bot with four shards in so many processes, on the sample knowledge
 * and a Discord on loopback, asks a while in each server, and prints what a process costs. Memory is read as Linux has it.
 */

const main = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const kibInMib = 1024;

await new Command('bench:shards')
  .description('Measures what the processes of four shards cost.')
  .option('--processes <count>', 'how many processes', '4')
  .option('--questions <count>', 'how many are asked in each server', '50')
  .action(run)
  .parseAsync();

async function run({ processes, questions }: { processes: string; questions: string }): Promise<void> {
  const { place, remove } = await makePlace('PostgreSQL');
  const databaseUrl = place.databaseUrl ?? '';
  const discord = await startLocalDiscord({ seed: fourShards });
  discord.faults.setSessionStartLimit({ maxConcurrency: 1 });
  const from = performance.now();
  const bot = startBot(discord, databaseUrl, processes);
  while (sessionsOf(discord) < 4 || discord.world.commands(null).length === 0) await pause(50);
  const readyAfterMs = Math.round(performance.now() - from);
  for (let asked = 0; asked < Number(questions); asked += 1) await askOnAll(discord);
  const started = await childrenOf(bot.pid ?? 0);
  const figures = {
    processes: await Promise.all((started.length > 0 ? started : [bot.pid ?? 0]).map(memoryOf)),
    starter: started.length > 0 ? await memoryOf(bot.pid ?? 0) : null,
    databaseConnections: await countConnections(databaseUrl),
    readyAfterMs,
    violations: discord.ledger.violations().map(({ rule }) => rule),
  };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  bot.kill('SIGTERM');
  await once(bot, 'close');
  await discord.close();
  await remove();
}

function startBot({ botToken, restUrl }: LocalDiscord, databaseUrl: string, processes: string): ChildProcess {
  const { PATH = '' } = process.env;
  const env = {
    PATH,
    DISCORD_TOKEN: botToken,
    DISCORD_API_URL: restUrl,
    DATABASE_URL: databaseUrl,
    SHARDS: '4',
    SHARD_PROCESSES: processes,
    COOLDOWN_SECONDS: '0',
    LOG_LEVEL: 'warn',
  };
  return spawn(process.execPath, [main], { env, stdio: ['ignore', 'inherit', 'inherit'] });
}

function sessionsOf(discord: LocalDiscord): number {
  return discord.ledger.gateway().filter(({ name }) => name === 'READY').length;
}

async function askOnAll(discord: LocalDiscord): Promise<void> {
  const mia = discord.as(seedIds.mia);
  const options = { question: 'What is Footnote?' };
  await Promise.all(
    [0, 1, 2, 3].map((shard) =>
      mia.runSlashCommand({ channelId: channelOf(shard), name: 'ask', options }).reply(),
    ),
  );
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children
    .split(' ')
    .filter((id) => id !== '')
    .map(Number);
}

/** In MiB: what it holds, and what it alone holds. */
async function memoryOf(
  pid: number,
): Promise<{ readonly residentMib: number; readonly proportionalMib: number }> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const read = (name: string): number =>
    Math.round(Number(new RegExp(`^${name}: +(\\d+) kB`, 'mu').exec(rollup)?.[1]) / kibInMib);
  return { residentMib: read('Rss'), proportionalMib: read('Pss') };
}

/** Those of all processes and their threads, without the one that counts. */
async function countConnections(connectionString: string): Promise<number> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    return z.array(z.object({ count: z.number() })).parse(rows)[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}
