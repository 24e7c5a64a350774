import {
  ComponentType,
  MessageFlags,
  type ChatInputCommandInteraction,
  type Message,
  type ModalSubmitInteraction,
} from 'discord.js';

import { readApiFailure } from './api-failure.ts';
import type {
  FieldValues,
  OptionValues,
  PressedMessage,
  RepliedMessage,
  TargetMessage,
} from './define-command.ts';
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
    else if (field.type === ComponentType.StringSelect) typed[field.customId] = field.values[0] ?? '';
  }
  return typed;
}

/** The message that a context menu was opened on. */
export function readTarget(message: Message): TargetMessage {
  const { id, content, author } = message;
  return {
    id,
    question: cleanQuestion(content),
    content,
    authorId: author.id,
    isFromBot: author.bot,
    repliedTo: readReference(message),
  };
}

/** The message that holds a button or a select. */
export function readPressed({ id, flags }: Message): PressedMessage {
  return { id, isPrivate: flags.has(MessageFlags.Ephemeral) };
}

function readReference(message: Message): RepliedMessage | null {
  const { reference } = message;
  if (reference?.messageId === undefined) return null;
  const { channelId, messageId } = reference;
  return { channelId, messageId, read: () => fetchText(message) };
}

/** discord.js keeps no messages, and Discord sends an empty text to a bot that may not read it. */
async function fetchText(message: Message): Promise<string | null> {
  try {
    const { content } = await message.fetchReference();
    return content === '' ? null : content;
  } catch (error) {
    const failure = readApiFailure(error);
    if (failure === 'forbidden' || failure === 'gone') return null;
    throw error;
  }
}
