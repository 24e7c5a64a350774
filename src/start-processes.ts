import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { ShardingManager, type Shard } from 'discord.js';

import type { Shards } from './config/shards.ts';
import { describeError } from './discord/describe-error.ts';
import { exitCodes } from './discord/fatal-stop.ts';
import { nextIdentifyAt } from './discord/identify-throttler.ts';
import type { Clock, Logger } from './library/ports.ts';

/** What the processes are started with. */
export interface ProcessParts {
  readonly token: string;
  /** The shards that are divided among them. */
  readonly shards: Shards;
  /** How many, at most one for each shard. */
  readonly processes: number;
  /** Path of the program that each of them runs. */
  readonly program: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Processes of the bot on this machine. */
export interface Processes {
  /** Resolves with its exit code when one of them cannot go on, and so no other either. It has told the remedy itself. */
  readonly ended: Promise<number>;
  /** Ends them all, when they have finished what is being answered. */
  stop(): Promise<void>;
}

const windowMs = 10 * 60_000;
const unexpected = 1;
/** Whether it gets ready is seen in its log and its exit code. */
const withoutTimeout = -1;

/**
 * Starts the processes, and each of them again whenever it ends for another reason than one that its operator has to
 * settle. A process logs in when it starts, so its starts keep the pauses of logins.
 */
export function startProcesses(parts: ProcessParts): Processes {
  const { token, shards, processes, program, clock, logger } = parts;
  const stopping = new AbortController();
  let end: (exitCode: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });

  /** Resolves when it was stopped or cannot go on. */
  async function keepRunning(each: Shard): Promise<void> {
    let starts: readonly number[] = [];
    let wasReady = false;
    each.on('ready', () => (wasReady = true));
    for (;;) {
      const now = clock.now();
      starts = starts.filter((at) => now - at < windowMs);
      await pause(nextIdentifyAt(starts, now) - now, undefined, { signal: stopping.signal });
      starts = [...starts, clock.now()];
      const child = await each.spawn(withoutTimeout);
      logger.info({ process: each.id, pid: child.pid }, 'started a process');
      await once(child, 'exit');
      const exit = child.exitCode;
      if (stopping.signal.aborted) return;
      if (exit !== null && isFinal(exit, wasReady)) {
        end(exit);
        return;
      }
      logger.error({ process: each.id, exit }, 'a process has ended and is started again');
    }
  }

  // It starts nothing again by itself, because it would do so at once and for ever.
  const options = { token, totalShards: processes, respawn: false, execArgv: process.execArgv };
  const manager = new ShardingManager(program, options);
  const running = divide(shards.ids, processes).map(async (ids, index) => {
    const each = manager.createShard(index);
    each.env = environmentOf({ ids, count: shards.count });
    try {
      await keepRunning(each);
    } catch (error) {
      if (stopping.signal.aborted) return;
      logger.error({ process: index, error: describeError(error) }, 'a process could not be started');
      end(unexpected);
    }
  });
  return {
    ended,
    async stop() {
      stopping.abort();
      for (const { process: child } of manager.shards.values()) child?.kill('SIGTERM');
      await Promise.all(running);
    },
  };
}

const finalExits: ReadonlySet<number> = new Set(Object.values(exitCodes));

/** A bot that has been in Discord goes on trying when it is cut off, as its connections do. */
function isFinal(exitCode: number, wasReady: boolean): boolean {
  return finalExits.has(exitCode) && !(wasReady && exitCode === exitCodes.unreachable);
}

/** As even as can be, in order. */
function divide(ids: readonly number[], parts: number): readonly (readonly number[])[] {
  const startOf = (part: number): number => Math.floor((part * ids.length) / parts);
  return Array.from({ length: parts }, (_each, part) => ids.slice(startOf(part), startOf(part + 1)));
}

/** An empty value keeps the process from taking that of a file `.env`. */
function environmentOf({ ids, count }: Shards): NodeJS.ProcessEnv {
  return {
    ...process.env,
    SHARDS: '',
    SHARD_PROCESSES: '',
    SHARD_LIST: ids.join(','),
    SHARD_COUNT: String(count),
  };
}
