import {
  ChannelType,
  type APIApplicationCommand,
  type APIMessage,
  type APIUser,
} from 'discord-api-types/v10';
import type { MemberView, WorldEvent } from '../contract.ts';
import { Reactions, type Reaction } from './reactions.ts';
import type { Channel, Guild, StoredMessage, Upload } from './records.ts';
import type { SeedGuild, SeedOverwrite, SeedUser, WorldSeed } from './seed.ts';
import { Snowflakes } from './snowflakes.ts';

const toUser = (seed: SeedUser, isBot: boolean): APIUser => ({
  id: seed.id,
  username: seed.name,
  discriminator: '0',
  global_name: seed.displayName,
  avatar: null,
  bot: isBot,
});

const toGuild = (seed: SeedGuild, users: ReadonlyMap<string, APIUser>): Guild => {
  const members = seed.members.map(({ userId, roleIds }): [string, MemberView] => {
    const user = users.get(userId);
    if (user === undefined)
      throw new Error(`The seed's guild "${seed.name}" has a member ${userId} that is no user.`);
    return [userId, { user, nick: null, roleIds }];
  });
  const everyone = { id: seed.id, name: '@everyone', color: 0, permissions: seed.everyone };
  return {
    id: seed.id,
    name: seed.name,
    ownerId: seed.ownerId,
    locale: seed.locale,
    roles: [everyone, ...seed.roles],
    members: new Map(members),
  };
};

/** The state of the pretended Discord. Every change goes through it and is told to the listeners. */
export class World {
  readonly now: () => number;
  readonly botId: string;
  readonly users: ReadonlyMap<string, APIUser>;
  readonly guilds: ReadonlyMap<string, Guild>;
  /** In the order in which they were made. */
  readonly channels = new Map<string, Channel>();
  /** Oldest first. */
  readonly messages = new Map<string, StoredMessage>();
  /** By guild id; the commands of everywhere stand under `null`. */
  readonly commands = new Map<string | null, readonly APIApplicationCommand[]>();
  /** Every file that was uploaded, by the id of its attachment. */
  readonly files = new Map<string, Upload>();
  readonly reactions = new Reactions();
  readonly #snowflakes: Snowflakes;
  readonly #listeners = new Set<(event: WorldEvent) => void>();

  constructor(seed: WorldSeed, now: () => number) {
    this.now = now;
    this.#snowflakes = new Snowflakes(now);
    this.botId = seed.bot.id;
    const users = [toUser(seed.bot, true), ...seed.users.map((user) => toUser(user, false))];
    this.users = new Map(users.map((user) => [user.id, user]));
    this.guilds = new Map(seed.guilds.map((guild) => [guild.id, toGuild(guild, this.users)]));
    for (const guild of seed.guilds) {
      for (const channel of guild.channels) {
        this.channels.set(channel.id, {
          ...channel,
          guildId: guild.id,
          parentId: null,
          ownerId: null,
          isArchived: false,
          isLocked: false,
          recipientIds: [],
        });
      }
    }
  }

  nextId(): string {
    return this.#snowflakes.next();
  }

  subscribe(listener: (event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tell(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #addChannel(channel: Channel): Channel {
    this.channels.set(channel.id, channel);
    this.tell({ kind: 'channel-created', channel });
    return channel;
  }

  replaceOverwrites(
    channelId: string,
    change: (old: readonly SeedOverwrite[]) => readonly SeedOverwrite[],
  ): void {
    const channel = this.channels.get(channelId);
    if (channel === undefined) throw new Error(`There is no channel ${channelId}.`);
    this.replaceChannel({ ...channel, overwrites: change(channel.overwrites) });
  }

  replaceChannel(channel: Channel): Channel {
    this.channels.set(channel.id, channel);
    this.tell({ kind: 'channel-updated', channel });
    return channel;
  }

  /** `id` is that of the message that it grows from, or a new one. */
  addThread(
    parent: Channel,
    { id, name, ownerId }: { readonly id: string; readonly name: string; readonly ownerId: string },
  ): Channel {
    return this.#addChannel({
      id,
      type: ChannelType.PublicThread,
      guildId: parent.guildId,
      name,
      topic: null,
      parentId: parent.id,
      ownerId,
      isArchived: false,
      isLocked: false,
      recipientIds: [],
      overwrites: [],
    });
  }

  /** The direct messages of two users, opened if they never talked. */
  directMessages(userId: string, withUserId: string): Channel {
    for (const channel of this.channels.values()) {
      if (channel.recipientIds.includes(userId) && channel.recipientIds.includes(withUserId)) return channel;
    }
    return this.#addChannel({
      id: this.nextId(),
      type: ChannelType.DM,
      guildId: null,
      name: '',
      topic: null,
      parentId: null,
      ownerId: null,
      isArchived: false,
      isLocked: false,
      recipientIds: [userId, withUserId],
      overwrites: [],
    });
  }

  addMessage(message: APIMessage, visibleTo: string | null): APIMessage {
    this.messages.set(message.id, { message, visibleTo });
    this.tell({ kind: 'message-created', message, visibleTo });
    return message;
  }

  replaceMessage(message: APIMessage): APIMessage {
    const visibleTo = this.messages.get(message.id)?.visibleTo ?? null;
    this.messages.set(message.id, { message, visibleTo });
    this.tell({ kind: 'message-updated', message, visibleTo });
    return message;
  }

  /** Whether there was such a message. */
  removeMessage(messageId: string): boolean {
    const stored = this.messages.get(messageId);
    if (stored === undefined) return false;
    this.messages.delete(messageId);
    this.reactions.forget(messageId);
    const { message, visibleTo } = stored;
    this.tell({ kind: 'message-deleted', messageId, channelId: message.channel_id, visibleTo });
    return true;
  }

  /** Does nothing when the message is gone or for one person only, or when the reaction is as it should be. */
  react(messageId: string, reaction: Reaction): void {
    const stored = this.messages.get(messageId);
    if (stored?.visibleTo !== null || !this.reactions.set(messageId, reaction)) return;
    const message = { ...stored.message, reactions: this.reactions.toApi(messageId, this.botId) };
    this.messages.set(messageId, { ...stored, message });
    this.tell({ kind: 'reaction-changed', message, reaction });
  }

  setCommands(guildId: string | null, commands: readonly APIApplicationCommand[]): void {
    this.commands.set(guildId, commands);
    this.tell({ kind: 'commands-changed' });
  }

  setMemberRoles(guildId: string, userId: string, roleIds: readonly string[]): void {
    const members = this.guilds.get(guildId)?.members;
    const member = members?.get(userId);
    if (members === undefined || member === undefined)
      throw new Error(`${userId} is no member of ${guildId}.`);
    members.set(userId, { ...member, roleIds });
    this.tell({ kind: 'roles-changed', userId });
  }
}
