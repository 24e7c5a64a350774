import type { Kysely, RawBuilder, Transaction } from 'kysely';

import type { EntryVersion } from '../../library/entry.ts';
import type { DayTally, Vote } from '../../library/feedback.ts';
import type { AuditRecord, AuditRow, Gap } from '../../library/store.ts';

/** Moments are milliseconds since the epoch; ids of Discord are text, since they do not fit a number. */
export interface Tables {
  readonly entry: {
    readonly id: string;
    readonly guild_id: string;
    readonly version: number;
    /** `EntryFields` as JSON; of a removed entry, what it held last. */
    readonly fields: string;
    /** 1 or 0: SQLite has no other truth. */
    readonly is_removed: number;
    readonly added_at: number;
    readonly updated_at: number;
  };
  readonly entry_version: {
    readonly entry_id: string;
    readonly version: number;
    readonly change: EntryVersion['change'];
    /** `EntryFields` as JSON; null for a removal. */
    readonly fields: string | null;
    readonly at: number;
    readonly made_by: string;
  };
  readonly gap: {
    readonly id: string;
    readonly guild_id: string;
    readonly state: Gap['state'];
    readonly times_asked: number;
    readonly first_asked_at: number;
    readonly last_asked_at: number;
  };
  readonly gap_phrasing: { readonly gap_id: string; readonly phrasing: string; readonly at: number };
  readonly waiter: { readonly gap_id: string; readonly user_id: string; readonly channel_id: string };
  readonly alias_link: {
    readonly guild_id: string;
    readonly gap_id: string;
    readonly document_id: string;
    readonly alias: string;
  };
  readonly vote: {
    readonly guild_id: string;
    /** A keyed hash of the person and the answer, in hexadecimal. */
    readonly voter: string;
    readonly passage_id: string;
    readonly value: Vote['value'];
    readonly reason: Vote['reason'];
    readonly at: number;
  };
  readonly quote: {
    readonly guild_id: string;
    readonly passage_id: string;
    /** Days since the epoch, in UTC. */
    readonly day: number;
    readonly times: number;
  };
  readonly tally: {
    readonly guild_id: string;
    /** Days since the epoch, in UTC. */
    readonly day: number;
    readonly kind: Exclude<keyof DayTally, 'day' | 'answered'>;
    readonly times: number;
  };
  /** Random keys that all processes share, in hexadecimal. */
  readonly secret: { readonly name: string; readonly value: string };
  readonly audit: {
    readonly id: string;
    /** Null for what was refused. */
    readonly interaction_id: string | null;
    readonly guild_id: string;
    readonly made_by: string;
    readonly at: number;
    readonly action: string;
    readonly subject: string | null;
    readonly outcome: AuditRow['outcome'];
    readonly before: string | null;
    readonly after: string | null;
  };
  /** Rows of the audit log that a log channel is still to be told of. */
  readonly untold: { readonly audit_id: string; readonly guild_id: string };
  readonly server_settings: {
    readonly guild_id: string;
    /** `ServerSettings` as JSON. */
    readonly settings: string;
  };
  /** When somebody last logged in to Discord, in milliseconds since the epoch by the clock of the database. */
  readonly identify: { readonly bucket: number; readonly at: number };
  readonly revision: { readonly guild_id: string; readonly value: number };
}

/** The database, or one transaction of it. */
export type Database = Kysely<Tables>;

/** What has to be read and written as one. */
export type DatabaseTransaction = Transaction<Tables>;

/** One of the two databases that can hold the store. */
export interface Engine {
  readonly db: Database;
  /** The present moment by the clock of the database, in milliseconds since the epoch, as an expression of its language. */
  readonly now: RawBuilder<number>;
  /** Tells other processes, once the transaction is committed; this one learns of it by `WritableEngine`. */
  announce(transaction: DatabaseTransaction, guildId: string): Promise<void>;
  /** Calls `onChange` after another process changed something, and after a lost connection was found again. */
  watch(onChange: () => void): Promise<() => Promise<void>>;
  /** Locks these shards, all or none, until the engine is closed or the process ends. @returns those that others have. */
  lockShards(ids: readonly number[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** An engine whose changes are told in this process as well. */
export interface WritableEngine extends Engine {
  /** Called after a transaction with a change was committed. */
  onCommitted(): void;
  /** Called after a row of the audit log was committed. */
  onAudited(record: AuditRecord): void;
  readonly auditListeners: Set<(record: AuditRecord) => void>;
}
