import { Status, type Client } from 'discord.js';

import type { Clock, Logger } from '../library/ports.ts';

const checkEveryMs = 5000;
/** Discord asks for a heartbeat every 41 s: by then two of them went unanswered. */
const longestSilenceMs = 90_000;

/**
 * Says in the log when the connection falls silent and when it is back. discord.js calls itself ready even when it is
 * not, so health is taken from the state of each shard and from the age of the last heartbeat that Discord answered.
 *
 * @returns a function that ends the watch.
 */
export function watchHealth(client: Client, clock: Clock, logger: Logger): () => void {
  const startedAt = clock.now();
  let wasHealthy = true;
  const timer = setInterval(() => {
    const silenceMs = silenceOf(client, clock.now(), startedAt);
    const isHealthy =
      client.ws.shards.every((shard) => shard.status === Status.Ready) && silenceMs < longestSilenceMs;
    if (isHealthy !== wasHealthy) report(logger, isHealthy, silenceMs);
    wasHealthy = isHealthy;
  }, checkEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

function silenceOf(client: Client, now: number, startedAt: number): number {
  const oldest = Math.min(...client.ws.shards.map((shard) => Math.max(shard.lastPingTimestamp, startedAt)));
  return now - oldest;
}

function report(logger: Logger, isHealthy: boolean, silenceMs: number): void {
  if (isHealthy) logger.info({}, 'the connection to Discord is back');
  else logger.warn({ silenceMs }, 'the connection to Discord is down; it is being made again');
}
