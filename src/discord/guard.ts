import { setTimeout as pause } from 'node:timers/promises';

import type { Logger } from '../library/ports.ts';

import { describeError } from './describe-error.ts';

/** The one wrapper around every listener: what a listener throws would otherwise end the process. */
export interface Guard {
  /** A listener that never throws, and that does nothing any more once the guard is closed. */
  around<A extends readonly unknown[]>(
    name: string,
    listener: (...args: A) => void | Promise<void>,
  ): (...args: A) => void;
  /** Lets no further event in and waits for the listeners that run, at most `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
}

/** An open guard. */
export function createGuard(logger: Logger): Guard {
  const running = new Set<Promise<void>>();
  let isClosed = false;

  async function runSafely(name: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      logger.error({ listener: name, error: describeError(error) }, 'a listener failed');
    }
  }

  return {
    around:
      (name, listener) =>
      (...args) => {
        if (isClosed) return;
        const done = runSafely(name, async () => listener(...args));
        running.add(done);
        void done.then(() => running.delete(done));
      },
    async close(timeoutMs) {
      isClosed = true;
      const timeout = new AbortController();
      await Promise.race([
        Promise.all(running),
        pause(timeoutMs, undefined, { signal: timeout.signal, ref: false }),
      ]);
      timeout.abort();
    },
  };
}
