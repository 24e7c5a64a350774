import { setTimeout } from 'node:timers/promises';

import type { Client } from 'pg';

const reconnectAfterMs = 1000;

/** A connection with a state of its own, such as what it listens to. */
export interface SessionParts {
  readonly connect: () => Client;
  /** Gives a new connection its state; when it rejects, there is no connection. */
  readonly begin: (client: Client) => Promise<void>;
  readonly onLost: () => void;
  /** Called when there is a connection again. */
  readonly onAgain: () => void;
}

/**
 * Makes a connection, and makes it again whenever it is lost. The returned function ends it.
 * @throws what the first connection or its beginning throws.
 */
export async function keepSession(parts: SessionParts): Promise<() => Promise<void>> {
  const stop = new AbortController();
  let client: Client | null = null;

  async function open(): Promise<void> {
    const next = parts.connect();
    next.on('error', () => {
      if (client !== next || stop.signal.aborted) return;
      client = null;
      parts.onLost();
      void openAgain();
    });
    try {
      await next.connect();
      await parts.begin(next);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    client = next;
  }

  async function openAgain(): Promise<void> {
    for (;;) {
      try {
        await setTimeout(reconnectAfterMs, undefined, { signal: stop.signal });
        await open();
        parts.onAgain();
        return;
      } catch {
        if (stop.signal.aborted) return;
      }
    }
  }

  await open();
  return async () => {
    stop.abort();
    await client?.end();
  };
}
