import { isDeepStrictEqual } from 'node:util';

import { Routes, type REST } from 'discord.js';
import { z } from 'zod';

import type { Command } from './define-command.ts';
import { tryAgain } from './try-again.ts';

/** What is registered, and for which server. */
export interface Registration {
  readonly rest: REST;
  readonly applicationId: string;
  /** The one server that gets the commands, or null for all of them. */
  readonly guildId: string | null;
  readonly commands: readonly Command[];
}

type JsonObject = Readonly<Record<string, unknown>>;

const commandsSchema = z.array(z.looseObject({}));
const guildsSchema = z.array(z.object({ id: z.string() }));

/**
 * Makes Discord's list of commands the same as ours, in one scope: a command in two scopes would be shown twice, so the
 * other scope is cleared. Nothing is written where nothing differs, since Discord counts creations.
 * @returns whether anything was written.
 */
export async function registerCommands(registration: Registration): Promise<boolean> {
  const { rest, applicationId, guildId, commands } = registration;
  const wanted = commands.map(({ definition }): JsonObject => ({ ...definition }));
  const everywhere = Routes.applicationCommands(applicationId);
  if (guildId !== null) {
    const isWritten = await replace(rest, Routes.applicationGuildCommands(applicationId, guildId), wanted);
    return (await replace(rest, everywhere, [])) || isWritten;
  }
  let isWritten = await replace(rest, everywhere, wanted);
  // The first page of servers will do: a bot that was once set to a single server is not in hundreds of them.
  for (const { id } of guildsSchema.parse(await tryAgain(() => rest.get(Routes.userGuilds())))) {
    isWritten = (await replace(rest, Routes.applicationGuildCommands(applicationId, id), [])) || isWritten;
  }
  return isWritten;
}

/** @returns whether the registered commands differed, and so were replaced. */
async function replace(rest: REST, route: `/${string}`, wanted: readonly JsonObject[]): Promise<boolean> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = commandsSchema.parse(await tryAgain(() => rest.get(route, { query })));
  if (isSameSet(registered, wanted)) return false;
  await tryAgain(() => rest.put(route, { body: wanted }));
  return true;
}

function isSameSet(registered: readonly JsonObject[], wanted: readonly JsonObject[]): boolean {
  return isDeepStrictEqual(
    registered.map(comparable).sort(byNameAndType),
    wanted.map(comparable).sort(byNameAndType),
  );
}

/** What both sides say of a command: Discord adds ids and leaves defaults out, or writes them where we leave them out. */
function comparable(command: JsonObject): JsonObject {
  return { ...pick(command, commandKeys), options: optionsOf(command) };
}

const commandKeys = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'contexts',
  'default_member_permissions',
  'nsfw',
];
const optionKeys = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'choices',
  'min_length',
  'max_length',
];

function optionsOf(command: JsonObject): readonly JsonObject[] {
  const options = commandsSchema.safeParse(command['options']);
  return options.success
    ? options.data.map((option) => ({ ...pick(option, optionKeys), options: optionsOf(option) }))
    : [];
}

function pick(from: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.flatMap((key) => (isDefault(from[key]) ? [] : [[key, from[key]] as const])));
}

function isDefault(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === '';
}

function byNameAndType(a: JsonObject, b: JsonObject): number {
  return nameOf(a).localeCompare(nameOf(b));
}

function nameOf({ type, name }: JsonObject): string {
  return `${String(type)}/${String(name)}`;
}
