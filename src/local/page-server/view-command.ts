import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import type { OptionValue } from '../contract.ts';
import type { CommandOptionView, CommandView } from '../page-views.ts';

/**
 * The page's form of a command: one for each subcommand, such as "entry add"; none for what the page has no place for, such
 * as a command on a person.
 */
export function viewCommand(command: APIApplicationCommand): readonly CommandView[] {
  const { name } = command;
  switch (command.type) {
    case ApplicationCommandType.ChatInput:
      return viewSlashCommand(command);
    case ApplicationCommandType.Message:
      return [{ name, description: '', kind: 'message', options: [] }];
    case ApplicationCommandType.User:
    case ApplicationCommandType.PrimaryEntryPoint:
      return [];
  }
}

function viewSlashCommand({
  name,
  description,
  options = [],
}: APIApplicationCommand): readonly CommandView[] {
  const subcommands = options.filter((option) => option.type === ApplicationCommandOptionType.Subcommand);
  if (subcommands.length === 0)
    return [{ name, description, kind: 'slash', options: options.flatMap(viewOption) }];
  return subcommands.map((subcommand) => ({
    name: `${name} ${subcommand.name}`,
    description: subcommand.description,
    kind: 'slash',
    options: (subcommand.options ?? []).flatMap(viewOption),
  }));
}

function viewOption(option: APIApplicationCommandOption): readonly CommandOptionView[] {
  const type = optionType(option.type);
  if (type === null) return [];
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  return [
    {
      name: option.name,
      description: option.description,
      type,
      isRequired: option.required ?? false,
      hasAutocomplete: 'autocomplete' in option && option.autocomplete,
      choices:
        type === 'boolean'
          ? ['True', 'False'].map((name) => ({ name, value: name.toLowerCase() }))
          : choices.map(({ name, value }) => ({ name, value: String(value) })),
    },
  ];
}

/** The kinds that are typed as text. Channels and roles are picked in menus of messages alone: no command needs them. */
function optionType(type: ApplicationCommandOptionType): CommandOptionView['type'] | null {
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
  const command = commands.flatMap(viewCommand).find((each) => each.kind === 'slash' && each.name === name);
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
