import { InteractionResponseType, MessageFlags, MessageType, type APIMessage } from 'discord-api-types/v10';
import type { InteractionEntry } from '../interactions/interaction-record.ts';
import type { Callback } from '../validation/callback-schema.ts';
import { hasFlag, type MessageParts } from '../validation/message-schema.ts';
import { composeMessage, editMessage } from '../world/compose-message.ts';
import type { Upload } from '../world/records.ts';
import { invalidForm } from './api-error.ts';
import { checkEdit, checkNewMessage, editFlags, interactionFlags } from './check-message.ts';
import type { RestContext } from './route.ts';

const messageTypeOf = (kind: InteractionEntry['kind']): MessageType => {
  if (kind === 'slash-command') return MessageType.ChatInputCommand;
  return kind === 'message-command' ? MessageType.ContextMenuCommand : MessageType.Reply;
};

/** A message by an interaction's token, put into the channel for those who may see it. */
export const addInteractionMessage = (
  context: RestContext,
  entry: InteractionEntry,
  parts: MessageParts,
  uploads: readonly Upload[],
): APIMessage => {
  const source = context.world.messages.get(entry.sourceMessageId ?? '')?.message;
  const repliesToSource = entry.kind === 'component' && source !== undefined;
  const message = composeMessage(context.world, {
    authorId: context.world.botId,
    channelId: entry.channelId,
    parts,
    uploads,
    interaction: entry.metadata,
    type: messageTypeOf(entry.kind),
    ...(repliesToSource ? { replyTo: source } : {}),
  });
  const isEphemeral = hasFlag(parts.flags, MessageFlags.Ephemeral);
  return context.world.addMessage(message, isEphemeral ? entry.userId : null);
};

const wrongKind = (): Error =>
  invalidForm([
    {
      path: ['type'],
      code: 'INTERACTION_RESPONSE_TYPE_INVALID',
      message: 'Not an answer to this interaction.',
    },
  ]);

const fits = (entry: InteractionEntry, type: Callback['type']): boolean => {
  if (entry.kind === 'autocomplete')
    return type === InteractionResponseType.ApplicationCommandAutocompleteResult;
  switch (type) {
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return false;
    case InteractionResponseType.Modal:
      return entry.kind !== 'modal';
    case InteractionResponseType.UpdateMessage:
    case InteractionResponseType.DeferredMessageUpdate:
      return entry.sourceMessageId !== null;
    case InteractionResponseType.ChannelMessageWithSource:
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return true;
  }
};

const reply = (
  context: RestContext,
  entry: InteractionEntry,
  parts: MessageParts,
  uploads: readonly Upload[],
): APIMessage => {
  checkNewMessage(parts, interactionFlags, uploads);
  const message = addInteractionMessage(context, entry, parts, uploads);
  const isEphemeral = hasFlag(parts.flags, MessageFlags.Ephemeral);
  context.interactions.update(entry.id, { status: 'replied', isEphemeral, originalMessageId: message.id });
  return message;
};

const defer = (context: RestContext, entry: InteractionEntry, flags: number): APIMessage => {
  if ((flags & ~MessageFlags.Ephemeral) !== 0) {
    throw invalidForm([
      { path: ['data', 'flags'], code: 'FLAGS_INVALID', message: 'Only EPHEMERAL can be set here.' },
    ]);
  }
  const message = addInteractionMessage(context, entry, { flags: flags | MessageFlags.Loading }, []);
  const isEphemeral = hasFlag(flags, MessageFlags.Ephemeral);
  context.interactions.update(entry.id, { status: 'deferred', isEphemeral, originalMessageId: message.id });
  return message;
};

const sourceOf = (context: RestContext, entry: InteractionEntry): APIMessage => {
  const source = context.world.messages.get(entry.sourceMessageId ?? '')?.message;
  if (source === undefined) throw wrongKind();
  return source;
};

const updateSource = (
  context: RestContext,
  entry: InteractionEntry,
  parts: MessageParts,
  uploads: readonly Upload[],
): APIMessage => {
  const source = sourceOf(context, entry);
  const editable = {
    ...parts,
    ...(parts.flags === undefined ? {} : { flags: (parts.flags ?? 0) & editFlags }),
  };
  const edited = editMessage(context.world, source, editable, uploads);
  checkEdit(editable, source, edited);
  context.world.replaceMessage(edited);
  context.interactions.update(entry.id, { status: 'updated', originalMessageId: source.id });
  return edited;
};

/** Carries out the first answer to an interaction; the message that it makes or changes, if any. */
export const answerCallback = (
  context: RestContext,
  entry: InteractionEntry,
  callback: Callback,
  uploads: readonly Upload[],
): APIMessage | null => {
  if (!fits(entry, callback.type)) throw wrongKind();
  switch (callback.type) {
    case InteractionResponseType.ChannelMessageWithSource:
      return reply(context, entry, callback.data, uploads);
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return defer(context, entry, callback.data?.flags ?? 0);
    case InteractionResponseType.UpdateMessage:
      return updateSource(context, entry, callback.data, uploads);
    case InteractionResponseType.DeferredMessageUpdate: {
      const source = sourceOf(context, entry);
      context.interactions.update(entry.id, { status: 'deferred-update', originalMessageId: source.id });
      return source;
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      context.interactions.update(entry.id, { status: 'choices-given', choices: callback.data.choices });
      return null;
    case InteractionResponseType.Modal:
      context.interactions.update(entry.id, { status: 'modal-shown', modal: callback.data });
      return null;
  }
};
