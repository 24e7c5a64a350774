import { relative } from 'node:path';

import { watch, type FSWatcher } from 'chokidar';

import type { Logger } from '../library/ports.ts';

import { reasonOf } from './file-problem.ts';

/** A file counts as written when it has not grown for this long. */
const restMs = 300;
/** Several files that change one after the other are one change. */
const gatherMs = 200;
const pollMs = 2_000;

/**
 * Calls `onChange` after files below `root` were added, changed or removed and came to rest. Where the system has no
 * watches left, the folder is polled instead, and the log says so. The returned function stops watching.
 */
export async function watchFolder(
  root: string,
  onChange: () => void,
  logger: Logger,
): Promise<() => Promise<void>> {
  const watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isPolling = false;

  function gather(): void {
    clearTimeout(timer);
    timer = setTimeout(onChange, gatherMs);
  }

  function start(): Promise<void> {
    return new Promise((resolve) => {
      const watcher = watch(root, optionsFor(root, isPolling));
      watchers.push(watcher);
      watcher.on('all', gather).on('ready', resolve);
      watcher.on('error', (error) => {
        if (watcher !== watchers.at(-1)) return;
        const reason = reasonOf(error);
        if (isPolling || !['ENOSPC', 'EMFILE'].includes(reason)) {
          logger.error({ reason }, 'watching the knowledge folder failed; refresh it by hand');
          return;
        }
        isPolling = true;
        logger.warn(
          { reason, pollMs },
          'no file watches left on this system; looking for changes at intervals',
        );
        void watcher.close();
        void start().then(resolve);
      });
    });
  }

  await start();
  return async () => {
    clearTimeout(timer);
    await Promise.all(watchers.map((watcher) => watcher.close()));
  };
}

function optionsFor(root: string, usePolling: boolean): Parameters<typeof watch>[1] {
  return {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) =>
      relative(root, path)
        .split(/[/\\]/u)
        .some((name) => name === 'node_modules' || (name.startsWith('.') && name !== '..')),
    awaitWriteFinish: { stabilityThreshold: restMs, pollInterval: restMs / 3 },
    usePolling,
    interval: pollMs,
    binaryInterval: pollMs,
  };
}
