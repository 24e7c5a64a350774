import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { defineCommand } from '../src/discord/define-command.ts';
import { relatedKey } from '../src/library/related-key.ts';
import { renderInsights } from '../src/render/render-insights.ts';

const days = 30;
const dayMs = 24 * 60 * 60_000;
const shownPassages = 5;

/** `/insights`: what people voted, and what they asked in vain. */
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
  async run({ caller, services, act, locale }) {
    const { store, library } = services;
    const { guildId } = caller;
    const votes = guildId === null ? [] : await store.votes.summary(guildId, act.at - days * dayMs);
    const least = votes.filter(({ unhelpful }) => unhelpful > 0).slice(0, shownPassages);
    const leastHelpful = await Promise.all(
      least.map(async (each) => ({
        ...each,
        passage: await library.passage(relatedKey(each.passageId), caller),
      })),
    );
    const gaps = guildId === null ? [] : await store.gaps.list(guildId, ['open']);
    return renderInsights({ days, votes, leastHelpful, gaps }, locale);
  },
});
