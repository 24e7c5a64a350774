import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
} from 'discord.js';

import { actionNames, formNames, parseCustomId, type ActionName, type FormName } from '../render/action.ts';
import type { Button } from '../render/reply.ts';

import type {
  ActionDefinition,
  Audience,
  Command,
  Context,
  FormDefinition,
  MessageCommand,
  SlashCommand,
  Subcommand,
} from './define-command.ts';
import { readFields, readPressed, readTarget, readValues } from './read-interaction.ts';
import type { Result } from './result.ts';
import type { Visibility } from './responder.ts';

/** What an interaction asks for, ready to run. */
export interface Job {
  /** For the log. */
  readonly name: string;
  /** For the audit log, such as `entry.add`. */
  readonly action: string;
  readonly audience: Audience;
  /** `form` is not deferred: its result is the acknowledgement. */
  readonly visibility: Visibility | 'form';
  readonly isQuestion: boolean;
  run(context: Context): Promise<Result>;
  /** Buttons below a fault. */
  keep?(context: Context): readonly Button[];
}

/** What each action of a button or a select does. */
export type Actions = Readonly<Record<ActionName, ActionDefinition>>;

/** What submitting each form does. */
export type Forms = Readonly<Record<FormName, FormDefinition>>;

/** All that people can ask the bot to do. */
export interface Jobs {
  readonly commands: readonly Command[];
  readonly actions: Actions;
  readonly forms: Forms;
}

/** The job of a slash command, a context menu, a button, a select or a form; null when it is none that we know (any more). */
export function findJob(interaction: Interaction, { commands, actions, forms }: Jobs): Job | null {
  if (interaction.isChatInputCommand()) {
    const found = findSlashCommand(interaction, commands);
    return found === null ? null : slashJob(found, interaction);
  }
  if (interaction.isMessageContextMenuCommand()) {
    const command = commands.find(
      ({ kind, definition }) => kind === 'message' && definition.name === interaction.commandName,
    );
    if (command?.kind !== 'message') return null;
    return {
      ...accessOf(interaction.commandName, command),
      run: (context) => command.run({ ...context, target: readTarget(interaction.targetMessage) }),
    };
  }
  if (interaction.isMessageComponent()) return actionJob(interaction, actions);
  if (interaction.isModalSubmit()) return formJob(interaction.customId, readFields(interaction), forms);
  return null;
}

interface FoundCommand {
  /** `entry add` for a subcommand. */
  readonly name: string;
  readonly command: SlashCommand | Subcommand;
}

/** The command or subcommand that an interaction names; null when we have none of that name. */
export function findSlashCommand(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
  commands: readonly Command[],
): FoundCommand | null {
  const { commandName, options } = interaction;
  const command = commands.find(
    ({ kind, definition }) => kind !== 'message' && definition.name === commandName,
  );
  if (command?.kind === 'slash') return { name: commandName, command };
  if (command?.kind !== 'group') return null;
  const subcommand = command.subcommands.find(
    ({ definition }) => definition.name === options.getSubcommand(false),
  );
  return subcommand === undefined
    ? null
    : { name: `${commandName} ${subcommand.definition.name}`, command: subcommand };
}

function slashJob({ name, command }: FoundCommand, interaction: ChatInputCommandInteraction): Job {
  return {
    ...accessOf(name, command, name.replaceAll(' ', '.')),
    run: (context) => command.run({ ...context, values: readValues(interaction) }),
  };
}

function accessOf(
  name: string,
  { audience, visibility, auditedAs }: SlashCommand | Subcommand | MessageCommand,
  action = name,
): Omit<Job, 'run'> {
  return { name, action: auditedAs ?? action, audience, visibility, isQuestion: audience === 'everyone' };
}

/** The chosen value of a select takes the place of the argument; channels and roles are picked beside it. */
function actionJob(interaction: MessageComponentInteraction, actions: Actions): Job | null {
  const { customId, message } = interaction;
  const choice = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  const isPick = interaction.isChannelSelectMenu() || interaction.isRoleSelectMenu();
  const picked = isPick ? interaction.values : [];
  const action = parseCustomId(customId, actionNames);
  if (action === null) return null;
  const definition = actions[action.name];
  const { audience, visibility, isQuestion, auditedAs = action.name } = definition;
  const argument = choice ?? action.argument;
  return {
    name: action.name,
    action: auditedAs,
    audience,
    visibility,
    isQuestion,
    run: (context) => definition.run({ ...context, argument, picked, message: readPressed(message) }),
  };
}

function formJob(customId: string, fields: ReturnType<typeof readFields>, forms: Forms): Job | null {
  const action = parseCustomId(customId, formNames);
  if (action === null) return null;
  const { name, argument } = action;
  return {
    name,
    action: forms[name].auditedAs ?? name,
    audience: forms[name].audience,
    visibility: 'private',
    isQuestion: false,
    run: (context) => forms[name].run({ ...context, argument, fields }),
    keep: (context) => forms[name].keep?.({ ...context, argument, fields }) ?? [],
  };
}
