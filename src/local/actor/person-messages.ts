import {
  AllowedMentionsTypes,
  ChannelType,
  PermissionFlagsBits,
  type APIMessage,
} from 'discord-api-types/v10';
import { ActorError, type Actor, type ChannelView } from '../contract.ts';
import { limits } from '../validation/limits.ts';
import type { AllowedMentions } from '../validation/message-schema.ts';
import { composeMessage, editMessage } from '../world/compose-message.ts';
import { permissionsIn, sendPermission } from '../world/permissions.ts';
import { isEmoji } from '../world/reactions.ts';
import type { Channel } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** The message, if this person sees it. */
export const requireMessage = (world: World, messageId: string, userId: string): APIMessage => {
  const stored = world.messages.get(messageId);
  const isVisible = stored !== undefined && (stored.visibleTo === null || stored.visibleTo === userId);
  if (!isVisible) throw new ActorError(`There is no message ${messageId} that ${userId} can see.`);
  return stored.message;
};

type Messages = Pick<
  Actor,
  | 'sendMessage'
  | 'editMessage'
  | 'deleteMessage'
  | 'react'
  | 'startTyping'
  | 'createThread'
  | 'createPost'
  | 'openDm'
>;

/** What a person does with messages, threads and direct messages. */
export class PersonMessages implements Messages {
  readonly #world: World;
  readonly #userId: string;

  constructor(world: World, userId: string) {
    this.#world = world;
    this.#userId = userId;
  }

  sendMessage({
    channelId,
    content,
    replyTo,
    pingsReplied = true,
  }: Parameters<Actor['sendMessage']>[0]): APIMessage {
    const channel = this.#requireChannel(channelId);
    if (channel.type === ChannelType.GuildForum) throw new ActorError('A forum takes posts, not messages.');
    this.#require(channel, sendPermission(channel), 'send messages');
    if (channel.isLocked)
      this.#require(channel, PermissionFlagsBits.ManageThreads, 'write in a locked thread');
    if (channel.isArchived) this.#world.replaceChannel({ ...channel, isArchived: false });
    return this.#world.addMessage(this.#compose(channel, content, replyTo ?? null, pingsReplied), null);
  }

