import { say } from '../render/catalog/say.ts';
import { renderAnswer } from '../render/render-answer.ts';
import { text, type Reply } from '../render/reply.ts';

import { noKeys } from './answer-question.ts';
import type { Context } from './define-command.ts';
import type { Telling } from './result.ts';

/** A post calls at most this many people, so that its names leave room for the answer. */
const calledAtOnce = 50;

/** What those who wait for a gap are told, now that it has an answer; each is told once, and then forgotten. */
export async function tellWaiters(
  { services, caller }: Context,
  guildId: string,
  gapId: string,
): Promise<readonly Telling[]> {
  const gap = await services.store.gaps.find(guildId, gapId);
  const question = gap?.phrasings[0];
  if (question === undefined) return [];
  const answer = await services.library.answer(question, { guildId });
  const waiters = await services.store.gaps.takeWaiters(guildId, gapId);
  const locale = caller.publicLocale;
  const shown = renderAnswer(answer, { locale, topics: [], ...noKeys });
  const entry = answer.outcome === 'unanswered' ? null : answer.snippets[0]?.entry;
  // The question of an entry stands above its answer anyway.
  const repeated = entry === question ? [] : [text('small', question)];
  const told: Reply = {
    ...shown,
    parts: [text('plain', say(locale, 'answeredNow', {})), ...repeated, ...shown.parts],
  };
  const channels = [...new Set(waiters.map(({ channelId }) => channelId))];
  return channels.flatMap((channelId) =>
    chunk(waiters.filter((waiter) => waiter.channelId === channelId)).map((some, part) => ({
      channelId,
      userIds: some.map(({ userId }) => userId),
      told,
      // Snowflakes made at the same time differ at their end.
      nonce: `${gapId}${channelId.slice(-6)}${part}`,
    })),
  );
}

function chunk<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.length === 0 ? [] : [items.slice(0, calledAtOnce), ...chunk(items.slice(calledAtOnce))];
}
