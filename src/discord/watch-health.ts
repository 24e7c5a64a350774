import type { Client } from 'discord.js';

import type { Clock, Logger } from '../library/ports.ts';

import { readShards, silenceOf } from './shard-health.ts';

const checkEveryMs = 5000;

/**
 * Says in the log when the connection falls silent and when it is back.
 *
 * @returns a function that ends the watch.
 */
export function watchHealth(client: Client, clock: Clock, logger: Logger): () => void {
  const startedAt = clock.now();
  let wasHealthy = true;
  const timer = setInterval(() => {
    const now = clock.now();
    const isHealthy = readShards(client, now, startedAt).every(({ isConnected }) => isConnected);
    const silenceMs = Math.max(...client.ws.shards.map((shard) => silenceOf(shard, now, startedAt)));
    if (isHealthy !== wasHealthy) report(logger, isHealthy, silenceMs);
    wasHealthy = isHealthy;
  }, checkEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

function report(logger: Logger, isHealthy: boolean, silenceMs: number): void {
  if (isHealthy) logger.info({}, 'the connection to Discord is back');
  else logger.warn({ silenceMs }, 'the connection to Discord is down; it is being made again');
}
