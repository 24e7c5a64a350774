import type { MessagePort } from 'node:worker_threads';

import type { Answerer, RefreshReport } from '../library/library.ts';

/** Where a worker finds what it answers from. */
export interface Place {
  readonly knowledgeFolder: string;
  readonly dataFolder: string;
  /** Address of a PostgreSQL database; null for the store in `dataFolder`. */
  readonly databaseUrl: string | null;
}

/** What a worker is told first. */
export interface Start {
  readonly kind: 'start';
  readonly place: Place;
  /** Shared with whoever watches; see `search-mark.ts`. */
  readonly mark: SharedArrayBuffer;
  /** What to refresh; null for a library that is built from the files alone. */
  readonly refresh: Refresh | null;
  /** Left by a thread that ended by itself; null where there was none. */
  readonly lastGood: LastGood | null;
}

/** Last good versions of broken files, as bytes: the main thread only keeps them, and never takes the time to read them. */
export type LastGood = Uint8Array;

/** What a refresh needs beside the files. */
export interface Refresh {
  /** Leads to the worker that serves until then, which hands over what it knows. */
  readonly from: MessagePort;
  /** Whether over half of the passages may vanish. */
  readonly isConfirmed: boolean;
}

/** Name of something that can be asked. */
export type Method = keyof Answerer;

/** What each method is asked with, and what comes of it. */
export type Args = { readonly [M in Method]: Parameters<Answerer[M]> };
export type Result<M extends Method> = Awaited<ReturnType<Answerer[M]>>;

/** One request; `id` is its number in this worker. */
export type Ask = {
  readonly [M in Method]: {
    readonly kind: 'ask';
    readonly id: number;
    readonly method: M;
    readonly args: Args[M];
  };
}[Method];

/** What a worker is told. */
export type ToWorker =
  Start | Ask | { readonly kind: 'hand-over'; readonly to: MessagePort } | { readonly kind: 'close' };

/** What of an error crosses from one thread to another. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** What came of one request. */
export type Reply<R> =
  | { readonly kind: 'result'; readonly id: number; readonly result: R }
  | { readonly kind: 'error'; readonly id: number; readonly error: PlainError };

/** It is built and can be asked. */
export interface Built {
  readonly kind: 'built';
  /** Null when it was no refresh; says `kept` when it is not to serve. */
  readonly report: RefreshReport | null;
  /** What is left if it ends by itself; null when it is not to serve. */
  readonly lastGood: LastGood | null;
  /** Where the time that it runs is counted; see `thread-time.ts`. */
  readonly timeIn: string | null;
}

/** What a worker tells. */
export type FromWorker =
  | Reply<unknown>
  | Built
  /** It cannot be built, in one plain sentence. */
  | { readonly kind: 'failed'; readonly error: PlainError }
  | {
      readonly kind: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly fields: Readonly<Record<string, unknown>>;
      readonly message: string;
    };
