import pRetry from 'p-retry';

import { readApiFailure } from './api-failure.ts';

const retries = 3;
const firstPauseMs = 250;

/**
 * Runs a request again, with longer and longer pauses, while its outcome is uncertain. It has to be one that Discord
 * does only once: an edit, a deletion, or a create with an enforced nonce.
 */
export function tryAgain<T>(request: () => Promise<T>): Promise<T> {
  return pRetry(request, {
    retries,
    minTimeout: firstPauseMs,
    randomize: true,
    shouldRetry: ({ error }) => readApiFailure(error) === 'uncertain',
  });
}
