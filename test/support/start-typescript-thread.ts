import { Worker } from 'node:worker_threads';

const runTypescript = new URL('./run-typescript.mjs', import.meta.url).href;
const beginning = new URL('../../src/worker/library-worker.ts', import.meta.url);

/** A thread of the library, run as it is written. */
export const startTypescriptThread = (): Worker =>
  new Worker(beginning, { execArgv: ['--import', runTypescript] });
