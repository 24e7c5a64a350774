import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { isWrittenEntry } from '../src/corpus/entry-document.ts';
import { defineCommand, type Context } from '../src/discord/define-command.ts';
import { noteDone } from '../src/discord/note-act.ts';
import type { TopicDocument } from '../src/library/library.ts';
import { startOfDays, sumUpWeeks } from '../src/library/fill-days.ts';
import { relatedKey } from '../src/library/related-key.ts';
import type { Entry } from '../src/library/entry.ts';
import { chartInsights } from '../src/render/chart-insights.ts';
import type { Insights } from '../src/render/insights.ts';
import { renderInsights } from '../src/render/render-insights.ts';

const days = 30;
const weeks = 12;
const dayMs = 24 * 60 * 60_000;
const shownPassages = 5;

/** `/insights`: what people asked most, what they voted, what they asked in vain, and what is to be checked again. */
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
    const { caller, services, locale } = context;
    const { guildId } = caller;
    const insights = guildId === null ? noInsights(context.act.at) : await gather(context, guildId);
    await noteDone(context, 'insights');
    const picture = await services.drawPicture('insights', chartInsights(insights, locale));
    return renderInsights(insights, picture, locale);
  },
});

const noInsights = (now: number): Insights => ({
  days,
  mostAsked: [],
  votes: [],
  leastHelpful: [],
  weeks: [],
  gaps: [],
  overdue: [],
  now: new Date(now),
});

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
  const tallies = await store.tallies.days(guildId, startOfDays(act.at, weeks * 7));
  return {
    days,
    mostAsked: await Promise.all(most.map(withPassage)),
    votes,
    leastHelpful: await Promise.all(least.map(withPassage)),
    weeks: sumUpWeeks(tallies, act.at, weeks),
    gaps: await store.gaps.list(guildId, ['open']),
    overdue: findOverdue(await store.entries.list(guildId), await library.topics(scope), act.at),
    now: new Date(act.at),
  };
}

/** What was to be checked again on a day before today, the longest ago first: entries of the server, and files. */
function findOverdue(
  entries: readonly Entry[],
  topics: readonly TopicDocument[],
  now: number,
): Insights['overdue'] {
  const today = new Date(now).toISOString().slice(0, 10);
  const named = [
    ...entries.map(({ question: name, reviewOn }) => ({ name, reviewOn })),
    ...topics
      .filter(({ path }) => !isWrittenEntry(path))
      .map(({ title, path, reviewOn }) => ({ name: `${title} · ${path}`, reviewOn })),
  ];
  return named
    .flatMap(({ name, reviewOn }) => (reviewOn !== null && reviewOn < today ? [{ name, reviewOn }] : []))
    .sort((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1));
}
