import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { REST } from 'discord.js';

import type { Settings } from './config/settings.ts';
import { parseCorpus } from './corpus/parse-corpus.ts';
import { createPoster } from './discord/poster.ts';
import type { Logger } from './library/ports.ts';
import { questionsToTry } from './library/questions-to-try.ts';
import type { LocalDiscord } from './local/contract.ts';
import { startLocalDiscord } from './local/local-discord.ts';
import { startPageServer } from './local/page-server/start-page-server.ts';
import { seedIds } from './local/world/seed.ts';
import { renderWelcome } from './render/render-welcome.ts';
import type { Reply } from './render/reply.ts';
import { createFileKnowledge } from './storage/file-knowledge.ts';

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

/** Questions with an answer that the welcome offers. */
const offeredQuestions = 3;

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
  // What is tried out here is forgotten with the messages that it is about.
  const dataFolder = await mkdtemp(join(tmpdir(), 'footnote-local-'));
  const settings = localSettings(given, discord, dataFolder);
  return {
    token: discord.botToken,
    settings,
    async welcome(logger) {
      const { files } = await createFileKnowledge({ folder: settings.knowledgeFolder }).read();
      const questions = questionsToTry(parseCorpus(files).documents, offeredQuestions);
      // The community's own language is English.
      await postWelcome(discord, renderWelcome(questions, 'en'), logger);
      tell(`Footnote is ready on a Discord of its own, on this machine only: ${page.url}`);
      tell(
        'To connect it to the real Discord, set DISCORD_TOKEN in .env as the README says. Ctrl-C ends it.',
      );
    },
    async close() {
      await page.close();
      await discord.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function localSettings(given: Settings, discord: LocalDiscord, dataFolder: string): Settings {
  const { answerChannels, logLevel } = given;
  return {
    ...given,
    token: discord.botToken,
    apiUrl: discord.restUrl,
    dataFolder,
    databaseUrl: null,
    guildId: null,
    shards: { ids: [0], count: 1 },
    shardProcesses: 1,
    answerChannels: answerChannels.length > 0 ? answerChannels : [seedIds.help],
    // A newcomer's terminal shows the address, not the everyday of the bot.
    logLevel: logLevel ?? 'warn',
  };
}

async function postWelcome(discord: LocalDiscord, reply: Reply, logger: Logger): Promise<void> {
  const rest = new REST({ api: discord.restUrl }).setToken(discord.botToken);
  await createPoster(rest, logger).post({
    channelId: seedIds.general,
    replyTo: null,
    reply,
    calls: [],
    nonce: 'welcome',
  });
}
