import type { Entry, EntryFields, EntryVersion } from './entry.ts';
import type { ServerSettings } from './settings.ts';
import type { QuoteStore, TallyStore, VoteStore } from './feedback.ts';

/** A change that a moderator makes. */
export interface Act {
  /** Id of the moderator. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Id of the interaction: the same one changes things once, however often and to whichever process it is delivered. */
  readonly interactionId: string;
}

/** What came of a change. */
export type Written =
  | { readonly outcome: 'saved'; readonly entry: Entry }
  /** Somebody else was faster: nothing was changed. */
  | { readonly outcome: 'conflict'; readonly current: Entry }
  | { readonly outcome: 'gone' }
  /** This interaction has made its change before. */
  | { readonly outcome: 'repeated' };

/** What came of making an entry hold what a file says. */
export type Put =
  | { readonly outcome: 'saved'; readonly change: EntryVersion['change']; readonly entry: Entry }
  /** It holds that already. */
  | { readonly outcome: 'unchanged' }
  /** The entry of this id belongs to another server: nothing was changed. */
  | { readonly outcome: 'elsewhere' };

/** The FAQ entries of servers. Every change writes its version and one audit row in the same transaction. */
export interface EntryStore {
  /** Ids of all servers that have entries. */
  servers(): Promise<readonly string[]>;
  /** In the order in which they were added. */
  list(guildId: string): Promise<readonly Entry[]>;
  find(guildId: string, id: string): Promise<Entry | null>;
  /** @param gapId A gap of the server that the entry answers, settled with it; null for none. */
  add(guildId: string, fields: EntryFields, act: Act, gapId: string | null): Promise<Written>;
  /** @param version The version that the moderator saw. */
  edit(
    guildId: string,
    change: { readonly id: string; readonly version: number; readonly fields: EntryFields },
    act: Act,
  ): Promise<Written>;
  remove(guildId: string, id: string, version: number, act: Act): Promise<Written>;
  /** Takes the last change back by a new version; brings a removed entry back. `gone` for one that was only added. */
  undo(guildId: string, id: string, act: Act): Promise<Written>;
  /** Makes the entry of this id hold these fields: adds it, changes it or brings it back. Its row of the audit log counts as untold. */
  put(guildId: string, entry: { readonly id: string; readonly fields: EntryFields }, act: Act): Promise<Put>;
  /** Removes an entry that no file holds any more, if it has this version. Its row of the audit log counts as untold, as that of `put`. */
  takeOut(
    guildId: string,
    entry: { readonly id: string; readonly version: number },
    act: Act,
  ): Promise<Written>;
  /** Newest first; empty when there never was such an entry in this server. */
  history(guildId: string, id: string, limit: number): Promise<readonly EntryVersion[]>;
  /** Entries by their last change, newest first, removed ones among them with their last fields. */
  lastChanged(
    guildId: string,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly question: string; readonly isRemoved: boolean }[]>;
}

/** Questions of one meaning that found no answer in one server. No author is stored with them. */
export interface Gap {
  /** Unique over all servers, at most 16 letters and digits. */
  readonly id: string;
  readonly guildId: string;
  /** `dismissed`: "not for us", such questions stay without a word from now on. */
  readonly state: 'open' | 'answered' | 'dismissed';
  /** Distinct scrubbed phrasings, oldest first. */
  readonly phrasings: readonly string[];
  /** How often it was asked. */
  readonly timesAsked: number;
  /** Milliseconds since the epoch. */
  readonly firstAskedAt: number;
  readonly lastAskedAt: number;
  /** How many people wait to be told. */
  readonly waiting: number;
}

/** Somebody who pressed "Tell me when this is answered". */
export interface Waiter {
  readonly userId: string;
  readonly channelId: string;
}

/** How a moderator settles a gap, other than by a new entry. */
export type Settlement =
  /** The phrasings of the gap become aliases of this entry, whether moderators or files hold it. */
  | { readonly kind: 'linked'; readonly documentId: string }
  | { readonly kind: 'dismissed' }
  /** Takes the last settlement back. */
  | { readonly kind: 'reopened' };

/** What came of settling a gap. */
export type Settled =
  | { readonly outcome: 'settled'; readonly gap: Gap }
  /** It is in that state already, or there is none of that id in this server. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'repeated' };

/** What servers asked in vain. Every settlement writes one audit row in the same transaction. */
export interface GapStore {
  /** @param gapId The gap of the same meaning; null begins a new one. @returns the id of the gap. */
  record(
    guildId: string,
    asked: { readonly phrasing: string; readonly at: number; readonly gapId: string | null },
  ): Promise<string>;
  /** All gaps of a server that are in one of these states: most asked first, then the newest. */
  list(guildId: string, states: readonly Gap['state'][]): Promise<readonly Gap[]>;
  find(guildId: string, id: string): Promise<Gap | null>;
  settle(guildId: string, id: string, settlement: Settlement, act: Act): Promise<Settled>;
  /** False when this person waits already, or the gap is not open. */
  wait(guildId: string, id: string, waiter: Waiter): Promise<boolean>;
  /** Those who wait, who are forgotten by this: each is told once. */
  takeWaiters(guildId: string, id: string): Promise<readonly Waiter[]>;
  /** Forgets open gaps that were last asked before this moment, in milliseconds since the epoch. @returns how many. */
  forget(before: number): Promise<number>;
}

