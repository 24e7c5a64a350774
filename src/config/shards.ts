import { z } from 'zod';

/** Connections to Discord. Each has a part of the servers: those for which `(id >> 22) % count` is its number. */
export interface Shards {
  /** Numbers of the shards that run here, from 0, in rising order. */
  readonly ids: readonly number[];
  /** How many there are in all, over all processes and machines. */
  readonly count: number;
}

/** As many servers as 10,000 shards hold, 25 million, no bot is in. */
const mostShards = 10_000;
const wanted = `write a whole number from 1 to ${mostShards}`;

/** A number of shards or processes. */
export const shardNumber = z.coerce.number(wanted).int(wanted).min(1, wanted).max(mostShards, wanted);

/** Numbers of shards and ranges of them, such as `0-3,8`; sorted, each once. */
export const shardList = z
  .string()
  .trim()
  .regex(
    /^\d{1,4}(?:-\d{1,4})?(?:[\s,]+\d{1,4}(?:-\d{1,4})?)*$/,
    'write the numbers of shards, from 0, and ranges of them, such as 0-3,8',
  )
  .transform((list) => [...new Set(list.split(/[\s,]+/).flatMap(numbersOf))].sort((a, b) => a - b))
  .refine((ids) => ids.length > 0, 'write ranges from the lower number to the higher one');

/** `2-4`: 2, 3 and 4. */
function numbersOf(range: string): readonly number[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_each, at) => first + at);
}

/** The settings of shards, each of them right by itself. */
interface ShardSettings {
  readonly SHARDS?: number | undefined;
  readonly SHARD_PROCESSES: number;
  readonly SHARD_LIST?: readonly number[] | undefined;
  readonly SHARD_COUNT?: number | undefined;
}

/** The shards of this process, or of all that it starts. */
export function shardsOf({ SHARDS, SHARD_LIST, SHARD_COUNT }: ShardSettings): Shards {
  const count = SHARD_COUNT ?? SHARDS ?? 1;
  return { ids: SHARD_LIST ?? Array.from({ length: count }, (_each, at) => at), count };
}

/**
 * What does not fit together, a sentence each.
 * @param sharesStore Whether all processes that have shards of the bot can have the same store.
 */
export function findShardFaults(settings: ShardSettings, sharesStore: boolean): readonly string[] {
  const { SHARDS, SHARD_PROCESSES, SHARD_LIST, SHARD_COUNT } = settings;
  const { ids, count } = shardsOf(settings);
  const isOverMachines = SHARD_LIST !== undefined;
  const rules: readonly (readonly [isBroken: boolean, fault: string])[] = [
    [
      isOverMachines !== (SHARD_COUNT !== undefined),
      'SHARD_LIST and SHARD_COUNT belong together: set which shards run on this machine, and how many there are on all of them.',
    ],
    [
      isOverMachines && SHARDS !== undefined,
      'SHARDS is for a bot on one machine: leave it empty beside SHARD_LIST.',
    ],
    [
      isOverMachines && SHARD_COUNT !== undefined && ids.some((id) => id >= count),
      'SHARD_LIST is not right: shards have numbers below SHARD_COUNT.',
    ],
    [
      SHARD_PROCESSES > ids.length,
      'SHARD_PROCESSES is not right: each process needs a shard, so raise SHARDS or start fewer processes.',
    ],
    [
      isOverMachines && !sharesStore,
      'SHARD_LIST is for several machines, which share one store in PostgreSQL: set DATABASE_URL.',
    ],
  ];
  return rules.flatMap(([isBroken, fault]) => (isBroken ? [fault] : []));
}
