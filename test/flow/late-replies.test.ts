import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { PermissionFlagsBits, type APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { readSettings } from '../../src/config/settings.ts';
import type { InteractionHandle, LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { createLogger } from '../../src/logging/create-logger.ts';
import { startBot, type RunningBot } from '../../src/start-bot.ts';
import { textOf } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startBuiltThread } from '../support/start-built-thread.ts';

const channelId = seedIds.help;
const minuteMs = 60_000;

/** The bot in this process, so that its clock can be put forward while it answers. */
describe('a reply that took long', () => {
  let home: string;
  let discord: LocalDiscord;
  let bot: RunningBot;
  let aheadMs = 0;
  const log: string[] = [];

  beforeEach(async () => {
    aheadMs = 0;
    log.length = 0;
    home = await mkdtemp(join(tmpdir(), 'footnote-late-'));
    const folder = join(home, 'knowledge');
    for (const [path, text] of Object.entries(sampleKnowledge)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    discord = await startLocalDiscord();
    const reading = readSettings({
      DISCORD_API_URL: discord.restUrl,
      KNOWLEDGE_DIR: folder,
      // Its own, or each would wait for its turn to log in after the one before.
      DATA_DIR: join(home, 'data'),
      COOLDOWN_SECONDS: '0',
    });
    if (reading.outcome === 'faulty') throw new Error(reading.faults.join(' '));
    bot = await startBot({
      token: discord.botToken,
      settings: reading.settings,
      startThread: startBuiltThread,
      clock: { now: () => Date.now() + aheadMs },
      logger: createLogger({ level: 'info', secrets: [], write: (line) => log.push(line) }),
    });
    await expect.poll(() => discord.world.commands(null).length, { timeout: 10_000 }).toBeGreaterThan(0);
  });

  afterEach(async () => {
    await bot.stop();
    await discord.close();
    await rm(home, { recursive: true });
  });

  /** Runs a command; once it is acknowledged, the bot's clock goes this far ahead. */
  async function runFor(ms: number, name: string, option: string): Promise<InteractionHandle> {
    const unsubscribe = discord.subscribe((event) => {
      if (event.kind === 'interaction-changed' && event.interaction.status === 'deferred') aheadMs = ms;
    });
    const asked = discord
      .as(seedIds.mia)
      .runSlashCommand({ channelId, name, options: { [option]: 'How many books may I borrow?' } });
    await asked.acknowledged();
    unsubscribe();
    return asked;
  }

  const posts = (): readonly APIMessage[] =>
    discord.world
      .messages(channelId, seedIds.leo)
      .filter((message) => textOf(message).includes('seven books'));

  test('of less than 14 minutes still fills in its interaction', async () => {
    const asked = await runFor(13 * minuteMs, 'ask', 'question');
    expect(textOf(await asked.reply())).toContain('seven books');
    expect(posts()).toHaveLength(1);
  });

  test.each([14 * minuteMs + 50_000, 15 * minuteMs + 10_000])(
    'of %i ms is a message in the channel, when it was for everyone',
    async (ms) => {
      await runFor(ms, 'ask', 'question');
      await expect.poll(() => posts().length).toBe(1);
      expect(log.join('')).toContain('a reply came too late for its interaction');
    },
  );

  test('goes to nobody when it was private, or where the bot may not write', async () => {
    await runFor(15 * minuteMs, 'search', 'words');
    await expect.poll(() => log.join('')).toContain('a reply came too late for its interaction');
    aheadMs = 0;
    log.length = 0;
    discord.faults.denyBotPermissions(channelId, PermissionFlagsBits.SendMessages);
    await runFor(15 * minuteMs, 'ask', 'question');
    await expect.poll(() => log.join('')).toContain('a reply came too late for its interaction');
    expect(posts()).toEqual([]);
    expect(discord.ledger.violations()).toEqual([]);
  });
});
