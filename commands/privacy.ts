import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { defineCommand, type ActionDefinition } from '../src/discord/define-command.ts';
import { renderNotice } from '../src/render/render-notice.ts';
import { renderPrivacy } from '../src/render/render-privacy.ts';

/** `/privacy`: what is stored about the person who asks. */
export const privacy = defineCommand({
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'privacy',
    name_localizations: { 'es-ES': 'privacidad', 'es-419': 'privacidad' },
    description: 'See and delete what is stored about you',
    description_localizations: {
      'es-ES': 'Mira y borra lo que hay guardado sobre ti',
      'es-419': 'Mira y borra lo que hay guardado sobre ti',
    },
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  },
  audience: 'everyone',
  visibility: 'private',
  async run({ caller, services, locale }) {
    return renderPrivacy(await services.store.privacy.about(caller.userId), locale);
  },
});

/** "Forget what I wait for". */
export const forgetMe: ActionDefinition = {
  audience: 'everyone',
  visibility: 'in-place',
  isQuestion: false,
  async run({ caller, services, locale }) {
    await services.store.privacy.forget(caller.userId);
    return renderNotice(locale, 'privacyForgotten', {});
  },
};
