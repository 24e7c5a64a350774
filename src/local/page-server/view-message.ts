import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import type { MessageView } from '../page-views.ts';
import { viewComponent } from './view-component.ts';
import type { Pickable } from './view-component.ts';

/** What a message only refers to. */
export interface MessageContext {
  readonly pickable: Pickable;
  /** User ids by emoji. */
  readonly reactions: (messageId: string) => ReadonlyMap<string, readonly string[]>;
  /** The command's name by the id of the interaction that ran it. */
  readonly commandName: (interactionId: string) => string;
}

/** The page's form of a message. */
export function viewMessage(message: APIMessage, context: MessageContext): MessageView {
  const flags = message.flags ?? 0;
  return {
    id: message.id,
    channelId: message.channel_id,
    authorId: message.author.id,
    content: message.content,
    createdAtMs: Date.parse(message.timestamp),
    editedAtMs: message.edited_timestamp === null ? null : Date.parse(message.edited_timestamp),
    isEphemeral: (flags & MessageFlags.Ephemeral) !== 0,
    isThinking: (flags & MessageFlags.Loading) !== 0,
    isSystem: !spoken.has(message.type),
    replyTo: message.type === MessageType.Reply ? (message.message_reference?.message_id ?? null) : null,
    command: viewCommand(message, context),
    mentionedUserIds: message.mentions.map(({ id }) => id),
    components: (message.components ?? []).map((component) => viewComponent(component, context.pickable)),
    // With Components V2, only files that a component shows can be seen.
    fileNames:
      (flags & MessageFlags.IsComponentsV2) === 0 ? message.attachments.map(({ filename }) => filename) : [],
    reactions: [...context.reactions(message.id)].map(([emoji, userIds]) => ({
      emoji,
      userIds: [...userIds],
    })),
  };
}

/** What a person or an application says; every other type is a line of Discord's own. */
const spoken: ReadonlySet<MessageType> = new Set([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
]);

const commandTypes: ReadonlySet<MessageType> = new Set([
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
]);

function viewCommand(message: APIMessage, { commandName }: MessageContext): MessageView['command'] {
  const ran = message.interaction_metadata;
  if (ran === undefined || !commandTypes.has(message.type)) return null;
  return { name: commandName(ran.id), userId: ran.user.id };
}