/** A phrasing that a moderator linked to an entry. */
export interface AliasLink {
  /** Id of the FAQ entry's document. */
  readonly documentId: string;
  readonly alias: string;
}

/** One action of a moderator, whether it was let through or refused. Rows are only ever added. */
export interface AuditRow {
  readonly guildId: string;
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Such as `entry.edit`. */
  readonly action: string;
  /** What was acted on; null where it is nothing in particular. */
  readonly subject: string | null;
  readonly outcome: 'done' | 'refused';
  /** What it changed, as JSON; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A row as it was written. */
export interface AuditRecord extends AuditRow {
  readonly id: string;
}

/** The append-only log of what moderators did. Changes of entries and gaps write their rows themselves. */
export interface AuditLog {
  append(row: AuditRow): Promise<void>;
  /** Newest first. */
  list(guildId: string, limit: number): Promise<readonly AuditRow[]>;
  /** Servers with rows that a process without Discord has written and that no log channel was told of yet. */
  untoldServers(): Promise<readonly string[]>;
  /** At most 500 such rows of one server, oldest first; whoever takes them tells them, since nobody gets them again. */
  takeUntold(guildId: string): Promise<readonly AuditRecord[]>;
  /** Calls `listener` after this process has written a row, until the store is closed. It must not throw. */
  onWritten(listener: (record: AuditRecord) => void): void;
}

/** A change of one setting. */
export interface SettingChange {
  readonly key: keyof ServerSettings;
  /** What the setting is to be, given what is set at this moment. */
  readonly alter: (before: ServerSettings) => Partial<ServerSettings>;
}

/** What moderators have set for their servers. */
export interface SettingsStore {
  /** The settings of every server that has any, by its id. */
  all(): Promise<ReadonlyMap<string, ServerSettings>>;
  /** What is set from then on; null when this interaction has made its change before. Writes one audit row in the same transaction. */
  change(guildId: string, change: SettingChange, act: Act): Promise<ServerSettings | null>;
}

/** What is stored about one person. */
export interface StoredAboutPerson {
  /** How many gaps the person waits for, over all servers. */
  readonly waits: number;
  /** How many changes the person made as a moderator: they are the history of entries, and stay. */
  readonly acts: number;
}

/** What is stored about people, for themselves. */
export interface PrivacyStore {
  about(userId: string): Promise<StoredAboutPerson>;
  /** Forgets all that the person waits for. */
  forget(userId: string): Promise<void>;
}

/** Whose turn it is to log in to Discord, over all processes on one store, by the clock of the store. */
export interface IdentifyTurns {
  /**
   * Takes the turn of a bucket if nobody took it in the last `spacingMs`.
   * @param bucket Discord counts logins by `shard_id % max_concurrency`.
   * @returns 0 when the turn was taken, else after how many milliseconds to try again.
   */
  take(bucket: number, spacingMs: number): Promise<number>;
}

/** Which process has which shards, over all processes on one store. */
export interface ShardLocks {
  /**
   * Takes shards, all or none, until the store is closed or the process ends, however it ends.
   * @returns those that other processes have; empty when all were taken.
   */
  take(ids: readonly number[]): Promise<readonly number[]>;
}

/** What Footnote keeps beside the knowledge files, in one database. */
export interface Store {
  readonly entries: EntryStore;
  readonly gaps: GapStore;
  readonly votes: VoteStore;
  readonly quotes: QuoteStore;
  readonly tallies: TallyStore;
  readonly audit: AuditLog;
  readonly settings: SettingsStore;
  readonly privacy: PrivacyStore;
  readonly identifyTurns: IdentifyTurns;
  readonly shardLocks: ShardLocks;
  /** Phrasings that gaps were linked by. */
  aliasLinks(guildId: string): Promise<readonly AliasLink[]>;
  /** A number that rises with every change of what a server's answers are made from: entries, links and dismissals. */
  revision(guildId: string): Promise<number>;
  /** Calls `onChange` after any process changed something, and after the connection was lost and found again, until the store is closed. */
  watch(onChange: () => void): Promise<void>;
  /** Ends everything that watches as well. */
  close(): Promise<void>;
}
