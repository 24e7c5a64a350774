import { z } from 'zod';

import { logLevels } from '../logging/create-logger.ts';

import { findShardFaults, shardList, shardNumber, shardsOf, type Shards } from './shards.ts';

const snowflake = /^\d{17,20}$/;

const snowflakeList = z
  .string()
  .default('')
  .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ''))
  .refine(
    (ids) => ids.every((id) => snowflake.test(id)),
    'write ids of 17 to 20 digits, separated by commas',
  );

/** Every setting with what it has to be; `.env.example` says what each is for. */
export const settingsSchema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w.-]+$/, 'copy it again from the Bot page of the developer portal; it has no spaces')
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'write an address such as https://discord.com/api' })
    .default('https://discord.com/api')
    .transform((url) => url.replace(/\/+$/, '')),
  GUILD_ID: z.string().regex(snowflake, 'write the id of a server, 17 to 20 digits').optional(),
  KNOWLEDGE_DIR: z.string().default('knowledge'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(?:ql)?$/,
      error: 'write an address such as postgres://user:password@host/database',
    })
    .optional(),
  ANSWER_CHANNELS: snowflakeList,
  MODERATOR_ROLES: snowflakeList,
  COOLDOWN_SECONDS: z.coerce
    .number('write a number of seconds from 0 to 3600')
    .min(0, 'write a number of seconds from 0 to 3600')
    .max(3600, 'write a number of seconds from 0 to 3600')
    .default(2),
  SHARDS: shardNumber.optional(),
  SHARD_PROCESSES: shardNumber.default(1),
  SHARD_LIST: shardList.optional(),
  SHARD_COUNT: shardNumber.optional(),
  LOG_LEVEL: z.enum(logLevels, `write one of ${logLevels.join(', ')}`).optional(),
});

/** What an operator can set, in the types that the rest works with. */
export interface Settings {
  /** Null when there is none yet. */
  readonly token: string | null;
  /** Base of Discord's interface, without version and trailing slash. */
  readonly apiUrl: string;
  /** The one server that gets the commands, or null for all of them. */
  readonly guildId: string | null;
  readonly knowledgeFolder: string;
  /** Where the bot keeps entries and gaps when there is no database. */
  readonly dataFolder: string;
  /** Address of a PostgreSQL database, which holds a password; null for none. */
  readonly databaseUrl: string | null;
  readonly answerChannels: readonly string[];
  readonly moderatorRoles: readonly string[];
  readonly cooldownSeconds: number;
  readonly shards: Shards;
  /** How many processes the shards are divided among; 1: this one has them all. */
  readonly shardProcesses: number;
  /** Null when it is left to how the bot is run. */
  readonly logLevel: (typeof logLevels)[number] | null;
}

/** What came of reading the settings. */
export type SettingsReading =
  | { readonly outcome: 'read'; readonly settings: Settings }
  /** One sentence for each setting that is wrong; none of them shows a value. */
  | { readonly outcome: 'faulty'; readonly faults: readonly string[] };

/** Reads the settings from environment variables; an empty one counts as not set. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsReading {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    return {
      outcome: 'faulty',
      faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')} is not right: ${message}.`),
    };
  }
  const { data } = parsed;
  // discord.js says so to the processes that it starts, which share the one store of their machine.
  const isPart = environment['SHARDING_MANAGER'] === 'true';
  const faults = findShardFaults(data, isPart || data.DATABASE_URL !== undefined);
  if (faults.length > 0) return { outcome: 'faulty', faults };
  return {
    outcome: 'read',
    settings: {
      token: data.DISCORD_TOKEN ?? null,
      apiUrl: data.DISCORD_API_URL,
      guildId: data.GUILD_ID ?? null,
      knowledgeFolder: data.KNOWLEDGE_DIR,
      dataFolder: data.DATA_DIR,
      databaseUrl: data.DATABASE_URL ?? null,
      answerChannels: data.ANSWER_CHANNELS,
      moderatorRoles: data.MODERATOR_ROLES,
      cooldownSeconds: data.COOLDOWN_SECONDS,
      shards: shardsOf(data),
      shardProcesses: data.SHARD_PROCESSES,
      logLevel: data.LOG_LEVEL ?? null,
    },
  };
}
