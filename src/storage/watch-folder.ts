import { relative } from 'node:path';

import type { ChokidarOptions, FSWatcher } from 'chokidar';

import type { Logger } from '../library/ports.ts';

import { reasonOf } from './file-problem.ts';

/** Files are at rest when nothing has changed for this long: none of them is half written. */
const restMs = 500;
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
  // Most commands of the terminal read a folder once and need not load it.
  const { watch } = await import('chokidar');
  const watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isPolling = false;

  function waitForRest(): void {
    clearTimeout(timer);
    // Polling sees a file that grows only once in a while.
    timer = setTimeout(onChange, isPolling ? pollMs + restMs : restMs);
  }

  function start(): Promise<void> {
    return new Promise((resolve) => {
      const watcher = watch(root, optionsFor(root, isPolling));
      watchers.push(watcher);
      watcher.on('all', waitForRest).on('ready', resolve);
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
    await Promise.all(watchers.map((watcher) => watcher.close()));
    clearTimeout(timer);
  };
}

function optionsFor(root: string, usePolling: boolean): ChokidarOptions {
  return {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) =>
      relative(root, path)
        .split(/[/\\]/u)
        .some((name) => name === 'node_modules' || (name.startsWith('.') && name !== '..')),
    usePolling,
    interval: pollMs,
    binaryInterval: pollMs,
  };
}
