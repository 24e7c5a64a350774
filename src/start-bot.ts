import type { Client } from 'discord.js';

import { actionList, commandList, formList } from './command-list.ts';
import type { Settings } from './config/settings.ts';
import { createAskedQuestions } from './discord/asked-questions.ts';
import { connect } from './discord/connect.ts';
import { createCooldown } from './discord/cooldown.ts';
import { describeError } from './discord/describe-error.ts';
import { createDispatch } from './discord/dispatch.ts';
import { createDrafts } from './discord/drafts.ts';
import { createDrawPicture } from './discord/draw-picture.ts';
import { createEntryDrafts } from './discord/entry-drafts.ts';
import type { FatalStop } from './discord/fatal-stop.ts';
import { createFreeText } from './discord/free-text.ts';
import { createGuard, type Guard } from './discord/guard.ts';
import { listen } from './discord/listen.ts';
import { createPoster } from './discord/poster.ts';
import { placesOf } from './discord/reader.ts';
import { registerCommands } from './discord/register-commands.ts';
import { createCallbackClient } from './discord/responder.ts';
import { createSeenIds } from './discord/seen-ids.ts';
import { watchHealth } from './discord/watch-health.ts';
import type { Library } from './library/library.ts';
import { createAuditNoter } from './library/note-audit.ts';
import { createGapNoter, type GapNoter } from './library/note-gaps.ts';
import type { Clock, Logger } from './library/ports.ts';
import type { Store } from './library/store.ts';
import { openStore } from './storage/database/open-store.ts';
import { readOwnQuestions } from './read-own-questions.ts';
import { createFileKnowledge } from './storage/file-knowledge.ts';
import { loadMeaning } from './storage/load-meaning.ts';
import { openWorkerLibrary } from './worker/open-worker-library.ts';
import type { Place } from './worker/protocol.ts';
import { startThread } from './worker/start-thread.ts';

/** What a bot is started with. */
export interface BotParts {
  readonly token: string;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly logger: Logger;
}

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
    wantsContent: settings.answerChannels.length > 0,
    clock,
    logger,
    prepare: (client) => {
      prepare(client, guard, knowledge, parts);
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
  logger.info({ servers: client.guilds.cache.size }, 'ready');
  void register(client, parts);
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

/** What questions are answered from, and what becomes of those that are not. */
interface Knowledge {
  readonly library: Library;
  readonly store: Store;
  readonly gaps: GapNoter;
  close(): Promise<void>;
}

/** Milliseconds that one search may take; most take a few. */
const searchWithinMs = 1500;

/** @throws Error with one plain sentence when the knowledge folder or the store cannot be read. */
async function openKnowledge({ settings, clock, logger }: BotParts): Promise<Knowledge> {
  const meaning = await loadMeaning();
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
  const gaps = createGapNoter({ store, meaning, clock, logger });
  const stopWatching = await files.watch(() => void refresh(library, logger));
  const stopForgetting = forgetDaily(gaps, logger);
  return {
    library,
    store,
    gaps,
    async close() {
      stopForgetting();
      await stopWatching();
      await opened.close();
      await store.close();
    },
  };
}

/** A thread is told no more than it needs: settings hold the bot's token. */
function placeOf({ knowledgeFolder, dataFolder, databaseUrl }: Settings): Place {
  return { knowledgeFolder, dataFolder, databaseUrl };
}

function prepare(
  client: Client,
  guard: Guard,
  { library, store, gaps }: Knowledge,
  { settings, clock, logger }: BotParts,
): void {
  const { rest } = client;
  const poster = createPoster(rest, logger);
  const cooldown = createCooldown(settings.cooldownSeconds);
  const seenIds = createSeenIds();
  const askedQuestions = createAskedQuestions();
  const audit = createAuditNoter(store.audit, logger);
  const { answerChannels, moderatorRoles, apiUrl } = settings;
  const dispatch = createDispatch({
    jobs: { commands: commandList, actions: actionList, forms: formList },
    services: {
      library,
      store,
      gaps,
      audit,
      askedQuestions,
      drawPicture: createDrawPicture(logger),
      drafts: createDrafts(),
      entryDrafts: createEntryDrafts(),
      ownQuestions: () => readOwnQuestions(settings.knowledgeFolder),
      placesOf: (channelId) => placesOf(channelId, client.channels.cache.get(channelId) ?? null),
    },
    cooldown,
    poster,
    seenIds,
    callbacks: createCallbackClient(apiUrl),
    rest,
    moderatorRoles,
    clock,
    logger,
    onRefused: (refused) => void audit.note({ ...refused, outcome: 'refused' }),
  });
  const freeText = createFreeText({
    library,
    gaps,
    askedQuestions,
    poster,
    cooldown,
    seenIds,
    answerChannels,
    clock,
    logger,
  });
  listen(client, guard, { dispatch, freeText, logger });
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