  editMessage({ messageId, content }: Parameters<Actor['editMessage']>[0]): APIMessage {
    const message = requireMessage(this.#world, messageId, this.#userId);
    if (message.author.id !== this.#userId) throw new ActorError('Only its author can edit a message.');
    const channel = this.#requireChannel(message.channel_id);
    const wasPinging = message.mentions.some(({ id }) => id === message.referenced_message?.author.id);
    const parts = {
      content: this.#checkContent(content),
      allowed_mentions: this.#mentionable(channel, wasPinging),
    };
    return this.#world.replaceMessage(editMessage(this.#world, message, parts, []));
  }

  deleteMessage(messageId: string): void {
    const message = requireMessage(this.#world, messageId, this.#userId);
    const isDismissal = this.#world.messages.get(messageId)?.visibleTo === this.#userId;
    const channel = this.#requireChannel(message.channel_id);
    if (message.author.id !== this.#userId && !isDismissal) {
      this.#require(channel, PermissionFlagsBits.ManageMessages, 'delete the messages of others');
    }
    this.#world.removeMessage(messageId);
  }

  react({ messageId, emoji, isThere }: Parameters<Actor['react']>[0]): void {
    const message = requireMessage(this.#world, messageId, this.#userId);
    if (!isEmoji(emoji)) throw new ActorError(`${JSON.stringify(emoji)} is no emoji.`);
    const there = this.#world.reactions.of(messageId);
    if (isThere && !there.has(emoji)) {
      this.#require(this.#requireChannel(message.channel_id), PermissionFlagsBits.AddReactions, 'react');
      if (there.size >= limits.reactions) throw new ActorError('A message has up to 20 reactions.');
    }
    this.#world.react(messageId, { emoji, userId: this.#userId, isThere });
  }

  startTyping(channelId: string): void {
    const channel = this.#requireChannel(channelId);
    this.#require(channel, sendPermission(channel), 'type');
    this.#world.tell({ kind: 'typing-started', channelId, userId: this.#userId });
  }

  createThread({ channelId, name, messageId }: Parameters<Actor['createThread']>[0]): ChannelView {
    const channel = this.#requireChannel(channelId);
    this.#require(channel, PermissionFlagsBits.CreatePublicThreads, 'open threads');
    if (channel.type === ChannelType.GuildForum) throw new ActorError('A forum takes posts, not threads.');
    if (messageId !== undefined) requireMessage(this.#world, messageId, this.#userId);
    if (this.#world.channels.has(messageId ?? '')) throw new ActorError('This message has a thread already.');
    return this.#openThread(channel, name, messageId ?? this.#world.nextId());
  }

  createPost({
    forumId,
    name,
    content,
  }: Parameters<Actor['createPost']>[0]): ReturnType<Actor['createPost']> {
    const forum = this.#requireChannel(forumId);
    if (forum.type !== ChannelType.GuildForum) throw new ActorError(`#${forum.name} is no forum.`);
    this.#require(forum, PermissionFlagsBits.SendMessages, 'post');
    const checked = this.#checkContent(content);
    const thread = this.#openThread(forum, name, this.#world.nextId());
    // The first message of a post has the id of its thread.
    const message = { ...this.#compose(thread, checked, null, false), id: thread.id };
    return { thread, message: this.#world.addMessage(message, null) };
  }

  openDm(withUserId: string = this.#world.botId): ChannelView {
    if (!this.#world.users.has(withUserId)) throw new ActorError(`There is no user ${withUserId}.`);
    return this.#world.directMessages(this.#userId, withUserId);
  }

  #openThread(parent: Channel, name: string, id: string): Channel {
    if (name.length === 0 || name.length > limits.threadName)
      throw new ActorError('A thread has a name of up to 100 characters.');
    return this.#world.addThread(parent, { id, name, ownerId: this.#userId });
  }

  #compose(channel: Channel, content: string, replyTo: string | null, pingsReplied: boolean): APIMessage {
    return composeMessage(this.#world, {
      authorId: this.#userId,
      channelId: channel.id,
      parts: {
        content: this.#checkContent(content),
        allowed_mentions: this.#mentionable(channel, pingsReplied),
      },
      uploads: [],
      ...(replyTo === null ? {} : { replyTo: requireMessage(this.#world, replyTo, this.#userId) }),
    });
  }

  #mentionable(channel: Channel, pingsReplied: boolean): AllowedMentions {
    const permissions = permissionsIn(this.#world, channel.id, this.#userId);
    const isForEveryone = (permissions & PermissionFlagsBits.MentionEveryone) !== 0n;
    const everyone = isForEveryone ? [AllowedMentionsTypes.Everyone] : [];
    return {
      parse: [AllowedMentionsTypes.User, AllowedMentionsTypes.Role, ...everyone],
      replied_user: pingsReplied,
    };
  }

  #checkContent(content: string): string {
    if (content.trim() === '') throw new ActorError('A message needs some text.');
    if (content.length > limits.content) throw new ActorError('A message has up to 2,000 characters.');
    return content;
  }

  #requireChannel(channelId: string): Channel {
    const channel = this.#world.channels.get(channelId);
    if (channel === undefined) throw new ActorError(`There is no channel ${channelId}.`);
    this.#require(channel, PermissionFlagsBits.ViewChannel, 'see this channel');
    return channel;
  }

  #require(channel: Channel, permission: bigint, what: string): void {
    const permissions = permissionsIn(this.#world, channel.id, this.#userId);
    if ((permissions & permission) === permission) return;
    throw new ActorError(`${this.#userId} may not ${what} in "${channel.name}".`);
  }
}
