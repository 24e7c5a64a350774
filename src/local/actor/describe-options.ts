import {
  ApplicationCommandOptionType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIInteractionDataResolved,
  type InteractionType,
} from 'discord-api-types/v10';
import { ActorError, type OptionValue } from '../contract.ts';
import { toApiMember, toApiRole } from '../wire/api-guild.ts';
import { guildPermissions } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

type Values = Readonly<Record<string, OptionValue>>;
type DataOption = APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>;

/** The part of a command that `name` names: itself, or the subcommand of `command subcommand`. */
export const findOptions = (
  command: APIApplicationCommand,
  name: string,
): { readonly subcommand: string | null; readonly options: readonly APIApplicationCommandBasicOption[] } => {
  const subcommandName = name.split(' ')[1] ?? null;
  const basic: APIApplicationCommandBasicOption[] = [];
  for (const option of command.options ?? []) {
    if (option.type === ApplicationCommandOptionType.SubcommandGroup) continue;
    if (option.type !== ApplicationCommandOptionType.Subcommand) basic.push(option);
    else if (option.name === subcommandName)
      return { subcommand: option.name, options: option.options ?? [] };
  }
  return { subcommand: null, options: basic };
};

const refuse = (option: APIApplicationCommandBasicOption, value: OptionValue): never => {
  throw new ActorError(`The option "${option.name}" does not take ${JSON.stringify(value)}.`);
};

const describeText = (
  option: Extract<APIApplicationCommandBasicOption, { type: ApplicationCommandOptionType.String }>,
  value: OptionValue,
): DataOption => {
  if (typeof value !== 'string') return refuse(option, value);
  const isOutside = value.length < (option.min_length ?? 0) || value.length > (option.max_length ?? 6_000);
  const isNoChoice =
    option.choices !== undefined &&
    option.choices.length > 0 &&
    !option.choices.some((choice) => choice.value === value);
  return isOutside || isNoChoice ? refuse(option, value) : { type: option.type, name: option.name, value };
};

const describeValue = (option: APIApplicationCommandBasicOption, value: OptionValue): DataOption => {
  const { name } = option;
  switch (option.type) {
    case ApplicationCommandOptionType.String:
      return describeText(option, value);
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number: {
      if (typeof value !== 'number') return refuse(option, value);
      const isOutside = value < (option.min_value ?? -Infinity) || value > (option.max_value ?? Infinity);
      return isOutside ? refuse(option, value) : { type: option.type, name, value };
    }
    case ApplicationCommandOptionType.Boolean:
      return typeof value === 'boolean' ? { type: option.type, name, value } : refuse(option, value);
    case ApplicationCommandOptionType.User:
    case ApplicationCommandOptionType.Channel:
    case ApplicationCommandOptionType.Role:
      return typeof value === 'string' ? { type: option.type, name, value } : refuse(option, value);
    case ApplicationCommandOptionType.Mentionable:
    case ApplicationCommandOptionType.Attachment:
      throw new ActorError(`The option "${name}" is of a kind that this local Discord does not offer.`);
  }
};

const wrap = (
  subcommand: string | null,
  options: DataOption[],
): APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>[] =>
  subcommand === null
    ? options
    : [{ type: ApplicationCommandOptionType.Subcommand, name: subcommand, options }];

/** The options of a slash command as Discord sends them, in the order of the definition. */
export const describeOptions = (
  command: APIApplicationCommand,
  name: string,
  values: Values,
): APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>[] => {
  const { subcommand, options } = findOptions(command, name);
  const unknown = Object.keys(values).find((key) => !options.some((option) => option.name === key));
  if (unknown !== undefined) throw new ActorError(`The command "/${name}" has no option "${unknown}".`);
  const missing = options.find((option) => option.required === true && values[option.name] === undefined);
  if (missing !== undefined)
    throw new ActorError(`The command "/${name}" needs the option "${missing.name}".`);
  const given = options.flatMap((option) => {
    const value = values[option.name];
    return value === undefined ? [] : [describeValue(option, value)];
  });
  return wrap(subcommand, given);
};

/** What was typed so far, with the focused option marked. */
export const describeTyped = (
  command: APIApplicationCommand,
  name: string,
  values: Values,
  focused: string,
): APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>[] => {
  const { subcommand, options } = findOptions(command, name);
  const target = options.find((option) => option.name === focused);
  const completes = target !== undefined && 'autocomplete' in target && target.autocomplete === true;
  if (!completes) throw new ActorError(`The command "/${name}" completes no option "${focused}".`);
  const typed = options.flatMap(
    (
      option,
    ): APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommandAutocomplete>[] => {
      const value = option.name === focused ? (values[option.name] ?? '') : values[option.name];
      if (value === undefined) return [];
      const isFocused = option.name === focused;
      return [
        {
          type: ApplicationCommandOptionType.String,
          name: option.name,
          value: String(value),
          ...(isFocused ? { focused: true } : {}),
        },
      ];
    },
  );
  return subcommand === null
    ? typed
    : [{ type: ApplicationCommandOptionType.Subcommand, name: subcommand, options: typed }];
};

/** The users and roles that options name by id. */
export const resolveOptions = (
  options: readonly APIApplicationCommandInteractionDataOption[],
  guildId: string | null,
  world: World,
): APIInteractionDataResolved => {
  const guild = world.guilds.get(guildId ?? '');
  const resolved: Required<Pick<APIInteractionDataResolved, 'users' | 'members' | 'roles'>> = {
    users: {},
    members: {},
    roles: {},
  };
  for (const option of options) {
    if (option.type === ApplicationCommandOptionType.User) {
      const user = world.users.get(option.value);
      const member = guild?.members.get(option.value);
      if (user !== undefined) resolved.users[option.value] = user;
      if (guild === undefined || member === undefined) continue;
      const permissions = guildPermissions(guild, option.value).toString();
      resolved.members[option.value] = { ...toApiMember(member), permissions };
    }
    if (option.type === ApplicationCommandOptionType.Role) {
      const role = guild?.roles.find(({ id }) => id === option.value);
      if (role !== undefined) resolved.roles[option.value] = toApiRole(role, 1);
    }
  }
  return resolved;
};
