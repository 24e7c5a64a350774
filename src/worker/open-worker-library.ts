import { setTimeout } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';

import { countAnswers } from '../library/count-answers.ts';
import { LibraryBusy } from '../library/library-busy.ts';
import type { Answerer, Library, RefreshReport } from '../library/library.ts';
import type { Clock } from '../library/ports.ts';
import { logRefresh } from '../library/refresh-snapshot.ts';

import { holdThread } from './hold-thread.ts';
import {
  startLibraryThread,
  type Before,
  type LibraryThread,
  type LibraryThreadParts,
} from './library-thread.ts';
import type { Args, Method, Result } from './protocol.ts';

/** What a library in other threads is opened with. */
export interface WorkerLibraryParts extends LibraryThreadParts {
  readonly clock: Clock;
}

/** A library that lives in other threads: whatever is built or searched there, this one goes on. */
export interface WorkerLibrary {
  readonly library: Library;
  /** Ends its threads. */
  close(): Promise<void>;
}

/** More requests than these are answered too late to be of use. */
const mostOpen = 256;

/** How long a request waits for a thread to be replaced: a small library is built again by then. */
const patienceMs = 10_000;

/**
 * Opens a library in a thread of its own. A refresh builds in a second one, which then takes its place; one that ends
 * by itself is replaced. What is asked rejects with `LibraryBusy` when it cannot be answered in time.
 * @throws Error with one plain sentence when the knowledge folder cannot be read.
 */
export async function openWorkerLibrary(parts: WorkerLibraryParts): Promise<WorkerLibrary> {
  const threads = new Set<LibraryThread>();
  const start = (before: Before): LibraryThread => {
    const thread = startLibraryThread(parts, before);
    threads.add(thread);
    void thread.ended.then(() => threads.delete(thread));
    return thread;
  };
  const closeAll = async (): Promise<void> => {
    await Promise.all([...threads].map((thread) => thread.close()));
  };
  const first = start({ refresh: null, lastGood: null });
  try {
    await first.built;
  } catch (error) {
    await closeAll();
    throw error;
  }
  const holder = holdThread(first, {
    ...parts,
    replace: (lastGood) => start({ refresh: null, lastGood }),
  });
  const serving = (): Promise<LibraryThread> => withPatience(holder.current());
  const refresh = inTurn(async (isConfirmed: boolean) => {
    const before = await serving();
    const { report, thread } = await replaceBy(start, before, isConfirmed);
    if (report.outcome === 'kept') await thread.close();
    else holder.swap(thread);
    logRefresh(parts.logger, report);
    return report;
  });
  return {
    library: countAnswers({
      ...askThrough(serving),
      refresh: (options) => refresh(options?.confirmed === true),
    }),
    async close() {
      holder.stop();
      await closeAll();
    },
  };
}

/** Builds the next library beside the one that serves, from what that hands over. */
async function replaceBy(
  start: (before: Before) => LibraryThread,
  before: LibraryThread,
  isConfirmed: boolean,
): Promise<{ readonly report: RefreshReport; readonly thread: LibraryThread }> {
  const { port1, port2 } = new MessageChannel();
  const thread = start({ refresh: { from: port1, isConfirmed }, lastGood: null });
  before.handOver(port2);
  const cutShort = before.ended.then(() => {
    throw new LibraryBusy('The thread that serves ended while the next one was built.');
  });
  try {
    const report = await Promise.race([thread.built, cutShort]);
    if (report === null) throw new Error('A refresh has a report.');
    return { report, thread };
  } catch (error) {
    await thread.close();
    throw error;
  }
}

/** One at a time: a refresh that is asked for while another runs reads the files after it, so it misses nothing. */
function inTurn<A, R>(run: (argument: A) => Promise<R>): (argument: A) => Promise<R> {
  let running: Promise<unknown> = Promise.resolve();
  return (argument) => {
    const next = running.then(() => run(argument));
    running = next.catch(() => undefined);
    return next;
  };
}

/** Asks the thread that serves at that moment. */
function askThrough(serving: () => Promise<LibraryThread>): Answerer {
  let open = 0;
  const to =
    <M extends Method>(method: M) =>
    async (...args: Args[M]): Promise<Result<M>> => {
      if (open >= mostOpen) throw new LibraryBusy('Too many requests wait for the library.');
      open += 1;
      try {
        return await (await serving()).ask(method, args);
      } finally {
        open -= 1;
      }
    };
  return {
    answer: to('answer'),
    explain: to('explain'),
    find: to('find'),
    suggestEntries: to('suggestEntries'),
    similarEntries: to('similarEntries'),
    entry: to('entry'),
    topics: to('topics'),
    topicTitles: to('topicTitles'),
    passage: to('passage'),
    related: to('related'),
    impact: to('impact'),
    closestGap: to('closestGap'),
    reloadServer: to('reloadServer'),
    status: to('status'),
  };
}

async function withPatience<T>(waiting: Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = setTimeout(patienceMs, undefined, { signal: stop.signal }).then(() => {
    throw new LibraryBusy('No thread holds the library yet.');
  });
  try {
    return await Promise.race([waiting, late]);
  } finally {
    stop.abort();
  }
}
