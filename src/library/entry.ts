import type { WrittenEntry } from '../corpus/entry-document.ts';

/** What a moderator writes of an FAQ entry; the answer is Discord Markdown, as it was written. */
export type EntryFields = Omit<WrittenEntry, 'id' | 'updatedAt'>;

/** What an entry holds before anything is written. */
export const emptyFields: EntryFields = {
  question: '',
  answer: '',
  aliases: [],
  tags: [],
  url: null,
  reviewOn: null,
  channels: [],
  roles: [],
};

/** An FAQ entry that moderators wrote in Discord; it belongs to one server and is never seen from another. */
export interface Entry extends EntryFields {
  /** Unique over all servers, at most 16 letters and digits. */
  readonly id: string;
  readonly guildId: string;
  /** 1 when it is added; each change adds 1. */
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
}

/** One change of an entry. */
export interface EntryVersion {
  readonly version: number;
  readonly change: 'added' | 'edited' | 'removed' | 'restored';
  /** What it held from then on; null after it was removed. */
  readonly fields: EntryFields | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Id of the moderator. */
  readonly by: string;
}
