import type { Worker } from 'node:worker_threads';

import { GatewayIntentBits, type Client } from 'discord.js';

import { actionList, commandList, formList } from './command-list.ts';
import type { Settings } from './config/settings.ts';
import { createAskedQuestions } from './discord/asked-questions.ts';
import { createCooldown } from './discord/cooldown.ts';
import { createDispatch } from './discord/dispatch.ts';
import { createDrafts } from './discord/drafts.ts';
import { createDrawPicture } from './discord/draw-picture.ts';
import { createEntryDrafts } from './discord/entry-drafts.ts';
import { createFreeText } from './discord/free-text.ts';
import type { Guard } from './discord/guard.ts';
import { listen } from './discord/listen.ts';
import { tellLogChannels } from './discord/log-channel.ts';
import { mayWriteIn } from './discord/may-write.ts';
import { createPoster } from './discord/poster.ts';
import { placesOf } from './discord/reader.ts';
import { createCallbackClient, createReplyClient } from './discord/responder.ts';
import { createSeenIds } from './discord/seen-ids.ts';
import { createRules } from './discord/server-rules.ts';
import { readShards } from './discord/shard-health.ts';
import type { SettingsHolder } from './library/hold-settings.ts';
import type { Library } from './library/library.ts';
import { createAuditNoter } from './library/note-audit.ts';
import type { GapNoter } from './library/note-gaps.ts';
import type { Clock, Logger } from './library/ports.ts';
import type { Store } from './library/store.ts';
import { readOwnQuestions } from './read-own-questions.ts';
import { toReplyLocale } from './render/locale.ts';

/** What a bot is started with. */
export interface BotParts {
  readonly token: string;
  readonly settings: Settings;
  /** Starts a thread that runs `library-worker`. */
  readonly startThread: () => Worker;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What questions are answered from, what becomes of those that are not, and what moderators have set. */
export interface Knowledge {
  readonly library: Library;
  readonly store: Store;
  readonly gaps: GapNoter;
  readonly serverSettings: SettingsHolder;
}

/** Attaches all that the bot does to a client, before anything can arrive. */
export function prepareClient(
  client: Client,
  guard: Guard,
  { library, store, gaps, serverSettings }: Knowledge,
  { settings, clock, logger }: BotParts,
): void {
  const { rest } = client;
  const startedAt = clock.now();
  const shared = {
    library,
    gaps,
    askedQuestions: createAskedQuestions(),
    poster: createPoster(rest, logger),
    cooldown: createCooldown(),
    seenIds: createSeenIds(),
    rulesOf: createRules(serverSettings, settings),
    clock,
    logger,
  };
  const audit = createAuditNoter(store.audit, logger);
  const dispatch = createDispatch({
    ...shared,
    jobs: { commands: commandList, actions: actionList, forms: formList },
    services: {
      ...shared,
      store,
      audit,
      drafts: createDrafts(),
      entryDrafts: createEntryDrafts(),
      drawPicture: createDrawPicture(logger),
      settings: serverSettings,
      operatorChannels: (guildId) =>
        settings.answerChannels.filter((id) => client.guilds.cache.get(guildId)?.channels.cache.has(id)),
      operatorCooldown: settings.cooldownSeconds,
      readsContent: client.options.intents.has(GatewayIntentBits.MessageContent),
      shards: () => ({ here: readShards(client, clock.now(), startedAt), count: settings.shards.count }),
      ownQuestions: () => readOwnQuestions(settings.knowledgeFolder),
      mayWriteIn: (channelId) => mayWriteWhere(client, channelId),
      placesOf: (channelId) => placesOf(channelId, client.channels.cache.get(channelId) ?? null),
    },
    callbacks: createCallbackClient(settings.apiUrl),
    replies: createReplyClient(settings.apiUrl, rest),
    onRefused: (refused) => void audit.note({ ...refused, outcome: 'refused' }),
  });
  listen(client, guard, { dispatch, freeText: createFreeText(shared), logger });
}

function mayWriteWhere(client: Client, channelId: string): boolean {
  const channel = client.channels.cache.get(channelId);
  return channel === undefined || !channel.isTextBased() || channel.isDMBased() || mayWriteIn(channel);
}

/**
 * Tells in the log channels of servers what their moderators do.
 * @throws what the store throws when it cannot be watched.
 */
export async function tellActs(
  client: Client,
  { store, serverSettings }: Knowledge,
  { settings, logger }: BotParts,
): Promise<void> {
  const rulesOf = createRules(serverSettings, settings);
  await tellLogChannels({
    store,
    settings: serverSettings,
    rulesOf,
    serves: (guildId) => client.guilds.cache.has(guildId),
    mayWriteIn: (channelId) => mayWriteWhere(client, channelId),
    poster: createPoster(client.rest, logger),
    localeOf: (guildId) =>
      rulesOf(guildId).language ?? toReplyLocale(client.guilds.cache.get(guildId)?.preferredLocale ?? null),
    logger,
  });
}
