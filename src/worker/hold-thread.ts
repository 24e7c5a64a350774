import { setTimeout } from 'node:timers/promises';

import type { Clock, Logger } from '../library/ports.ts';

import type { LibraryThread } from './library-thread.ts';
import type { LastGood } from './protocol.ts';

/** The holder of the thread that serves now. */
export interface ThreadHolder {
  /** The one that serves; while it is replaced, as soon as another one does. */
  current(): Promise<LibraryThread>;
  /** Lets another one serve from now on; the one before ends when it has answered everything. */
  swap(next: LibraryThread): void;
  /** Puts no other in the place of one that ends from now on. */
  stop(): void;
}

/** What threads are replaced with. */
export interface ThreadHolderParts {
  /** Starts a thread in the place of one that ended and left this. */
  readonly replace: (lastGood: LastGood | null) => LibraryThread;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A thread that has served for so long ended for a reason of its own, whatever became of those before. */
const soundMs = 60_000;
const longestPauseMs = 60_000;

/** Holds a thread that is built, and replaces it when it ends by itself. */
export function holdThread(
  first: LibraryThread,
  { replace, clock, logger }: ThreadHolderParts,
): ThreadHolder {
  const stop = new AbortController();
  let serving = Promise.resolve(first);
  let servesSince = clock.now();
  let failures = 0;

  function serve(thread: LibraryThread): void {
    const held = Promise.resolve(thread);
    serving = held;
    servesSince = clock.now();
    void thread.ended.then(() => {
      if (serving !== held || stop.signal.aborted) return;
      failures = clock.now() - servesSince < soundMs ? failures + 1 : 1;
      logger.warn({ failures }, 'the thread that holds the library ended; another one is started');
      serveReplacement(thread.lastGood());
    });
  }

  function serveReplacement(lastGood: LastGood | null): void {
    const replacement = buildAgain(() => replace(lastGood), logger, failures, stop.signal);
    serving = replacement;
    const served = replacement.then((thread) => {
      if (serving === replacement) serve(thread);
    });
    // Only the end of the bot ends the attempts; whoever waits then learns of it.
    served.catch(() => undefined);
  }

  serve(first);
  return {
    current: () => serving,
    swap(next) {
      const before = serving;
      serve(next);
      void before.then((thread) => thread.retire()).catch(() => undefined);
    },
    stop() {
      stop.abort();
    },
  };
}

async function buildAgain(
  start: () => LibraryThread,
  logger: Logger,
  failuresBefore: number,
  stop: AbortSignal,
): Promise<LibraryThread> {
  for (let failures = failuresBefore; ; failures += 1) {
    await setTimeout(pauseMs(failures), undefined, { signal: stop });
    const thread = start();
    try {
      await thread.built;
      return thread;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      logger.error({ reason, failures }, 'the library could not be built again; trying on');
      await thread.close();
    }
  }
}

/** None after the first failure, then twice as long each time: what fails at once must not keep the machine busy. */
function pauseMs(failures: number): number {
  return failures <= 1 ? 0 : Math.min(longestPauseMs, 500 * 2 ** (failures - 2));
}
