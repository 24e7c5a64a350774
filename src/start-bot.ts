import type { Client } from 'discord.js';

import { commandList } from './command-list.ts';
import { connect } from './discord/connect.ts';
import { describeError } from './discord/describe-error.ts';
import type { FatalStop } from './discord/fatal-stop.ts';
import { createGuard } from './discord/guard.ts';
import { registerCommands } from './discord/register-commands.ts';
import { watchHealth } from './discord/watch-health.ts';
import { holdSettings } from './library/hold-settings.ts';
import type { Library } from './library/library.ts';
import { createGapNoter, type GapNoter } from './library/note-gaps.ts';
import type { Logger } from './library/ports.ts';
import { openStore } from './storage/database/open-store.ts';
import { prepareClient, tellActs, type BotParts, type Knowledge } from './prepare-client.ts';
import { createFileKnowledge } from './storage/file-knowledge.ts';
import { openWorkerLibrary } from './worker/open-worker-library.ts';
import type { Place } from './worker/protocol.ts';

/** A bot that answers. */
export interface RunningBot {
  /** Resolves when the bot cannot go on, with the reason. Never rejects. */
  readonly ended: Promise<FatalStop>;
  /** Finishes what is being answered, unless the bot has ended, then logs out. */
  stop(): Promise<void>;
}

/** How long an answer under way may still take when the bot is asked to stop. */
const patienceMs = 10_000;

/**
 * Reads the knowledge, logs in and answers from then on, while it sees to it that its commands are registered. Resolves
 * when the bot is ready, or when it is clear that it never will be, which `ended` then tells.
 * @throws Error with one plain sentence when the knowledge folder cannot be read.
 */
export async function startBot(parts: BotParts): Promise<RunningBot> {
  const { settings, clock, logger } = parts;
  const knowledge = await openKnowledge(parts);
  const guard = createGuard(logger);
  let finishWithinMs = patienceMs;
  let end: (stop: FatalStop) => void = () => undefined;
  const ended = new Promise<FatalStop>((resolve) => {
    end = resolve;
  });
  const connection = await connect({
    token: parts.token,
    apiUrl: settings.apiUrl,
    shards: settings.shards,
    turns: knowledge.store.identifyTurns,
    locks: knowledge.store.shardLocks,
    wantsContent: settings.answerChannels.length > 0 || knowledge.serverSettings.wantContent(),
    clock,
    logger,
    prepare: (client) => {
      prepareClient(client, guard, knowledge, parts);
    },
    onFatal: (stop) => {
      // What is being answered now could only be refused, and each refusal counts against this address.
      finishWithinMs = 0;
      end(stop);
    },
  });
  if (connection.outcome === 'stopped')
    return { ended: Promise.resolve(connection.stop), stop: () => knowledge.close() };
  const { client } = connection;
  const endHealthWatch = watchHealth(client, clock, logger);
  await tellActs(client, knowledge, parts);
  logger.info({ servers: client.guilds.cache.size, shards: settings.shards.ids }, 'ready');
  // Commands are those of all shards, and compared by one process.
  if (settings.shards.ids.includes(0)) void register(client, parts);
  return {
    ended,
    async stop() {
      endHealthWatch();
      await guard.close(finishWithinMs);
      await client.destroy();
      await knowledge.close();
    },
  };
}

interface OpenKnowledge extends Knowledge {
  close(): Promise<void>;
}

/** Milliseconds that one search may take; most take a few. */
const searchWithinMs = 1500;

/** @throws Error with one plain sentence when the knowledge folder or the store cannot be read. */
async function openKnowledge({ settings, startThread, clock, logger }: BotParts): Promise<OpenKnowledge> {
  const files = createFileKnowledge({ folder: settings.knowledgeFolder, logger });
  const store = await openStore({ ...settings, logger });
  const opened = await openWorkerLibrary({
    place: placeOf(settings),
    startThread,
    searchWithinMs,
    clock,
    logger,
  });
  const { library } = opened;
  const gaps = createGapNoter({ store, library, clock, logger });
  const serverSettings = await holdSettings(store, logger);
  const stopWatching = await files.watch(() => void refresh(library, logger));
  const stopForgetting = forgetDaily(gaps, logger);
  return {
    library,
    store,
    gaps,
    serverSettings,
    async close() {
      stopForgetting();
      await stopWatching();
      await opened.close();
      await gaps.close();
      await store.close();
    },
  };
}

/** A thread is told no more than it needs: settings hold the bot's token. */
function placeOf({ knowledgeFolder, dataFolder, databaseUrl }: BotParts['settings']): Place {
  return { knowledgeFolder, dataFolder, databaseUrl };
}

/** The bot answers messages, and commands as they were registered last, even when Discord takes no new ones. */
async function register(client: Client<true>, { settings, logger }: BotParts): Promise<void> {
  try {
    const isWritten = await registerCommands({
      rest: client.rest,
      applicationId: client.application.id,
      guildId: settings.guildId,
      commands: commandList,
    });
    logger.info({ isWritten }, 'commands compared with those that Discord has');
  } catch (error) {
    logger.error(
      { error: describeError(error) },
      'the commands could not be registered; those of before stay',
    );
  }
}

const dayMs = 24 * 60 * 60_000;

function forgetDaily(gaps: GapNoter, logger: Logger): () => void {
  const forget = async (): Promise<void> => {
    try {
      await gaps.forgetOld();
    } catch (error) {
      logger.error({ error: describeError(error) }, 'old gaps, votes and counts could not be forgotten');
    }
  };
  void forget();
  const timer = setInterval(() => void forget(), dayMs);
  return () => {
    clearInterval(timer);
  };
}

async function refresh(library: Library, logger: Logger): Promise<void> {
  try {
    await library.refresh();
  } catch (error) {
    logger.error(
      { error: describeError(error) },
      'the knowledge could not be read again; the old version stays in use',
    );
  }
}
