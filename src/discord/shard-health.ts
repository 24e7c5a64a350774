import { Status, type Client, type WebSocketShard } from 'discord.js';

import type { ShardHealth } from '../render/render-shards.ts';

/** Discord asks for a heartbeat every 41 s: by then two of them went unanswered. */
const longestSilenceMs = 90_000;

/** For how many milliseconds Discord has answered no heartbeat of a shard. */
export function silenceOf(shard: WebSocketShard, now: number, startedAt: number): number {
  return now - Math.max(shard.lastPingTimestamp, startedAt);
}

/**
 * How each connection of this process is. discord.js calls itself ready even when it is not, so health is taken from the
 * state of each shard and from the age of the last heartbeat that Discord answered.
 * @param startedAt When the connections began to be made; times are milliseconds since the epoch.
 */
export function readShards({ ws }: Client, now: number, startedAt: number): readonly ShardHealth[] {
  return ws.shards.map((shard) => ({
    id: shard.id,
    isConnected: shard.status === Status.Ready && silenceOf(shard, now, startedAt) < longestSilenceMs,
  }));
}
