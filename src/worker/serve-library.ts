import { setImmediate } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';

import { createAnswerer } from '../library/create-answerer.ts';
import type { Answerer } from '../library/library.ts';
import type { Logger } from '../library/ports.ts';
import {
  buildFirst,
  refreshSnapshot,
  toPredecessor,
  type Refreshed,
  type SnapshotParts,
} from '../library/refresh-snapshot.ts';
import { createServerSnapshots } from '../library/server-snapshots.ts';
import { openStore } from '../storage/database/open-store.ts';
import { createFileKnowledge } from '../storage/file-knowledge.ts';
import { loadMeaning } from '../storage/load-meaning.ts';

import { handOver, leaveLastGood, takeLastGood, takeOver, type Legacy } from './hand-over.ts';
import { openLateStore } from './late-store.ts';
import type { Args, Ask, FromWorker, Method, PlainError, Reply, Start, ToWorker } from './protocol.ts';
import { markSearches } from './search-mark.ts';
import { findThreadTime } from './thread-time.ts';

/** A library that is built and serves. */
interface Served {
  readonly answerer: Answerer;
  legacy(): Legacy;
  close(): Promise<void>;
}

/** Builds a library as the other end of the port says, and answers what is asked through it. */
export function serveLibrary(port: MessagePort): void {
  const tell = (message: FromWorker): void => {
    port.postMessage(message);
  };
  const untilTurn = createTurns();
  let served: Served | null = null;

  async function serve(message: ToWorker): Promise<void> {
    if (message.kind === 'start') {
      await build(message, tell, (built) => (served = built));
      return;
    }
    if (message.kind === 'close') {
      await served?.close();
      process.exit();
    }
    // Nothing is asked of a library before it is built.
    if (served === null) return;
    if (message.kind === 'hand-over') {
      handOver(message.to, served.legacy());
      return;
    }
    await untilTurn();
    tell(await answer(served.answerer, message));
  }

  port.on('message', (message: ToWorker) => void serve(message));
}

/**
 * One request begins in each turn of the event loop. All that wait would otherwise be taken up in one turn, and the
 * thread that is to take this one's place would get its next piece after hundreds of them.
 */
function createTurns(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => setImmediate());
    return last;
  };
}

/** Tells that it is built only after `serve` has taken it: it may be asked at once. */
async function build(
  start: Start,
  tell: (message: FromWorker) => void,
  serve: (built: Served) => void,
): Promise<void> {
  try {
    const logger = createForwarder(tell);
    const legacy = start.refresh === null ? null : await takeOver(start.refresh.from);
    const parts: ServedParts = {
      knowledge: createFileKnowledge({ folder: start.place.knowledgeFolder, logger }),
      clock: { now: () => Date.now() },
      logger,
      meaning: await loadMeaning(),
    };
    const { report, next } = await makeSnapshot(legacy, start, parts);
    if (next !== null) serve(await serveSnapshot(next, legacy, start, parts));
    const lastGood = next === null ? null : leaveLastGood(next);
    tell({ kind: 'built', report, lastGood, timeIn: findThreadTime() });
  } catch (error) {
    tell({ kind: 'failed', error: toPlain(error) });
  }
}

interface ServedParts extends SnapshotParts {
  readonly logger: Logger;
}

async function makeSnapshot(
  legacy: Legacy | null,
  { refresh, lastGood }: Start,
  parts: SnapshotParts,
): Promise<Refreshed | { readonly report: null; readonly next: Refreshed['next'] }> {
  return legacy === null
    ? { report: null, next: await buildFirst(parts, takeLastGood(lastGood)) }
    : refreshSnapshot(legacy, refresh?.isConfirmed === true, parts);
}

async function serveSnapshot(
  snapshot: NonNullable<Refreshed['next']>,
  legacy: Legacy | null,
  { place, mark }: Start,
  parts: ServedParts,
): Promise<Served> {
  const { logger } = parts;
  const store = await openLateStore(() => openStore({ ...place, logger }), logger);
  const servers = await createServerSnapshots({ ...parts, store, before: legacy?.servers ?? new Map() });
  const answerer = createAnswerer({
    ...parts,
    servers,
    gaps: store.gaps,
    current: () => snapshot,
    searching: markSearches(mark),
  });
  return {
    answerer,
    legacy: () => ({ ...toPredecessor(snapshot), servers: servers.known() }),
    close: () => store.close(),
  };
}

async function answer(answerer: Answerer, { id, method, args }: Ask): Promise<Reply<unknown>> {
  try {
    return { kind: 'result', id, result: await call(answerer, method, args) };
  } catch (error) {
    return { kind: 'error', id, error: toPlain(error) };
  }
}

type Callable = { readonly [M in Method]: (...args: Args[M]) => Promise<unknown> };

function call<M extends Method>(answerer: Callable, method: M, args: Args[M]): Promise<unknown> {
  return answerer[method](...args);
}

function toPlain(error: unknown): PlainError {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack ?? '' }
    : { name: 'Error', message: String(error), stack: '' };
}

/** The log is written by the main thread alone. */
function createForwarder(tell: (message: FromWorker) => void): Logger {
  const forward =
    (level: 'info' | 'warn' | 'error'): Logger['info'] =>
    (fields, message) => {
      tell({ kind: 'log', level, fields, message });
    };
  return { info: forward('info'), warn: forward('warn'), error: forward('error') };
}
