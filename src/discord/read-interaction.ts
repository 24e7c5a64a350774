import {
  ComponentType,
  type ChatInputCommandInteraction,
  type Message,
  type ModalSubmitInteraction,
} from 'discord.js';

import type { FieldValues, OptionValues, TargetMessage } from './define-command.ts';
import { cleanQuestion } from './read-question.ts';

/** The options of a slash command, or of its subcommand, by name. */
export function readValues({ options }: ChatInputCommandInteraction): OptionValues {
  const given = options.getSubcommand(false) === null ? options.data : (options.data[0]?.options ?? []);
  return Object.fromEntries(given.map(({ name, value }) => [name, typeof value === 'string' ? value : null]));
}

/** What was typed into a form, by the names of its fields. */
export function readFields({ fields }: ModalSubmitInteraction): FieldValues {
  const typed: Record<string, string> = {};
  for (const field of fields.fields.values()) {
    if (field.type === ComponentType.TextInput) typed[field.customId] = field.value;
  }
  return typed;
}

/** The message that a context menu was opened on. */
export function readTarget({ id, content, reference, author }: Message): TargetMessage {
  const repliedId = reference?.messageId;
  return {
    id,
    question: cleanQuestion(content),
    content,
    isFromBot: author.bot,
    repliedTo:
      repliedId === undefined ? null : { channelId: reference?.channelId ?? '', messageId: repliedId },
  };
}
