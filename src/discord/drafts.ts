import { randomBytes } from 'node:crypto';

import { LRUCache } from 'lru-cache';

import type { Reply } from '../render/reply.ts';

/** An answer that its asker previews and may post. */
export interface Draft {
  readonly userId: string;
  readonly channelId: string;
  /** The message that the answer replies to. */
  readonly messageId: string;
  readonly reply: Reply;
}

/** Previews that wait to be posted, as long as Discord lets them wait. */
export interface Drafts {
  /** The key under which the draft can be taken. */
  put(draft: Draft): string;
  /** The draft, if it is this person's; it can be taken once. */
  take(key: string, userId: string): Draft | null;
}

const lifetimeMs = 15 * 60_000;
const capacity = 1000;

/** An empty store of drafts. */
export function createDrafts(): Drafts {
  const drafts = new LRUCache<string, Draft>({ max: capacity, ttl: lifetimeMs });
  return {
    put(draft) {
      const key = randomBytes(8).toString('hex');
      drafts.set(key, draft);
      return key;
    },
    take(key, userId) {
      const draft = drafts.get(key);
      if (draft?.userId !== userId) return null;
      drafts.delete(key);
      return draft;
    },
  };
}
