import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';

import type { Library } from '../../src/library/library.ts';
import { openWorkerLibrary } from '../../src/worker/open-worker-library.ts';

import { KnowledgeFolder } from './knowledge-folder.ts';
import type { Files } from './index-files.ts';
import { startBuiltThread } from './start-built-thread.ts';

/** A library in real threads over real files, and what a test can do to both. */
export interface Threads {
  readonly library: Library;
  readonly folder: KnowledgeFolder;
  readonly dataFolder: string;
  /** Every thread that was started so far, the oldest first. */
  readonly started: readonly Worker[];
  /** Threads that have not ended. */
  readonly running: ReadonlySet<Worker>;
  /** Messages of the log, oldest first. */
  readonly logged: readonly string[];
  readonly close: () => Promise<void>;
}

export interface ThreadsOptions {
  readonly files: Files;
  readonly searchWithinMs?: number;
  /** Another folder than that of the files. */
  readonly folder?: string;
}

/** Opens it, runs a test with it, and ends all of it in any case. */
export const withThreads = async (
  options: ThreadsOptions,
  run: (threads: Threads) => Promise<void>,
): Promise<void> => {
  const folder = await KnowledgeFolder.create(options.files);
  const dataFolder = await mkdtemp(join(tmpdir(), 'footnote-threads-'));
  const started: Worker[] = [];
  const running = new Set<Worker>();
  const logged: string[] = [];
  const log = (fields: object, message: string): void =>
    void logged.push(`${message} ${JSON.stringify(fields)}`);
  try {
    const opened = await openWorkerLibrary({
      place: { knowledgeFolder: options.folder ?? folder.path, dataFolder, databaseUrl: null },
      searchWithinMs: options.searchWithinMs ?? 60_000,
      startThread() {
        const worker = startBuiltThread();
        started.push(worker);
        running.add(worker);
        worker.on('exit', () => running.delete(worker));
        return worker;
      },
      clock: { now: () => Date.now() },
      logger: { info: log, warn: log, error: log },
    });
    try {
      await run({ ...opened, folder, dataFolder, started, running, logged });
    } finally {
      await opened.close();
    }
  } finally {
    await folder.remove();
    await rm(dataFolder, { recursive: true, force: true });
  }
};
