import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { defineCommand, type ActionDefinition } from '../src/discord/define-command.ts';
import { relatedKey } from '../src/library/related-key.ts';
import { renderNotice } from '../src/render/render-notice.ts';
import { renderTopic, renderTopics } from '../src/render/render-topics.ts';

/** `/topics`: the documents, and what each of them holds. */
export const topics = defineCommand({
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'topics',
    name_localizations: { 'es-ES': 'temas', 'es-419': 'temas' },
    description: 'Look at what the bot knows about',
    description_localizations: { 'es-ES': 'Mira de qué sabe el bot', 'es-419': 'Mira de qué sabe el bot' },
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  },
  audience: 'everyone',
  visibility: 'private',
  async run({ scope, services, locale }) {
    return renderTopics(await services.library.topics(scope), 0, locale);
  },
});

/** The buttons that turn the pages of the topics. */
export const turnTopicsPage: ActionDefinition = {
  audience: 'everyone',
  visibility: 'in-place',
  isQuestion: false,
  async run({ argument, scope, services, locale }) {
    if (!/^\d{1,6}$/.test(argument)) return renderNotice(locale, 'tooOld', {});
    return renderTopics(await services.library.topics(scope), Number(argument), locale);
  },
};

/** The choice of a document: shows what it holds. */
export const openTopic: ActionDefinition = {
  audience: 'everyone',
  visibility: 'private',
  isQuestion: false,
  async run({ argument, scope, services, locale }) {
    const document = (await services.library.topics(scope)).find(({ id }) => relatedKey(id) === argument);
    return document === undefined ? renderNotice(locale, 'tooOld', {}) : renderTopic(document, locale);
  },
};
