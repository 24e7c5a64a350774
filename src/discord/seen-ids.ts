import { LRUCache } from 'lru-cache';

/** Remembers what was handled, since Discord delivers again what it is not sure to have delivered. */
export interface SeenIds {
  /** Whether this id comes for the first time; it is remembered from now on. */
  isNew(id: string): boolean;
}

/** More than arrive in the minutes during which a session can be resumed. */
const capacity = 20_000;

/** Has seen nothing yet. */
export function createSeenIds(): SeenIds {
  const seen = new LRUCache<string, true>({ max: capacity });
  return {
    isNew(id) {
      if (seen.has(id)) return false;
      seen.set(id, true);
      return true;
    },
  };
}
