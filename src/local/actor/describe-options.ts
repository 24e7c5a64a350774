import {
  ApplicationCommandOptionType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type InteractionType,
} from 'discord-api-types/v10';
import { ActorError, type OptionValue } from '../contract.ts';
import { limits } from '../validation/limits.ts';
import {
  mergeResolved,
  resolveChannel,
  resolveRole,
  resolveUser,
  type Place,
  type Resolved,
} from './resolve-ids.ts';

type Values = Readonly<Record<string, OptionValue>>;
type DataOption = APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>;

/** The part of a command that `name` names: itself, or the subcommand of `command subcommand`. */
const findOptions = (
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

type TextOption = Extract<APIApplicationCommandBasicOption, { type: ApplicationCommandOptionType.String }>;

const isChoice = ({ choices = [] }: TextOption, value: string): boolean =>
  choices.length === 0 || choices.some((choice) => choice.value === value);

const describeText = (option: TextOption, value: OptionValue): DataOption => {
  if (typeof value !== 'string' || !isChoice(option, value)) return refuse(option, value);
  const shortest = option.min_length ?? 0;
  const longest = option.max_length ?? limits.optionString;
  if (value.length < shortest || value.length > longest) return refuse(option, value);
  return { type: option.type, name: option.name, value };
};

type NumericOption = Extract<
  APIApplicationCommandBasicOption,
  { type: ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number }
>;

const describeNumber = (option: NumericOption, value: OptionValue): DataOption => {
  if (typeof value !== 'number') return refuse(option, value);
  const isInside = value >= (option.min_value ?? -Infinity) && value <= (option.max_value ?? Infinity);
  return isInside ? { type: option.type, name: option.name, value } : refuse(option, value);
};

type FlagOption = Extract<APIApplicationCommandBasicOption, { type: ApplicationCommandOptionType.Boolean }>;

const describeFlag = (option: FlagOption, value: OptionValue): DataOption =>
  typeof value === 'boolean' ? { type: option.type, name: option.name, value } : refuse(option, value);

const describeValue = (option: APIApplicationCommandBasicOption, value: OptionValue): DataOption => {
  switch (option.type) {
    case ApplicationCommandOptionType.String:
      return describeText(option, value);
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return describeNumber(option, value);
    case ApplicationCommandOptionType.User:
    case ApplicationCommandOptionType.Role:
    case ApplicationCommandOptionType.Channel:
      return { type: option.type, name: option.name, value: String(value) };
    case ApplicationCommandOptionType.Boolean:
      return describeFlag(option, value);
    case ApplicationCommandOptionType.Mentionable:
    case ApplicationCommandOptionType.Attachment:
      throw new ActorError(
        `The option "${option.name}" is of a kind that this local Discord does not offer.`,
      );
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
  const completes = target !== undefined && 'autocomplete' in target && target.autocomplete;
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

/** The users, roles and channels that options name by id. */
export const resolveOptions = (
  options: readonly APIApplicationCommandInteractionDataOption[],
  place: Place,
): Resolved =>
  mergeResolved(
    options.flatMap((option) => {
      if (option.type === ApplicationCommandOptionType.User) return [resolveUser(option.value, place)];
      if (option.type === ApplicationCommandOptionType.Channel) return [resolveChannel(option.value, place)];
      return option.type === ApplicationCommandOptionType.Role ? [resolveRole(option.value, place)] : [];
    }),
  );
