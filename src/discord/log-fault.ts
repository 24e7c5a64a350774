import { randomBytes } from 'node:crypto';

import type { Logger } from '../library/ports.ts';

import { describeError } from './describe-error.ts';

/** Logs a fault under a new reference and returns it: it is what the person is told, so that the cause can be found. */
export function logFault(
  logger: Logger,
  error: unknown,
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
): string {
  const reference = randomBytes(3).toString('hex');
  logger.error({ reference, ...fields, error: describeError(error) }, message);
  return reference;
}
