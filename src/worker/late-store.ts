import { setTimeout } from 'node:timers/promises';

import { errorName } from '../library/error-name.ts';
import type { Logger } from '../library/ports.ts';
import type { ServerStore } from '../library/server-snapshots.ts';
import type { Store } from '../library/store.ts';

const pauseMs = 1000;

/** A store that may be opened later: until then every reading of it rejects. */
export interface LateStore extends ServerStore {
  readonly gaps: Pick<Store['gaps'], 'list'>;
  close(): Promise<void>;
}

/**
 * Opens the store, and when it is down goes on trying: what is known already answers meanwhile.
 * @param open Opens it once, or rejects.
 */
export async function openLateStore(open: () => Promise<Store>, logger: Logger): Promise<LateStore> {
  const stop = new AbortController();
  const watchers = new Set<() => void>();
  const tellAll = (): void => {
    for (const tell of watchers) tell();
  };
  let store = await tryOnce();

  async function tryOnce(): Promise<Store | null> {
    try {
      const opened = await open();
      await opened.watch(tellAll);
      return opened;
    } catch (error) {
      logger.warn({ error: errorName(error) }, 'the store could not be opened; trying again');
      return null;
    }
  }

  async function tryOn(): Promise<void> {
    while (store === null) {
      await setTimeout(pauseMs, undefined, { signal: stop.signal });
      store = await tryOnce();
    }
    tellAll();
  }

  function opened(): Store {
    if (store === null) throw new Error('The store is not open.');
    return store;
  }

  // It ends by itself or when the store is closed.
  if (store === null) tryOn().catch(() => undefined);
  return {
    entries: { list: async (guildId) => opened().entries.list(guildId) },
    gaps: { list: async (guildId, states) => opened().gaps.list(guildId, states) },
    aliasLinks: async (guildId) => opened().aliasLinks(guildId),
    revision: async (guildId) => opened().revision(guildId),
    watch(onChange) {
      watchers.add(onChange);
      return Promise.resolve();
    },
    async close() {
      stop.abort();
      await store?.close();
    },
  };
}
