import { ChannelType, ComponentType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APISelectMenuComponent } from 'discord-api-types/v10';
import type { ChannelView as WorldChannel, GuildView as WorldGuild, LocalDiscord } from '../contract.ts';
import type { Snapshot } from '../page-protocol.ts';
import type { ChannelView, GuildView, MemberView, SelectOptionView } from '../page-views.ts';
import type { Pickable } from './view-component.ts';
import { viewMessage } from './view-message.ts';
import type { MessageContext } from './view-message.ts';

const channelKinds: Readonly<Record<WorldChannel['type'], ChannelView['kind']>> = {
  [ChannelType.GuildText]: 'text',
  [ChannelType.GuildAnnouncement]: 'announcement',
  [ChannelType.GuildForum]: 'forum',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.DM]: 'direct',
};

/** Everything that this person can see. */
export function viewWorld(discord: LocalDiscord, viewerId: string): Snapshot {
  const { world } = discord;
  const guilds = world.guilds().filter(({ id }) => isMember(discord, id, viewerId));
  const channels = [
    ...guilds.flatMap(({ id }) => world.channels(id)),
    ...world.directMessages(viewerId),
  ].filter((channel) => canView(discord, channel, viewerId));
  return {
    kind: 'snapshot',
    viewerId,
    botId: discord.botUserId,
    isBotOnline: world.isBotOnline(),
    guilds: guilds.map((guild) => viewGuild(discord, guild)),
    users: world.users().map((user) => ({
      id: user.id,
      name: user.global_name ?? user.username,
      isBot: user.bot ?? false,
    })),
    channels: channels.map((channel) => viewChannel(discord, channel, viewerId)),
    messages: channels.flatMap((channel) =>
      world
        .messages(channel.id, viewerId)
        .map((message) => viewMessage(message, contextIn(discord, channel))),
    ),
  };
}

/** Whether this person may see the channel. */
export function canView(discord: LocalDiscord, channel: WorldChannel, viewerId: string): boolean {
  if (channel.guildId === null) return channel.recipientIds.includes(viewerId);
  if (!isMember(discord, channel.guildId, viewerId)) return false;
  return (discord.world.permissions(channel.id, viewerId) & PermissionFlagsBits.ViewChannel) !== 0n;
}

/** A channel as this person sees it. */
export function viewChannel(discord: LocalDiscord, channel: WorldChannel, viewerId: string): ChannelView {
  const kind = channelKinds[channel.type];
  const permissions = discord.world.permissions(channel.id, viewerId);
  const needed =
    kind === 'thread' ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return {
    id: channel.id,
    kind,
    guildId: channel.guildId,
    name: channel.name,
    topic: channel.topic,
    parentId: channel.parentId,
    recipientId: channel.recipientIds.find((id) => id !== viewerId) ?? null,
    canSend:
      (permissions & needed) !== 0n &&
      (!channel.isLocked || (permissions & PermissionFlagsBits.ManageThreads) !== 0n),
    canManage: (permissions & PermissionFlagsBits.ManageMessages) !== 0n,
  };
}

/** What the messages of this channel refer to. */
export function contextIn(discord: LocalDiscord, channel: WorldChannel): MessageContext {
  return {
    pickable: pickableIn(discord, channel),
    reactions: (messageId) => discord.world.reactions(messageId),
    commandName: (interactionId) => discord.world.interaction(interactionId)?.name ?? '',
  };
}

/** What the menus of people, roles and channels offer in this channel. */
export function pickableIn(discord: LocalDiscord, channel: WorldChannel | null): Pickable {
  const { guildId = null } = channel ?? {};
  return (type) => (guildId === null ? [] : pickables(discord, guildId, type));
}

function pickables(
  { world }: LocalDiscord,
  guildId: string,
  type: APISelectMenuComponent['type'],
): readonly SelectOptionView[] {
  const people = world
    .members(guildId)
    .map(({ user }) => option(`@${user.global_name ?? user.username}`, user.id));
  const roles = world.roles(guildId).map(({ name, id }) => option(`@${name}`, id));
  switch (type) {
    case ComponentType.StringSelect:
      return [];
    case ComponentType.UserSelect:
      return people;
    case ComponentType.RoleSelect:
      return roles;
    case ComponentType.MentionableSelect:
      return [...people, ...roles];
    case ComponentType.ChannelSelect:
      return world
        .channels(guildId)
        .filter(({ parentId }) => parentId === null)
        .map(({ name, id }) => option(`#${name}`, id));
  }
}

function option(label: string, value: string): SelectOptionView {
  return { label, value, description: null, isDefault: false };
}

function viewGuild({ world }: LocalDiscord, { id, name }: WorldGuild): GuildView {
  const roles = world.roles(id);
  const members = world.members(id).map(({ user, roleIds }): MemberView => {
    const colored = roles.find((role) => roleIds.includes(role.id) && role.color !== 0);
    return {
      userId: user.id,
      role: colored === undefined ? null : { name: colored.name, color: colored.color },
    };
  });
  return { id, name, members };
}

function isMember({ world }: LocalDiscord, guildId: string, userId: string): boolean {
  return world.members(guildId).some(({ user }) => user.id === userId);
}
