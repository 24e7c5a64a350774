import { say } from './catalog/say.ts';
import type { ReplyLocale } from './locale.ts';
import { text, type Part } from './reply.ts';

/** How one connection to Discord is. */
export interface ShardHealth {
  /** Its number, from 0. */
  readonly id: number;
  readonly isConnected: boolean;
}

/** The connections of this process, and how many there are over all processes. */
export interface ShardsHere {
  readonly here: readonly ShardHealth[];
  readonly count: number;
}

/** Which shards this process has and how they are; nothing where there is only one in all. */
export function showShards({ here, count }: ShardsHere, locale: ReplyLocale): readonly Part[] {
  if (count === 1) return [];
  const lost = here.filter(({ isConnected }) => !isConnected);
  const values = {
    here: here.length,
    ids: listIds(here),
    count,
    lost: lost.length,
    lostIds: listIds(lost),
  };
  return [text('plain', say(locale, 'statusShards', values))];
}

function listIds(shards: readonly ShardHealth[]): string {
  return shards.map(({ id }) => id).join(', ');
}
