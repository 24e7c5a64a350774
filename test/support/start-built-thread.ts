import { Worker } from 'node:worker_threads';
import { programOf } from './program.ts';

/** A thread of the library, as it was built for these tests. */
export const startBuiltThread = (): Worker => new Worker(programOf('library-worker'));
