import { randomBytes } from 'node:crypto';

import { LRUCache } from 'lru-cache';

import type { EntryFields } from '../library/entry.ts';

/** A new entry. */
export interface NewEntry {
  readonly kind: 'new';
  /** The gap that it answers; null for none. */
  readonly gapId: string | null;
  /** The one channel in which it may be quoted; null for all. */
  readonly channelId: string | null;
  /** The one role to which it may be quoted; null for everyone. */
  readonly roleId: string | null;
}

/** A new entry for everyone. */
export const newEntry: NewEntry = { kind: 'new', gapId: null, channelId: null, roleId: null };

/** Where the fields of a draft are to go. */
export type EntryTarget =
  | NewEntry
  /** Another version of the entry; `version` is the one that the moderator saw. */
  | { readonly kind: 'change'; readonly id: string; readonly version: number };

/** An entry that a moderator wrote and that is not saved yet. */
export interface EntryDraft {
  readonly userId: string;
  readonly guildId: string;
  readonly fields: EntryFields;
  readonly target: EntryTarget;
}

/** What moderators wrote, so that nothing is lost when it cannot be saved as it is. */
export interface EntryDrafts {
  /** The key under which the draft is found. */
  put(draft: EntryDraft): string;
  /** The draft, if it is this person's and of this server; it stays. */
  get(key: string, owner: { readonly userId: string; readonly guildId: string | null }): EntryDraft | null;
}

/** As long as a person may think about it. */
const lifetimeMs = 60 * 60_000;
const capacity = 1000;

/** An empty memory of drafts. */
export function createEntryDrafts(): EntryDrafts {
  const drafts = new LRUCache<string, EntryDraft>({ max: capacity, ttl: lifetimeMs });
  return {
    put(draft) {
      const key = randomBytes(8).toString('hex');
      drafts.set(key, draft);
      return key;
    },
    get(key, { userId, guildId }) {
      const draft = drafts.get(key);
      return draft?.userId === userId && draft.guildId === guildId ? draft : null;
    },
  };
}
