import { ApplicationCommandOptionType, ApplicationCommandType, InteractionContextType } from 'discord.js';

import { answerQuestion } from '../src/discord/answer-question.ts';
import { defineCommand, type ActionDefinition } from '../src/discord/define-command.ts';
import { renderExplanation } from '../src/render/render-explanation.ts';
import { renderNotice } from '../src/render/render-notice.ts';

/** `/ask`: answers a question for everyone in the channel. */
export const ask = defineCommand({
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    name_localizations: { 'es-ES': 'preguntar', 'es-419': 'preguntar' },
    description: 'Ask a question and get the passage that answers it',
    description_localizations: {
      'es-ES': 'Haz una pregunta y recibe el pasaje que la responde',
      'es-419': 'Haz una pregunta y recibe el pasaje que la responde',
    },
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        name_localizations: { 'es-ES': 'pregunta', 'es-419': 'pregunta' },
        description: 'What you want to know',
        description_localizations: { 'es-ES': 'Lo que quieres saber', 'es-419': 'Lo que quieres saber' },
        required: true,
        max_length: 1000,
      },
    ],
  },
  audience: 'everyone',
  visibility: 'public',
  async run({ options, caller, services, locale }) {
    return (await answerQuestion(services, options.question, caller, locale)).reply;
  },
});

/** The button of a related question, and the choice of a heading: asks it, for the person who clicked. */
export const askRelated: ActionDefinition = {
  audience: 'everyone',
  visibility: 'private',
  isQuestion: true,
  async run({ argument, caller, services, locale }) {
    const question = await services.library.related(argument, caller);
    if (question === null) return renderNotice(locale, 'tooOld', {});
    return (await answerQuestion(services, question, caller, locale)).reply;
  },
};

/** "Why this answer": the reasons, for the person who clicked alone. */
export const explainAnswer: ActionDefinition = {
  audience: 'everyone',
  visibility: 'private',
  isQuestion: false,
  async run({ argument, caller, services, locale }) {
    const asked = services.askedQuestions.get(argument);
    if (asked === null) return renderNotice(locale, 'tooOld', {});
    const explanation = await services.library.explain(asked.question, caller);
    const { snippet } = explanation;
    // Reasons for another passage than those that were shown would only confuse.
    const isShown = snippet !== null && asked.passageIds.includes(snippet.passageId);
    return isShown ? renderExplanation(explanation, locale) : renderNotice(locale, 'whyChanged', {});
  },
};
