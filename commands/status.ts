import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { defineCommand } from '../src/discord/define-command.ts';
import { renderStatus } from '../src/render/render-status.ts';

/** `/status`: what the bot answers from and how its answers went. */
export const status = defineCommand({
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'status',
    name_localizations: { 'es-ES': 'estado', 'es-419': 'estado' },
    description: 'See what the bot answers from and how its answers went',
    description_localizations: {
      'es-ES': 'Mira de dónde responde el bot y cómo le fue',
      'es-419': 'Mira de dónde responde el bot y cómo le fue',
    },
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  },
  audience: 'everyone',
  visibility: 'private',
  async run({ caller, scope, services, locale }) {
    return renderStatus(await services.library.status(scope), { locale, isModerator: caller.isModerator });
  },
});
