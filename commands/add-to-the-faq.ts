import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { newEntry } from '../src/discord/entry-drafts.ts';
import type { MessageCommand } from '../src/discord/define-command.ts';
import { cleanQuestion } from '../src/discord/read-question.ts';
import { openEntryForm } from '../src/discord/write-entry.ts';
import { emptyFields } from '../src/library/entry.ts';

/** From a message of the channel to an entry: a question to be answered, or an answer to a question. */
export const addToTheFaq: MessageCommand = {
  kind: 'message',
  definition: {
    type: ApplicationCommandType.Message,
    name: 'Add to the FAQ',
    name_localizations: { 'es-ES': 'Añadir a las preguntas', 'es-419': 'Añadir a las preguntas' },
    contexts: [InteractionContextType.Guild],
  },
  audience: 'moderators',
  auditedAs: 'entry.add',
  visibility: 'form',
  async run({ target, locale }) {
    const asked = (await target.repliedTo?.read()) ?? null;
    const fields =
      asked === null
        ? { ...emptyFields, question: target.question }
        : { ...emptyFields, question: cleanQuestion(asked), answer: target.content };
    return openEntryForm(fields, newEntry, locale);
  },
};
