import { ApplicationCommandOptionType } from 'discord.js';

import { limits } from '../render/limits.ts';

import type { OptionDefinition } from './command-shapes.ts';
import type { AutocompleteChoice, Typing } from './define-command.ts';
import { inSpanish } from './describe-subcommand.ts';

/** The option by which moderators name an entry of their server. */
export const whichEntry = {
  type: ApplicationCommandOptionType.String,
  name: 'entry',
  name_localizations: inSpanish('entrada'),
  description: 'Type a few words of it',
  description_localizations: inSpanish('Escribe unas palabras de ella'),
  required: true,
  autocomplete: true,
} as const satisfies OptionDefinition;

/** As many of the last changes as a moderator may still want to take back. */
const rememberedChanges = 1000;

/** The option that says in which channel alone a new entry may be quoted. */
export const whichChannel = {
  type: ApplicationCommandOptionType.Channel,
  name: 'channel',
  name_localizations: inSpanish('canal'),
  description: 'The only channel in which it may be quoted',
  description_localizations: inSpanish('El único canal en el que se puede citar'),
  required: false,
} as const satisfies OptionDefinition;

/** The option that says to which role alone a new entry may be quoted. */
export const whichRole = {
  type: ApplicationCommandOptionType.Role,
  name: 'role',
  name_localizations: inSpanish('rol'),
  description: 'The only role to which it may be quoted, in private',
  description_localizations: inSpanish('El único rol al que se puede citar, en privado'),
  required: false,
} as const satisfies OptionDefinition;

/** Entries that were written in this server and hold every word that was typed. */
export async function completeEntry({
  typed,
  caller,
  services,
}: Typing): Promise<readonly AutocompleteChoice[]> {
  if (caller.guildId === null) return [];
  return choose(await services.store.entries.list(caller.guildId), typed);
}

/** Removed ones among them, the last changed first. */
export async function completeChanged({
  typed,
  caller,
  services,
}: Typing): Promise<readonly AutocompleteChoice[]> {
  if (caller.guildId === null) return [];
  return choose(await services.store.entries.lastChanged(caller.guildId, rememberedChanges), typed);
}

function choose(
  entries: readonly { readonly id: string; readonly question: string }[],
  typed: string,
): readonly AutocompleteChoice[] {
  const words = typed.toLowerCase().split(/\s+/u);
  return entries
    .filter(({ question }) => words.every((word) => question.toLowerCase().includes(word)))
    .slice(0, limits.autocompleteChoices)
    .map(({ id, question }) => ({ name: question, value: id }));
}
