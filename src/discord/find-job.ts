import type { AutocompleteInteraction, ChatInputCommandInteraction, Interaction } from 'discord.js';

import { parseCustomId, type ActionName } from '../render/action.ts';

import type {
  ActionDefinition,
  Audience,
  Command,
  Context,
  MessageCommand,
  OptionValues,
  Result,
  SlashCommand,
} from './define-command.ts';
import { cleanQuestion } from './read-question.ts';
import type { Visibility } from './responder.ts';

/** What an interaction asks for, ready to run. */
export interface Job {
  /** For the log. */
  readonly name: string;
  readonly audience: Audience;
  readonly visibility: Visibility;
  readonly isQuestion: boolean;
  run(context: Context): Promise<Result>;
}

/** What each action of a button or a select does. */
export type Actions = Readonly<Record<ActionName, ActionDefinition>>;

/** The job of a slash command, a context menu, a button or a select; null when it is none that we know (any more). */
export function findJob(
  interaction: Interaction,
  commands: readonly Command[],
  actions: Actions,
): Job | null {
  if (interaction.isChatInputCommand()) {
    const command = findSlashCommand(interaction, commands);
    return command === null ? null : slashJob(command, interaction);
  }
  if (interaction.isMessageContextMenuCommand()) {
    const command = commands.find(
      (known) => known.kind === 'message' && known.definition.name === interaction.commandName,
    );
    return command?.kind === 'message' ? menuJob(command, interaction.targetMessage) : null;
  }
  if (interaction.isButton()) return actionJob(interaction.customId, undefined, actions);
  if (interaction.isStringSelectMenu())
    return actionJob(interaction.customId, interaction.values[0], actions);
  return null;
}

/** The command that an interaction names; null when we have none of that name. */
export function findSlashCommand(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
  commands: readonly Command[],
): SlashCommand | null {
  const command = commands.find(
    (known) => known.kind === 'slash' && known.definition.name === interaction.commandName,
  );
  return command?.kind === 'slash' ? command : null;
}

function slashJob(command: SlashCommand, interaction: ChatInputCommandInteraction): Job {
  return {
    ...accessOf(command),
    run: (context) => command.run({ ...context, values: readValues(interaction) }),
  };
}

function menuJob(
  command: MessageCommand,
  { id, content }: { readonly id: string; readonly content: string },
): Job {
  return {
    ...accessOf(command),
    run: (context) => command.run({ ...context, target: { id, question: cleanQuestion(content) } }),
  };
}

function accessOf({ definition, audience, visibility }: Command): Omit<Job, 'run'> {
  return { name: definition.name, audience, visibility, isQuestion: audience === 'everyone' };
}

/** @param choice The chosen value of a select, which takes the place of the argument. */
function actionJob(customId: string, choice: string | undefined, actions: Actions): Job | null {
  const action = parseCustomId(customId);
  if (action === null) return null;
  const definition = actions[action.name];
  const { audience, visibility, isQuestion } = definition;
  const argument = choice ?? action.argument;
  return {
    name: action.name,
    audience,
    visibility,
    isQuestion,
    run: (context) => definition.run({ ...context, argument }),
  };
}

function readValues({ options }: ChatInputCommandInteraction): OptionValues {
  return Object.fromEntries(
    options.data.map(({ name, value }) => [name, typeof value === 'string' ? value : null]),
  );
}
