import type { Settlement } from '../library/store.ts';
import { sayInSpans } from '../render/catalog/say.ts';
import { renderSettledGap } from '../render/render-gaps.ts';
import { renderNotice } from '../render/render-notice.ts';
import type { Span } from '../render/reply.ts';

import type { Context } from './define-command.ts';
import type { Result } from './result.ts';
import { tellWaiters } from './tell-waiters.ts';

/**
 * Makes the phrasings of a gap aliases of an entry, and tells those who wait for it.
 * @param entryName Id or key of the entry, whether it stands in a file or was written in Discord.
 */
export async function linkGap(context: Context, gapId: string, entryName: string): Promise<Result> {
  const { scope, services, locale } = context;
  const answer = await services.library.entry(entryName, scope);
  const snippet = answer?.outcome === 'answered' ? answer.snippets[0] : undefined;
  if (snippet === undefined) return renderNotice(locale, 'noEntry', {});
  const said = sayInSpans(locale, 'gapLinked', { entry: snippet.entry ?? snippet.citation.title });
  return settleGap(context, gapId, { kind: 'linked', documentId: snippet.passageId }, said);
}

/** Settles a gap, and says so in these words; questions are answered accordingly from then on. */
export async function settleGap(
  context: Context,
  gapId: string,
  settlement: Settlement,
  said: readonly Span[],
): Promise<Result> {
  const { caller, services, locale, act } = context;
  if (caller.guildId === null) return renderNotice(locale, 'gapGone', {});
  const settled = await services.store.gaps.settle(caller.guildId, gapId, settlement, act);
  if (settled.outcome === 'gone') return renderNotice(locale, 'gapGone', {});
  if (settled.outcome === 'repeated') return renderNotice(locale, 'repeated', {});
  await services.library.reloadServer(caller.guildId);
  const reply = renderSettledGap(settled.gap, said, locale);
  if (settlement.kind !== 'linked') return reply;
  return { reply, tellings: await tellWaiters(context, caller.guildId, gapId) };
}
