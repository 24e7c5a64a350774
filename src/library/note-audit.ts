import { errorName } from './error-name.ts';
import type { Logger } from './ports.ts';
import type { AuditLog, AuditRow } from './store.ts';

/** Writes what moderators did, or were refused, beside the changes of entries and gaps, which write their own rows. */
export interface AuditNoter {
  /** Never rejects: a store that is down is logged, and stands in nobody's way. */
  note(row: Omit<AuditRow, 'subject' | 'before' | 'after'>): Promise<void>;
}

/** Notes in this log. */
export function createAuditNoter(audit: AuditLog, logger: Logger): AuditNoter {
  return {
    async note(row) {
      try {
        await audit.append({ ...row, subject: null, before: null, after: null });
      } catch (error) {
        const { action, outcome } = row;
        logger.error(
          { action, outcome, error: errorName(error) },
          'an action of a moderator was not written to the audit log',
        );
      }
    },
  };
}
