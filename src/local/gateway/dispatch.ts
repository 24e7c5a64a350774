/** An event on its way to the sessions that are to get it. */
export interface Dispatch {
  readonly name: string;
  readonly data: unknown;
  /** What a session without the intent MessageContent gets instead; null when there is no difference. */
  readonly withheld: unknown;
  /** Null for direct messages, which arrive on shard 0 only. */
  readonly guildId: string | null;
  /** The intent that a session needs; null when it needs none. */
  readonly intent: number | null;
}

/** The shard that a guild belongs to. */
export const shardOf = (guildId: string | null, shardCount: number): number =>
  guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
