import {
  AllowedMentionsTypes,
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
import { toFlags } from '../wire/to-flags.ts';
import { attachFiles, showFiles } from './attach-files.ts';
import type { Upload } from './records.ts';
import type { World } from './world.ts';

/** Everything that may mention someone: the content and, with Components V2, the text displays. */
const mentioningText = (content: string, components: readonly APIMessageTopLevelComponent[]): string =>
  [content, ...walkComponents(components).flatMap((each) => ('content' in each ? [each.content] : []))].join(
    '\n',
  );

const idsIn = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])),
];

const permits = (allowed: AllowedMentions, kind: 'users' | 'roles', id: string): boolean => {
  const type = kind === 'users' ? AllowedMentionsTypes.User : AllowedMentionsTypes.Role;
  return (allowed.parse?.includes(type) ?? false) || (allowed[kind]?.includes(id) ?? false);
};

const permitsEveryone = (allowed: AllowedMentions): boolean =>
  allowed.parse?.includes(AllowedMentionsTypes.Everyone) ?? false;

type Mentions = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

/** Whom a text pings, as far as `allowed_mentions` lets it. */
const findMentions = (
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
    mention_everyone: permitsEveryone(allowed) && /@(everyone|here)\b/u.test(text),
  };
};

interface MessageDraft {
  readonly authorId: string;
  readonly channelId: string;
  readonly parts: MessageParts;
  readonly uploads: readonly Upload[];
  readonly nonce?: string | number;
  readonly replyTo?: APIMessage;
  readonly interaction?: APIMessageInteractionMetadata;
  readonly type?: MessageType;
}

const completeComponents = (
  components: readonly APIMessageTopLevelComponent[],
  files: readonly APIAttachment[],
): APIMessageTopLevelComponent[] => {
  const numbered = structuredClone([...components]);
  walkComponents(numbered).forEach((component, index) => {
    component.id ??= index + 1;
  });
  showFiles(numbered, files);
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

const toOrigin = (world: World, { nonce, replyTo, interaction }: MessageDraft): Partial<APIMessage> => ({
  ...(nonce === undefined ? {} : { nonce }),
  ...(replyTo === undefined ? {} : toReference(world, replyTo)),
  ...(interaction === undefined
    ? {}
    : { interaction_metadata: interaction, application_id: world.botId, webhook_id: world.botId }),
});

type Body = Pick<APIMessage, 'content' | 'embeds' | 'components' | 'attachments'>;

const blankBody: Body = { content: '', embeds: [], components: [], attachments: [] };

const keepFiles = ({ attachments }: Body, kept: MessageParts['attachments']): readonly APIAttachment[] =>
  kept === undefined
    ? attachments
    : attachments.filter(({ id }) => (kept ?? []).some((each) => String(each.id) === id));

/** The request's content over the old one: what it leaves out stays, what is null goes. */
const composeBody = (
  world: World,
  old: Body,
  { parts, uploads }: { readonly parts: MessageParts; readonly uploads: readonly Upload[] },
  repliedTo: string | null,
): Body & Mentions => {
  const attachments = attachFiles(keepFiles(old, parts.attachments), uploads, parts.attachments);
  const components =
    parts.components === undefined
      ? (old.components ?? [])
      : completeComponents(parts.components ?? [], attachments);
  const content = parts.content === undefined ? old.content : (parts.content ?? '');
  const embeds = parts.embeds === undefined ? old.embeds : (parts.embeds ?? []);
  const text = mentioningText(content, components);
  return {
    content,
    embeds,
    components,
    attachments,
    ...findMentions(world, text, parts.allowed_mentions ?? {}, repliedTo),
  };
};

/** The message that Discord makes of a request; it is not added to the world yet. */
export const composeMessage = (world: World, draft: MessageDraft): APIMessage => {
  const { parts, replyTo } = draft;
  const author = world.users.get(draft.authorId);
  if (author === undefined) throw new Error(`There is no user ${draft.authorId}.`);
  return {
    id: world.nextId(),
    channel_id: draft.channelId,
    type: draft.type ?? (replyTo === undefined ? MessageType.Default : MessageType.Reply),
    author,
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...composeBody(world, blankBody, draft, replyTo?.author.id ?? null),
    flags: toFlags(parts.flags ?? 0),
    ...toOrigin(world, draft),
  };
};

const editableFlags = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;

/** The message after an edit: what the request leaves out stays as it is. */
export const editMessage = (
  world: World,
  message: APIMessage,
  parts: MessageParts,
  uploads: readonly Upload[],
): APIMessage => {
  return {
    ...message,
    ...composeBody(world, message, { parts, uploads }, message.referenced_message?.author.id ?? null),
    edited_timestamp: new Date(world.now()).toISOString(),
    flags: toFlags((message.flags ?? 0) | ((parts.flags ?? 0) & editableFlags)),
  };
};
