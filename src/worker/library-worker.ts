import { parentPort } from 'node:worker_threads';

import { serveLibrary } from './serve-library.ts';

/** What runs in a thread of its own and holds a library there. */
if (parentPort === null) throw new Error('This is the beginning of a worker thread and is started as one.');
serveLibrary(parentPort);
