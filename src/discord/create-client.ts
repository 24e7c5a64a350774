import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';

import type { Shards } from '../config/shards.ts';

import type { IdentifyThrottler } from './identify-throttler.ts';

/** What a client is made with. */
export interface ClientOptions {
  readonly apiUrl: string;
  /** Whether to ask Discord for the text of messages that do not mention the bot. */
  readonly readsContent: boolean;
  readonly throttler: IdentifyThrottler;
  readonly shards: Shards;
}

const cachedMembers = 200;
const cachedUsers = 1000;
const sweepIntervalSeconds = 3600;
const threadLifetimeSeconds = 4 * 3600;
/** discord.js then reports every so many refused requests. */
const refusalsPerReport = 100;

/** A client with the fewest intents that the bot can do with, and caches that do not grow with the number of people. */
export function createClient({ apiUrl, readsContent, throttler, shards }: ClientOptions): Client {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(readsContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    // Direct messages arrive in channels, and edits and deletions for messages, that the client does not hold.
    partials: [Partials.Channel, Partials.Message],
    shards: [...shards.ids],
    shardCount: shards.count,
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    // Retries are made in try-again.ts, where they wait between attempts.
    rest: { api: apiUrl, retries: 0, version: '10', invalidRequestWarningInterval: refusalsPerReport },
    ws: { buildIdentifyThrottler: () => throttler },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      AutoModerationRuleManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: {
        maxSize: cachedMembers,
        keepOverLimit: (member) => member.id === member.client.user.id,
      },
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: cachedUsers, keepOverLimit: (user) => user.id === user.client.user.id },
      VoiceStateManager: 0,
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      threads: { interval: sweepIntervalSeconds, lifetime: threadLifetimeSeconds },
    },
  });
}
