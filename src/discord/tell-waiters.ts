import { say } from '../render/catalog/say.ts';
import { renderAnswer } from '../render/render-answer.ts';
import { text, type Reply } from '../render/reply.ts';

import { noKeys } from './answer-question.ts';
import type { Context } from './define-command.ts';
import { publicReader } from './reader.ts';
import type { Telling } from './result.ts';

/** A post calls at most this many people, so that its names leave room for the answer. */
const calledAtOnce = 50;

/** What those who wait for a gap are told, now that it has an answer; each is told once, and then forgotten. */
export async function tellWaiters(
  context: Context,
  guildId: string,
  gapId: string,
): Promise<readonly Telling[]> {
  const { gaps } = context.services.store;
  const question = (await gaps.find(guildId, gapId))?.phrasings[0];
  if (question === undefined) return [];
  const waiters = await gaps.takeWaiters(guildId, gapId);
  const channels = [...new Set(waiters.map(({ channelId }) => channelId))];
  const tellings = channels.map(async (channelId) => {
    const told = await tellIn(context, { guildId, channelId, question });
    if (told === null) return [];
    return chunk(waiters.filter((waiter) => waiter.channelId === channelId)).map((some, part): Telling => ({
      channelId,
      userIds: some.map(({ userId }) => userId),
      told,
      // Snowflakes made at the same time differ at their end.
      nonce: `${gapId}${channelId.slice(-6)}${part}`,
    }));
  });
  return (await Promise.all(tellings)).flat();
}

/** What everyone in a channel may read of the answer; null where that is nothing. */
async function tellIn(
  { services, caller, act }: Context,
  { guildId, channelId, question }: { guildId: string; channelId: string; question: string },
): Promise<Reply | null> {
  const { caution } = caller;
  const scope = { guildId, reader: publicReader(services.placesOf(channelId)), caution };
  const answer = await services.library.answer(question, scope);
  if (answer.outcome === 'unanswered') return null;
  const locale = caller.publicLocale;
  const shown = renderAnswer(answer, { locale, now: new Date(act.at), topics: [], ...noKeys });
  const entry = answer.snippets[0]?.entry;
  // The question of an entry stands above its answer anyway.
  const repeated = entry === question ? [] : [text('small', question)];
  return {
    ...shown,
    parts: [text('plain', say(locale, 'answeredNow', {})), ...repeated, ...shown.parts],
  };
}

function chunk<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.length === 0 ? [] : [items.slice(0, calledAtOnce), ...chunk(items.slice(calledAtOnce))];
}
