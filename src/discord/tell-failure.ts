import { randomBytes } from 'node:crypto';

import { LibraryBusy } from '../library/library-busy.ts';
import type { Logger } from '../library/ports.ts';
import type { ReplyLocale } from '../render/locale.ts';
import { renderFault, renderNotice } from '../render/render-notice.ts';
import type { Reply } from '../render/reply.ts';

import { describeError } from './describe-error.ts';

/** What failed, for the log. */
interface Failed {
  readonly message: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/**
 * Logs a failure and says it to the person: that too much is asked at once, or a new reference under which the cause
 * can be found in the log.
 */
export function tellFailure(
  logger: Logger,
  error: unknown,
  { message, fields = {} }: Failed,
  locale: ReplyLocale,
): Reply {
  if (error instanceof LibraryBusy) {
    logger.warn({ ...fields, reason: error.message }, 'the library was busy');
    return renderNotice(locale, 'busy', {});
  }
  const reference = randomBytes(3).toString('hex');
  logger.error({ reference, ...fields, error: describeError(error) }, message);
  return renderFault(locale, reference);
}
