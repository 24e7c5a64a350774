import {
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIAttachment,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { walkComponents } from '../validation/walk-components.ts';
import type { AllowedMentions, MessageParts } from '../validation/message-schema.ts';
import type { World } from './world.ts';

/** Everything that may mention someone: the content and, with Components V2, the text displays. */
const mentioningText = (content: string, components: readonly APIMessageTopLevelComponent[]): string =>
  [content, ...walkComponents(components).flatMap((each) => ('content' in each ? [each.content] : []))].join(
    '\n',
  );

const idsIn = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])),
];

const permits = (allowed: AllowedMentions, kind: 'users' | 'roles', id: string): boolean =>
  (allowed.parse?.some((each) => each === kind) ?? false) || (allowed[kind]?.includes(id) ?? false);

type Mentions = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

/** Whom a text pings, as far as `allowed_mentions` lets it. */
export const findMentions = (
  world: World,
  text: string,
  allowed: AllowedMentions,
  repliedTo: string | null,
): Mentions => {
  const userIds = idsIn(text, /<@!?(\d+)>/gu).filter((id) => permits(allowed, 'users', id));
  const pinged = repliedTo !== null && allowed.replied_user === true ? [...userIds, repliedTo] : userIds;
  return {
    mentions: [...new Set(pinged)].flatMap((id) => world.users.get(id) ?? []),
    mention_roles: [...idsIn(text, /<@&(\d+)>/gu)].filter((id) => permits(allowed, 'roles', id)),
    mention_everyone:
      (allowed.parse?.some((kind) => kind === 'everyone') ?? false) && /@(everyone|here)\b/u.test(text),
  };
};

export interface MessageDraft {
  readonly authorId: string;
  readonly channelId: string;
  readonly parts: MessageParts;
  readonly attachments: readonly APIAttachment[];
  readonly nonce?: string | number;
  readonly replyTo?: APIMessage;
  readonly interaction?: APIMessageInteractionMetadata;
  readonly type?: MessageType;
}

const numberComponents = (
  components: readonly APIMessageTopLevelComponent[],
): APIMessageTopLevelComponent[] => {
  const numbered = structuredClone([...components]);
  walkComponents(numbered).forEach((component, index) => {
    component.id ??= index + 1;
  });
  return numbered;
};

const toReference = (
  world: World,
  replyTo: APIMessage,
): Pick<APIMessage, 'message_reference' | 'referenced_message'> => {
  const guildId = world.channels.get(replyTo.channel_id)?.guildId ?? null;
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      message_id: replyTo.id,
      channel_id: replyTo.channel_id,
      ...(guildId === null ? {} : { guild_id: guildId }),
    },
    referenced_message: replyTo,
  };
};

/** The message that Discord makes of a request; it is not added to the world yet. */
export const composeMessage = (world: World, draft: MessageDraft): APIMessage => {
  const author = world.users.get(draft.authorId);
  if (author === undefined) throw new Error(`There is no user ${draft.authorId}.`);
  const components = numberComponents(draft.parts.components ?? []);
  const content = draft.parts.content ?? '';
  const repliedTo = draft.replyTo?.author.id ?? null;
  return {
    id: world.nextId(),
    channel_id: draft.channelId,
    type: draft.type ?? (draft.replyTo === undefined ? MessageType.Default : MessageType.Reply),
    author,
    content,
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...findMentions(
      world,
      mentioningText(content, components),
      draft.parts.allowed_mentions ?? {},
      repliedTo,
    ),
    attachments: [...draft.attachments],
    embeds: draft.parts.embeds ?? [],
    components,
    flags: draft.parts.flags ?? 0,
    ...(draft.nonce === undefined ? {} : { nonce: draft.nonce }),
    ...(draft.replyTo === undefined ? {} : toReference(world, draft.replyTo)),
    ...(draft.interaction === undefined
      ? {}
      : { interaction_metadata: draft.interaction, application_id: world.botId, webhook_id: world.botId }),
  };
};

/** The message after an edit: what the request leaves out stays as it is. */
export const editMessage = (
  world: World,
  message: APIMessage,
  parts: MessageParts,
  newAttachments: readonly APIAttachment[],
): APIMessage => {
  const components =
    parts.components === undefined ? (message.components ?? []) : numberComponents(parts.components ?? []);
  const content = parts.content === undefined ? message.content : (parts.content ?? '');
  const kept =
    parts.attachments === undefined
      ? message.attachments
      : message.attachments.filter(
          ({ id }) => parts.attachments?.some((each) => String(each.id) === id) ?? false,
        );
  const repliedTo = message.referenced_message?.author.id ?? null;
  return {
    ...message,
    content,
    components,
    edited_timestamp: new Date(world.now()).toISOString(),
    embeds: parts.embeds === undefined ? message.embeds : (parts.embeds ?? []),
    attachments: [...kept, ...newAttachments],
    ...findMentions(world, mentioningText(content, components), parts.allowed_mentions ?? {}, repliedTo),
    flags:
      (message.flags ?? 0) |
      ((parts.flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds)),
  };
};
