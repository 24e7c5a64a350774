import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { defineCommand, type ActionDefinition, type Context } from '../src/discord/define-command.ts';
import { noteDone } from '../src/discord/note-act.ts';
import { renderRefreshReport } from '../src/render/render-refresh-report.ts';
import type { Reply } from '../src/render/reply.ts';

/** `/refresh`: reads the knowledge files again and reports what changed. */
export const refresh = defineCommand({
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'refresh',
    name_localizations: { 'es-ES': 'actualizar', 'es-419': 'actualizar' },
    description: 'For moderators: read the knowledge files again',
    description_localizations: {
      'es-ES': 'Para moderadores: lee de nuevo los archivos de conocimiento',
      'es-419': 'Para moderadores: lee de nuevo los archivos de conocimiento',
    },
    // No default_member_permissions: they would hide the command from moderators that MODERATOR_ROLES names.
    contexts: [InteractionContextType.Guild],
  },
  audience: 'moderators',
  visibility: 'private',
  run: (context) => runRefresh(context, false),
});

/** The button under a refresh that would drop over half of the passages. */
export const confirmRefresh: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'refresh',
  visibility: 'in-place',
  isQuestion: false,
  run: (context) => runRefresh(context, true),
};

async function runRefresh(context: Context, confirmed: boolean): Promise<Reply> {
  const report = await context.services.library.refresh({ confirmed });
  await noteDone(context, 'refresh');
  return renderRefreshReport(report, context.locale);
}
