import { setTimeout } from 'node:timers/promises';
import type { MessagePort, Worker } from 'node:worker_threads';

import { errorName } from '../library/error-name.ts';
import type { RefreshReport } from '../library/library.ts';
import type { Logger } from '../library/ports.ts';

import { createOpenRequests, toError } from './open-requests.ts';
import type {
  Args,
  Built,
  FromWorker,
  LastGood,
  Method,
  Place,
  Result,
  Start,
  ToWorker,
} from './protocol.ts';
import { createMark, watchSearches } from './search-mark.ts';
import { readThreadTime } from './thread-time.ts';

/** What a library in a thread of its own is started with. */
export interface LibraryThreadParts {
  readonly place: Place;
  /** Starts the thread itself. */
  readonly startThread: () => Worker;
  /** Milliseconds that one search may take: a thread that searches longer is ended. */
  readonly searchWithinMs: number;
  readonly logger: Logger;
}

/** A library in a thread of its own, seen from the main thread. */
export interface LibraryThread {
  /** Resolves when it is built, and can be asked unless the report says `kept`; rejects with one plain sentence. */
  readonly built: Promise<RefreshReport | null>;
  /** Resolves when the thread has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** @throws LibraryBusy when the thread ends before it has answered. */
  ask<M extends Method>(method: M, args: Args[M]): Promise<Result<M>>;
  /** What it leaves if it ends by itself; null before it is built, and when it is not to serve. */
  lastGood(): LastGood | null;
  /** Lets it give what it knows to the thread that is to take its place. */
  handOver(to: MessagePort): void;
  /** Ends it when everything that it was asked is answered. */
  retire(): Promise<void>;
  /** Ends it now. */
  close(): Promise<void>;
}

/** How long a thread may take to close its store before it is ended from outside. */
const closeWithinMs = 2000;

/** What a thread is told of the one before it. */
export type Before = Pick<Start, 'refresh' | 'lastGood'>;

/** Starts a thread that builds a library: a first one, or one that takes the place of another. */
export function startLibraryThread(parts: LibraryThreadParts, before: Before): LibraryThread {
  const worker = parts.startThread();
  const mark = createMark();
  const requests = createOpenRequests();
  const send = (message: ToWorker, ports: readonly MessagePort[]): void => {
    worker.postMessage(message, ports);
  };
  let serving: Built | null = null;
  const stopWatching = watchSearches({
    mark,
    withinMs: parts.searchWithinMs,
    ranMs: () => readThreadTime(serving?.timeIn ?? null),
    onOverdue() {
      parts.logger.warn({ withinMs: parts.searchWithinMs }, 'a search took too long and was cut off');
      void worker.terminate();
    },
  });
  const ended = untilEnded(worker, parts.logger).then(() => {
    stopWatching();
    requests.cutOff();
  });
  const built = untilBuilt(worker, ended, (message) => {
    if (message.kind === 'log') parts.logger[message.level](message.fields, message.message);
    else requests.settle(message);
  }).then((message) => {
    serving = message;
    return message.report;
  });
  const close = async (): Promise<void> => {
    send({ kind: 'close' }, []);
    await endWithin(closeWithinMs, worker, ended);
  };
  const { refresh } = before;
  send({ kind: 'start', place: parts.place, mark, ...before }, refresh === null ? [] : [refresh.from]);
  return {
    built,
    ended,
    close,
    lastGood: () => serving?.lastGood ?? null,
    ask: (method, args) =>
      requests.ask((id) => {
        worker.postMessage({ kind: 'ask', id, method, args });
      }),
    handOver(to) {
      send({ kind: 'hand-over', to }, [to]);
    },
    retire: () => requests.untilIdle().then(close),
  };
}

async function endWithin(timeMs: number, worker: Worker, ended: Promise<void>): Promise<void> {
  const stop = new AbortController();
  await Promise.race([ended, setTimeout(timeMs, undefined, { signal: stop.signal })]);
  stop.abort();
  await worker.terminate();
}

function untilEnded(worker: Worker, logger: Logger): Promise<void> {
  worker.on('error', (error) => {
    logger.error({ error: errorName(error) }, 'the thread that holds the library failed');
  });
  return new Promise((resolve) => {
    worker.on('exit', () => {
      resolve();
    });
  });
}

type Later = Exclude<FromWorker, { readonly kind: 'built' | 'failed' }>;

async function untilBuilt(
  worker: Worker,
  ended: Promise<void>,
  onOther: (message: Later) => void,
): Promise<Built> {
  const built = new Promise<Built>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'built') resolve(message);
      else if (message.kind === 'failed') reject(toError(message.error));
      else onOther(message);
    });
  });
  const early = ended.then(() => {
    throw new Error('The thread that builds the library ended before it was done.');
  });
  return Promise.race([built, early]);
}
