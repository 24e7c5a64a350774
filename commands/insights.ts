import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { defineCommand, type Context } from '../src/discord/define-command.ts';
import { relatedKey } from '../src/library/related-key.ts';
import { renderInsights, type Insights } from '../src/render/render-insights.ts';

const days = 30;
const dayMs = 24 * 60 * 60_000;
const shownPassages = 5;

/** `/insights`: what people asked most, what they voted, and what they asked in vain. */
export const insights = defineCommand({
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'insights',
    name_localizations: { 'es-ES': 'balance', 'es-419': 'balance' },
    description: 'For moderators: which answers helped, and which did not',
    description_localizations: {
      'es-ES': 'Para moderadores: qué respuestas ayudaron y cuáles no',
      'es-419': 'Para moderadores: qué respuestas ayudaron y cuáles no',
    },
    contexts: [InteractionContextType.Guild],
  },
  audience: 'moderators',
  visibility: 'private',
  async run(context) {
    const { guildId } = context.caller;
    const insights =
      guildId === null ? { ...nothing, now: new Date(context.act.at) } : await gather(context, guildId);
    return renderInsights(insights, context.locale);
  },
});

const nothing = { days, mostAsked: [], votes: [], leastHelpful: [], gaps: [] } as const;

async function gather({ scope, services, act }: Context, guildId: string): Promise<Insights> {
  const { store, library } = services;
  const since = act.at - days * dayMs;
  const withPassage = async <T extends { readonly passageId: string }>(each: T) => ({
    ...each,
    passage: await library.passage(relatedKey(each.passageId), scope),
  });
  const most = await store.quotes.mostQuoted(guildId, since, shownPassages);
  const votes = await store.votes.summary(guildId, since);
  const least = votes.filter(({ unhelpful }) => unhelpful > 0).slice(0, shownPassages);
  return {
    days,
    mostAsked: await Promise.all(most.map(withPassage)),
    votes,
    leastHelpful: await Promise.all(least.map(withPassage)),
    gaps: await store.gaps.list(guildId, ['open']),
    now: new Date(act.at),
  };
}
