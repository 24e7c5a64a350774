import type { SettingsHolder } from '../library/hold-settings.ts';
import type { Logger } from '../library/ports.ts';
import type { AuditRecord, Store } from '../library/store.ts';
import type { ReplyLocale } from '../render/locale.ts';
import { renderAudit, renderAudits } from '../render/render-audit.ts';
import type { Reply } from '../render/reply.ts';

import { describeError } from './describe-error.ts';
import type { Poster } from './poster.ts';
import type { RulesOf } from './server-rules.ts';

/** What the log channel of a server is told with. */
export interface LogChannelParts {
  readonly store: Pick<Store, 'audit' | 'watch'>;
  readonly settings: SettingsHolder;
  readonly rulesOf: RulesOf;
  /** Whether this process is the one that is connected to a server. */
  readonly serves: (guildId: string) => boolean;
  readonly mayWriteIn: (channelId: string) => boolean;
  readonly poster: Poster;
  /** The language of a server's public replies. */
  readonly localeOf: (guildId: string) => ReplyLocale;
  readonly logger: Logger;
}

/**
 * Tells each act of a moderator in the log channel of its server, if there is one; it is written down in any case. Also
 * tells what was done in a terminal, now and whenever the store has more of that.
 * @throws what the store throws when it cannot be watched.
 */
export async function tellLogChannels(parts: LogChannelParts): Promise<void> {
  const { audit } = parts.store;
  audit.onWritten((record) => void tell(parts, [record]));
  let telling = Promise.resolve();
  const tellNext = (): void => {
    telling = telling.then(() => tellUntold(parts));
  };
  await parts.store.watch(tellNext);
  tellNext();
}

/** @param records Acts in one server, at least one. Never rejects. */
async function tell(parts: LogChannelParts, records: readonly AuditRecord[]): Promise<void> {
  const { settings, rulesOf, mayWriteIn, localeOf, logger } = parts;
  const [first] = records;
  if (first === undefined) return;
  try {
    // The act may have been to set the log channel.
    await settings.reload();
    const { logChannel } = rulesOf(first.guildId);
    if (logChannel === null || !mayWriteIn(logChannel)) return;
    const locale = localeOf(first.guildId);
    if (records.length > mostAtOnce) await post(parts, logChannel, first.id, renderAudits(records, locale));
    else for (const record of records) await post(parts, logChannel, record.id, renderAudit(record, locale));
  } catch (error) {
    logger.error({ error: describeError(error) }, 'an act of a moderator was not told in the log channel');
  }
}

/** More acts than these are summed up: nobody reads a thousand messages. */
const mostAtOnce = 5;

async function post(
  { poster }: LogChannelParts,
  channelId: string,
  nonce: string,
  reply: Reply,
): Promise<void> {
  await poster.post({ channelId, replyTo: null, reply, calls: [], nonce });
}

async function tellUntold(parts: LogChannelParts): Promise<void> {
  const { store, serves, logger } = parts;
  try {
    for (const guildId of (await store.audit.untoldServers()).filter(serves)) {
      let records = await store.audit.takeUntold(guildId);
      while (records.length > 0) {
        await tell(parts, records);
        records = await store.audit.takeUntold(guildId);
      }
    }
  } catch (error) {
    logger.error({ error: describeError(error) }, 'acts of a terminal could not be read for the log channel');
  }
}
