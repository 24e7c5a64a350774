import { ApplicationCommandOptionType, ApplicationCommandType, ComponentType } from 'discord-api-types/v10';
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import type { OptionValue } from '../contract.ts';
import type { CommandOptionView, CommandView } from '../page-views.ts';
import type { Pickable } from './view-component.ts';

/**
 * The page's form of a command: one for each subcommand, such as "entry add"; none for what the page has no place for, such
 * as a command on a person. `pickable` are the channels, roles and people that an option of such a type offers.
 */
export function viewCommand(command: APIApplicationCommand, pickable: Pickable): readonly CommandView[] {
  const { name } = command;
  switch (command.type) {
    case ApplicationCommandType.ChatInput:
      return viewSlashCommand(command, pickable);
    case ApplicationCommandType.Message:
      return [{ name, description: '', kind: 'message', options: [] }];
    case ApplicationCommandType.User:
    case ApplicationCommandType.PrimaryEntryPoint:
      return [];
  }
}

function viewSlashCommand(
  { name, description, options = [] }: APIApplicationCommand,
  pickable: Pickable,
): readonly CommandView[] {
  const view = (option: APIApplicationCommandOption): readonly CommandOptionView[] =>
    viewOption(option, pickable);
  const subcommands = options.filter((option) => option.type === ApplicationCommandOptionType.Subcommand);
  if (subcommands.length === 0) return [{ name, description, kind: 'slash', options: options.flatMap(view) }];
  return subcommands.map((subcommand) => ({
    name: `${name} ${subcommand.name}`,
    description: subcommand.description,
    kind: 'slash',
    options: (subcommand.options ?? []).flatMap(view),
  }));
}

function viewOption(option: APIApplicationCommandOption, pickable: Pickable): readonly CommandOptionView[] {
  const type = optionType(option.type);
  if (type === null) return [];
  return [
    {
      name: option.name,
      description: option.description,
      type,
      isRequired: option.required ?? false,
      hasAutocomplete: 'autocomplete' in option && option.autocomplete,
      choices: choicesOf(option, pickable),
    },
  ];
}

function choicesOf(option: APIApplicationCommandOption, pickable: Pickable): CommandOptionView['choices'] {
  const picked = pickedTypes[option.type];
  if (picked !== undefined) return pickable(picked).map(({ label, value }) => ({ name: label, value }));
  if (option.type === ApplicationCommandOptionType.Boolean)
    return ['True', 'False'].map((name) => ({ name, value: name.toLowerCase() }));
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  return choices.map(({ name, value }) => ({ name, value: String(value) }));
}

/** The kinds that name something by its id, and the menu that offers the same things. */
const pickedTypes: Partial<Record<ApplicationCommandOptionType, Parameters<Pickable>[0]>> = {
  [ApplicationCommandOptionType.Channel]: ComponentType.ChannelSelect,
  [ApplicationCommandOptionType.Role]: ComponentType.RoleSelect,
  [ApplicationCommandOptionType.User]: ComponentType.UserSelect,
};

/** How the page sends an option; null for a kind that it has no field for. */
function optionType(type: ApplicationCommandOptionType): CommandOptionView['type'] | null {
  if (pickedTypes[type] !== undefined) return 'string';
  const typed: Partial<Record<ApplicationCommandOptionType, CommandOptionView['type']>> = {
    [ApplicationCommandOptionType.String]: 'string',
    [ApplicationCommandOptionType.Integer]: 'integer',
    [ApplicationCommandOptionType.Number]: 'number',
    [ApplicationCommandOptionType.Boolean]: 'boolean',
  };
  return typed[type] ?? null;
}

/** The typed form of what was typed for each option of the command; an option that the command lacks is left out. */
export function typedOptions(
  commands: readonly APIApplicationCommand[],
  { name, options }: { readonly name: string; readonly options: Readonly<Record<string, string>> },
): Readonly<Record<string, OptionValue>> {
  // Only the types of the options count here, not what they offer.
  const views = commands.flatMap((command) => viewCommand(command, () => []));
  const command = views.find((each) => each.kind === 'slash' && each.name === name);
  const typed = (command?.options ?? []).flatMap((option): readonly [string, OptionValue][] => {
    const value = options[option.name];
    return value === undefined ? [] : [[option.name, typedValue(option.type, value)]];
  });
  return Object.fromEntries(typed);
}

function typedValue(type: CommandOptionView['type'], value: string): OptionValue {
  switch (type) {
    case 'string':
      return value;
    case 'integer':
    case 'number':
      return Number(value);
    case 'boolean':
      return value === 'true';
  }
}
