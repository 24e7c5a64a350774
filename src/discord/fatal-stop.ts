import { GatewayCloseCodes } from 'discord.js';

/** Why the process has to end, and what its operator can do about it. Starting it again without that would not help. */
export interface FatalStop {
  /** Exit code of the process: one for each kind of remedy. */
  readonly exitCode: number;
  /** One line for the operator. */
  readonly remedy: string;
}

/** Exit codes of a process that cannot go on until somebody has done something. */
export const exitCodes = {
  /** Settings, or files that they name. */
  badSettings: 2,
  badToken: 3,
  badIntents: 4,
  badGateway: 5,
  identifiesUsedUp: 6,
  tooManyRefusals: 7,
  unreachable: 8,
  shardsTaken: 9,
} as const;

/** For a token that Discord refuses. */
export const badToken: FatalStop = {
  exitCode: exitCodes.badToken,
  remedy:
    'Discord refuses the token: copy it again from the Bot page of the developer portal into DISCORD_TOKEN, then start the bot again.',
};

/** For a bot that keeps doing what it may not. */
export const tooManyRefusals: FatalStop = {
  exitCode: exitCodes.tooManyRefusals,
  remedy:
    'Discord refused 500 requests within ten minutes and would soon bar this address: check the permissions of the bot in the channels that the log names, then start it again.',
};

/**
 * For a bot that has logged in too often.
 * @param remaining Logins that are left.
 * @param resetAfterMs Until the count begins anew.
 */
export function identifiesUsedUp(remaining: number, resetAfterMs: number): FatalStop {
  const minutes = Math.ceil(resetAfterMs / 60_000);
  return {
    exitCode: exitCodes.identifiesUsedUp,
    remedy: `Only ${remaining} logins are left before Discord resets the token: find out what restarts the bot so often, and start it again in ${minutes} minutes, when the count begins anew.`,
  };
}

/** For a Discord that does not answer. */
export function unreachable(cause: string): FatalStop {
  return {
    exitCode: exitCodes.unreachable,
    remedy: `Discord cannot be reached (${cause}): check the network and DISCORD_API_URL, then start the bot again.`,
  };
}

/** For shards that other processes have, by their numbers. */
export function shardsTaken(ids: readonly number[]): FatalStop {
  return {
    exitCode: exitCodes.shardsTaken,
    remedy: `Another process has shards of this one already (${ids.join(', ')}): each may be in one SHARD_LIST only, so correct the lists or stop the other process, then start this one again.`,
  };
}

const closeReasons = new Map<number, FatalStop>([
  [GatewayCloseCodes.AuthenticationFailed, badToken],
  [
    GatewayCloseCodes.DisallowedIntents,
    {
      exitCode: exitCodes.badIntents,
      remedy:
        'Discord refuses the intents: switch on "Message Content Intent" on the Bot page of the developer portal, or leave ANSWER_CHANNELS empty, then start the bot again.',
    },
  ],
  [
    GatewayCloseCodes.InvalidIntents,
    {
      exitCode: exitCodes.badIntents,
      remedy: 'Discord does not know the intents of this version: update the bot.',
    },
  ],
  [
    GatewayCloseCodes.InvalidShard,
    {
      exitCode: exitCodes.badGateway,
      remedy: 'Discord refuses the shards: check SHARD_LIST and SHARD_COUNT, then start the bot again.',
    },
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    {
      exitCode: exitCodes.badGateway,
      remedy:
        'The bot is in too many servers for so few connections: run it with more shards (SHARDS, or SHARD_COUNT on all machines).',
    },
  ],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    {
      exitCode: exitCodes.badGateway,
      remedy: 'Discord no longer speaks this version of its interface: update the bot.',
    },
  ],
]);

/** What a close code of the gateway means for the process; null when the connection is simply made again. */
export function stopForCloseCode(code: number): FatalStop | null {
  return closeReasons.get(code) ?? null;
}
