import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { defineCommand } from '../src/discord/define-command.ts';
import { fillDays, startOfDays } from '../src/library/fill-days.ts';
import { chartQuestions } from '../src/render/chart-questions.ts';
import { renderStatus } from '../src/render/render-status.ts';

const weekDays = 7;

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
  async run({ caller, scope, services, act, locale }) {
    const { library, store, drawPicture } = services;
    const shown = { shards: services.shards(), locale, isModerator: caller.isModerator };
    const status = await library.status(scope);
    const { guildId } = caller;
    if (guildId === null) return renderStatus(status, { ...shown, week: null });
    const tallies = await store.tallies.days(guildId, startOfDays(act.at, weekDays));
    const days = fillDays(tallies, act.at, weekDays);
    const picture = await drawPicture('questions', chartQuestions(days, locale));
    return renderStatus(status, { ...shown, week: { days, picture } });
  },
});
