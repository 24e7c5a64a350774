import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Starts a thread that runs `library-worker`, compiled or as it is written, whichever this file is. */
export function startThread(): Worker {
  const extension = extname(fileURLToPath(import.meta.url));
  return new Worker(new URL(`./library-worker${extension}`, import.meta.url));
}
