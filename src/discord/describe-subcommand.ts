import { ApplicationCommandOptionType } from 'discord.js';

import type { Localizations, SubcommandDefinition } from './command-shapes.ts';

/** The name and description of a subcommand in both languages, without its options. */
export function describeSubcommand(
  name: string,
  spanishName: string,
  description: string,
  spanishDescription: string,
): Omit<SubcommandDefinition, 'options'> {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    name_localizations: inSpanish(spanishName),
    description,
    description_localizations: inSpanish(spanishDescription),
  };
}

/** The same text for both kinds of Spanish that Discord knows. */
export function inSpanish(text: string): Localizations {
  return { 'es-ES': text, 'es-419': text };
}
