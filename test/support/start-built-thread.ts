import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { inject } from 'vitest';

/** A thread of the library, as it was built for these tests. */
export const startBuiltThread = (): Worker => new Worker(join(inject('botFolder'), 'library-worker.js'));
