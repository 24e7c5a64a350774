import { ApplicationCommandOptionType, ApplicationCommandType, InteractionContextType } from 'discord.js';

import { listTopics } from '../src/discord/answer-question.ts';
import { defineCommand, type ActionDefinition } from '../src/discord/define-command.ts';
import { renderNothing } from '../src/render/render-answer.ts';
import { renderChoices } from '../src/render/render-choices.ts';
import { renderNotice } from '../src/render/render-notice.ts';
import { renderPassage } from '../src/render/render-passage.ts';

const shownPassages = 5;

/** `/search`: the passages that fit some words best, for the person alone. */
export const search = defineCommand({
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'search',
    name_localizations: { 'es-ES': 'buscar', 'es-419': 'buscar' },
    description: 'Find the passages that fit some words best',
    description_localizations: {
      'es-ES': 'Encuentra los pasajes que mejor encajan con unas palabras',
      'es-419': 'Encuentra los pasajes que mejor encajan con unas palabras',
    },
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'words',
        name_localizations: { 'es-ES': 'palabras', 'es-419': 'palabras' },
        description: 'What to look for',
        description_localizations: { 'es-ES': 'Lo que buscas', 'es-419': 'Lo que buscas' },
        required: true,
        max_length: 1000,
      },
    ],
  },
  audience: 'everyone',
  visibility: 'private',
  async run({ options, scope, services, locale, act }) {
    const snippets = await services.library.find(options.words, scope, shownPassages);
    if (snippets.length === 0)
      return renderNothing(await listTopics({ library: services.library, scope }), locale);
    return renderChoices('found', snippets, { locale, now: new Date(act.at) });
  },
});

/** "Show all", and the buttons of titles: one passage in full, for the person who clicked. */
export const openPassage: ActionDefinition = {
  audience: 'everyone',
  visibility: 'private',
  isQuestion: false,
  async run({ argument, scope, services, locale, act }) {
    const snippet = await services.library.passage(argument, scope);
    return snippet === null
      ? renderNotice(locale, 'gone', {})
      : renderPassage(snippet, locale, new Date(act.at));
  },
};
