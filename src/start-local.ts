import { fileURLToPath } from 'node:url';

import { REST } from 'discord.js';

import type { Settings } from './config/settings.ts';
import { createPoster } from './discord/poster.ts';
import type { Logger } from './library/ports.ts';
import type { LocalDiscord } from './local/contract.ts';
import { startLocalDiscord } from './local/local-discord.ts';
import { startPageServer, type PageServer } from './local/page-server/start-page-server.ts';
import { seedIds } from './local/world/seed.ts';
import { renderWelcome } from './render/render-welcome.ts';

/** A Discord on this machine for the bot to log in to, with a page to use it. */
export interface LocalMode {
  readonly token: string;
  /** The given settings, but for what the local Discord decides. */
  readonly settings: Settings;
  /** The bot's first message; then the terminal says where the page is. Called once the bot is ready. */
  welcome(logger: Logger): Promise<void>;
  close(): Promise<void>;
}

const firstPort = 3210;

/** Three questions that the sample knowledge answers, and one that it raises but leaves open. */
const sampleQuestions = [
  'What is Footnote?',
  'Where were the 37 people taken?',
  'Is there a guarantee against the death penalty?',
  'What could the United States and Mexico do next about drugs and security?',
] as const;

/** Starts the local Discord and its page; `tell` writes a line for the person at the terminal. */
export async function startLocalMode(given: Settings, tell: (line: string) => void): Promise<LocalMode> {
  const discord = await startLocalDiscord();
  const page = await startPageServer({
    discord,
    folder: fileURLToPath(new URL('.', import.meta.resolve('#page/index.html'))),
    port: firstPort,
    viewerId: seedIds.mia,
    onFault: (error) => {
      tell(`The page met a failure: ${error instanceof Error ? error.message : String(error)}`);
    },
  });
  const settings = localSettings(given, discord);
  return {
    token: discord.botToken,
    settings,
    welcome: (logger) => welcome(discord, page, logger, tell),
    async close() {
      await page.close();
      await discord.close();
    },
  };
}

function localSettings(given: Settings, discord: LocalDiscord): Settings {
  const { answerChannels, logLevel } = given;
  return {
    ...given,
    token: discord.botToken,
    apiUrl: discord.restUrl,
    guildId: null,
    answerChannels: answerChannels.length > 0 ? answerChannels : [seedIds.help],
    // A newcomer's terminal shows the address, not the everyday of the bot.
    logLevel: logLevel === 'info' ? 'warn' : logLevel,
  };
}

async function welcome(
  discord: LocalDiscord,
  page: PageServer,
  logger: Logger,
  tell: (line: string) => void,
): Promise<void> {
  const rest = new REST({ api: discord.restUrl }).setToken(discord.botToken);
  await createPoster(rest, logger).post({
    channelId: seedIds.general,
    replyTo: null,
    // The community's own language is English, as its knowledge is.
    reply: renderWelcome(sampleQuestions, 'en'),
    nonce: 'welcome',
  });
  tell(`Footnote is ready on a Discord of its own, on this machine only: ${page.url}`);
  tell('To connect it to the real Discord, set DISCORD_TOKEN in .env as the README says. Ctrl-C ends it.');
}
