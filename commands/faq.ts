import { ApplicationCommandOptionType, ApplicationCommandType, InteractionContextType } from 'discord.js';

import { noKeys, replyWith } from '../src/discord/answer-question.ts';
import { defineCommand } from '../src/discord/define-command.ts';
import { relatedKey } from '../src/library/related-key.ts';
import { limits } from '../src/render/limits.ts';
import { renderNotice } from '../src/render/render-notice.ts';

/** `/faq`: shows one FAQ entry, picked by its name. */
export const faq = defineCommand({
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'faq',
    name_localizations: { 'es-ES': 'faq', 'es-419': 'faq' },
    description: 'Show an entry of the FAQ',
    description_localizations: {
      'es-ES': 'Muestra una de las preguntas frecuentes',
      'es-419': 'Muestra una de las preguntas frecuentes',
    },
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'entry',
        name_localizations: { 'es-ES': 'entrada', 'es-419': 'entrada' },
        description: 'The name of the entry',
        description_localizations: {
          'es-ES': 'El nombre de la entrada',
          'es-419': 'El nombre de la entrada',
        },
        required: true,
        autocomplete: true,
      },
    ],
  },
  audience: 'everyone',
  visibility: 'public',
  async run({ options, caller, scope, services, locale, act }) {
    const answer = await services.library.entry(options.entry, scope);
    if (answer === null) return { aside: renderNotice(caller.locale, 'noEntry', {}) };
    return replyWith({ library: services.library, scope, at: act.at }, answer, locale, noKeys);
  },
  async complete({ typed, scope, services }) {
    const entries = await services.library.suggestEntries(typed, scope, limits.autocompleteChoices);
    return entries.map(({ id, question }) => ({ name: question, value: relatedKey(id) }));
  },
});
