import type { SettingsHolder } from '../library/hold-settings.ts';
import type { Logger } from '../library/ports.ts';
import type { AuditLog, AuditRecord } from '../library/store.ts';
import type { ReplyLocale } from '../render/locale.ts';
import { renderAudit } from '../render/render-audit.ts';

import { describeError } from './describe-error.ts';
import type { Poster } from './poster.ts';
import type { RulesOf } from './server-rules.ts';

/** What the log channel of a server is told with. */
export interface LogChannelParts {
  readonly audit: AuditLog;
  readonly settings: SettingsHolder;
  readonly rulesOf: RulesOf;
  readonly mayWriteIn: (channelId: string) => boolean;
  readonly poster: Poster;
  /** The language of a server's public replies. */
  readonly localeOf: (guildId: string) => ReplyLocale;
  readonly logger: Logger;
}

/** Tells each act of a moderator in the log channel of its server, if there is one; it is written down in any case. */
export function tellLogChannels({
  audit,
  settings,
  rulesOf,
  mayWriteIn,
  poster,
  localeOf,
  logger,
}: LogChannelParts): void {
  const tell = async (record: AuditRecord): Promise<void> => {
    const { guildId, id } = record;
    try {
      // The act may have been to set the log channel.
      await settings.reload();
      const { logChannel } = rulesOf(guildId);
      if (logChannel === null || !mayWriteIn(logChannel)) return;
      const reply = renderAudit(record, localeOf(guildId));
      await poster.post({ channelId: logChannel, replyTo: null, reply, calls: [], nonce: id });
    } catch (error) {
      logger.error({ error: describeError(error) }, 'an act of a moderator was not told in the log channel');
    }
  };
  audit.onWritten((record) => void tell(record));
}
