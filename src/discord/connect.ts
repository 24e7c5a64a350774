import { once } from 'node:events';

import { DiscordAPIError, Events, REST, Routes, type Client } from 'discord.js';
import { z } from 'zod';

import type { Shards } from '../config/shards.ts';
import type { Clock, Logger } from '../library/ports.ts';
import type { IdentifyTurns, ShardLocks } from '../library/store.ts';

import { createClient } from './create-client.ts';
import { redact } from './describe-error.ts';
import { badToken, identifiesUsedUp, stopForCloseCode, unreachable, type FatalStop } from './fatal-stop.ts';
import { createIdentifyThrottler } from './identify-throttler.ts';
import { takeShards } from './take-shards.ts';
import { tryAgain } from './try-again.ts';
import { watchFatal } from './watch-fatal.ts';

/** What a connection is made with. */
export interface ConnectOptions {
  readonly token: string;
  /** Base of Discord's interface, without version and trailing slash. */
  readonly apiUrl: string;
  /** Whether the bot would answer messages that do not mention it. */
  readonly wantsContent: boolean;
  readonly shards: Shards;
  readonly turns: IdentifyTurns;
  readonly locks: ShardLocks;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Attaches the listeners, before anything can arrive. */
  readonly prepare: (client: Client) => void;
  /** Called when a connection that was made has come to an end for good. */
  readonly onFatal: (stop: FatalStop) => void;
}

/** A client that is ready, or why there is none. */
export type Connection =
  | { readonly outcome: 'connected'; readonly client: Client<true> }
  | { readonly outcome: 'stopped'; readonly stop: FatalStop };

/** Below this, a bot that is restarted in a loop would soon use up the day's logins and lose its token. */
const fewestIdentifies = 100;

const gatewaySchema = z.object({
  shards: z.number(),
  session_start_limit: z.object({
    remaining: z.number(),
    reset_after: z.number(),
    max_concurrency: z.number(),
  }),
});
type Gateway = z.infer<typeof gatewaySchema>;

/** What the gateway client rejects a login with, by the close code that it stands for. */
const loginErrors = new Map([
  ['Authentication failed', 4004],
  ['Invalid shard', 4010],
  ['Sharding is required', 4011],
  ['Used an invalid API version', 4012],
  ['Used invalid intents', 4013],
  ['Used disallowed intents', 4014],
]);
const disallowedIntents = 4014;

/** Logs in and waits until the bot knows its servers. Refused the text of all messages, it goes on with what it may read. */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { apiUrl, wantsContent, shards, turns, locks, clock, logger } = options;
  const taken = await takeShards(shards, locks, logger);
  if (taken !== null) return { outcome: 'stopped', stop: taken };
  const gateway = await readGateway(options);
  if ('exitCode' in gateway) return { outcome: 'stopped', stop: gateway };
  adviseShards(gateway.shards, options);
  const maxConcurrency = gateway.session_start_limit.max_concurrency;
  const throttler = createIdentifyThrottler({ maxConcurrency, turns, clock, logger });
  const made = { apiUrl, throttler, shards };
  const first = await login(createClient({ ...made, readsContent: wantsContent }), options);
  if (first.outcome !== 'refused') return first;
  if (first.code !== disallowedIntents || !wantsContent) return stopFor(first);
  logger.warn(
    {},
    'channels are to be answered without a mention (ANSWER_CHANNELS, /settings), but "Message Content Intent" is off on the Bot page of the developer portal: the bot answers only when it is mentioned',
  );
  const second = await login(createClient({ ...made, readsContent: false }), options);
  return second.outcome === 'refused' ? stopFor(second) : second;
}

interface Refused {
  readonly outcome: 'refused';
  readonly code: number | null;
  readonly cause: string;
}

type Login =
  | { readonly outcome: 'connected'; readonly client: Client<true> }
  | { readonly outcome: 'stopped'; readonly stop: FatalStop }
  | Refused;

/** What Discord says of logins, or why there is to be none. */
async function readGateway({ token, apiUrl }: ConnectOptions): Promise<Gateway | FatalStop> {
  const rest = new REST({ api: apiUrl, retries: 0, version: '10' }).setToken(token);
  try {
    const gateway = gatewaySchema.parse(await tryAgain(() => rest.get(Routes.gatewayBot())));
    const { remaining, reset_after: resetAfterMs } = gateway.session_start_limit;
    return remaining < fewestIdentifies ? identifiesUsedUp(remaining, resetAfterMs) : gateway;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) return badToken;
    return unreachable(causeOf(error));
  }
}

/** With too few shards the bot works until one of them has 2,500 servers; from then on Discord refuses its logins. */
function adviseShards(recommended: number, { shards, logger }: ConnectOptions): void {
  if (recommended <= shards.count) return;
  logger.warn(
    { recommended, set: shards.count },
    'Discord recommends more shards than there are: raise SHARDS, or SHARD_COUNT on all machines, before it refuses to log in',
  );
}

async function login(client: Client, { token, prepare, onFatal }: ConnectOptions): Promise<Login> {
  prepare(client);
  try {
    await client.login(token);
  } catch (error) {
    const cause = causeOf(error);
    return { outcome: 'refused', code: loginErrors.get(cause) ?? null, cause };
  }
  const stopped = new Promise<FatalStop>((resolve) => {
    watchFatal(client, (stop) => {
      resolve(stop);
      onFatal(stop);
    });
  });
  const stop = client.isReady()
    ? null
    : await Promise.race([once(client, Events.ClientReady).then(() => null), stopped]);
  if (stop !== null) return { outcome: 'stopped', stop };
  return client.isReady()
    ? { outcome: 'connected', client }
    : { outcome: 'stopped', stop: unreachable('no login') };
}

function stopFor({ code, cause }: Refused): Connection {
  const stop = code === null ? null : stopForCloseCode(code);
  return { outcome: 'stopped', stop: stop ?? unreachable(cause) };
}

function causeOf(error: unknown): string {
  return redact(error instanceof Error ? error.message : String(error));
}
