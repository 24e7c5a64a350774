import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord, type LocalDiscordOptions } from '../../src/local/local-discord.ts';
import { BotProcess } from './bot-process.ts';
import { hasOpenApi, OpenApi } from './openapi.ts';

export interface RigOptions {
  /** Text by path inside the knowledge folder. */
  readonly knowledge: Readonly<Record<string, string>>;
  /** Environment of the bot beyond its token, address and knowledge; the cooldown is off unless it is set here. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly discord?: LocalDiscordOptions;
  /** Faults that are there before the bot is. */
  readonly prepare?: (discord: LocalDiscord) => void;
  /** Whether to wait until the bot is online and its commands are registered; true unless it is not to get that far. */
  readonly waitsForBot?: boolean;
}

export interface Rig {
  /** The folder that the bot runs in; its store is in `data`. */
  readonly home: string;
  readonly discord: LocalDiscord;
  readonly bot: BotProcess;
  readonly writeKnowledge: (path: string, text: string) => Promise<void>;
  readonly removeKnowledge: (path: string) => Promise<void>;
  /** One more process of the bot on the same Discord and knowledge. */
  readonly startBot: (settings?: Readonly<Record<string, string>>) => BotProcess;
  readonly untilOnline: () => Promise<void>;
  /**
   * Stops the bot and everything else. Throws when the bot broke a rule of Discord that is not in `allowed`, or sent a
   * body that does not fit Discord's OpenAPI file.
   */
  readonly stop: (allowed?: readonly string[]) => Promise<void>;
}

/** Starting a process takes 2 s alone, and many times that beside others on two cores. */
const patienceMs = 55_000;
let openApi: OpenApi | null = null;

const findFaults = (discord: LocalDiscord, allowed: readonly string[]): readonly string[] => {
  const violations = discord.ledger.violations().filter(({ rule }) => !allowed.includes(rule));
  if (hasOpenApi) openApi ??= new OpenApi();
  const misfits = discord.ledger.requests().flatMap((request) => openApi?.findFaults(request) ?? []);
  return [...violations.map(({ rule, message }) => `${rule}: ${message}`), ...misfits];
};

/** Writes a file whole: its folder first, where it is missing. */
const write = async (folder: string, path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};

/** Resolves once the bot is connected and people can use its commands. */
const untilOnline = async (discord: LocalDiscord, bots: readonly BotProcess[]): Promise<void> => {
  await vi.waitFor(
    () => {
      const [bot] = bots;
      if (discord.world.isBotOnline() && discord.world.commands(null).length > 0) return;
      throw new Error(`The bot is not online:\n${bot?.output ?? ''}\n${bot?.errors ?? ''}`);
    },
    { timeout: patienceMs, interval: 20 },
  );
};

/** The real bot, as a process, on a Discord on loopback with real knowledge files in a temporary folder. */
export const startRig = async (options: RigOptions): Promise<Rig> => {
  const home = await mkdtemp(join(tmpdir(), 'footnote-flow-'));
  const folder = join(home, 'knowledge');
  await mkdir(folder);
  for (const [path, text] of Object.entries(options.knowledge)) await write(folder, path, text);
  const discord = await startLocalDiscord(options.discord);
  options.prepare?.(discord);
  const bots: BotProcess[] = [];
  const startBot = (settings = options.settings): BotProcess => {
    const bot = new BotProcess(home, {
      DISCORD_TOKEN: discord.botToken,
      DISCORD_API_URL: discord.restUrl,
      KNOWLEDGE_DIR: folder,
      COOLDOWN_SECONDS: '0',
      ...settings,
    });
    bots.push(bot);
    return bot;
  };
  const stop = async (allowed: readonly string[] = []): Promise<void> => {
    await Promise.all(bots.map((bot) => bot.stop()));
    await discord.close();
    await rm(home, { recursive: true, force: true });
    const faults = findFaults(discord, allowed);
    if (faults.length > 0) throw new Error(`The bot broke rules of Discord:\n${faults.join('\n')}`);
  };
  const rig = {
    home,
    discord,
    bot: startBot(),
    writeKnowledge: (path: string, text: string) => write(folder, path, text),
    removeKnowledge: (path: string) => rm(join(folder, path)),
    startBot,
    untilOnline: () => untilOnline(discord, bots),
    stop,
  };
  try {
    if (options.waitsForBot ?? true) await rig.untilOnline();
  } catch (error) {
    await stop();
    throw error;
  }
  return rig;
};
