import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild } from './records.ts';
import type { World } from './world.ts';

const allPermissions = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What two users may do in direct messages. */
const directMessagePermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands;

/** Permissions that the roles of a member add up to, before any channel's overwrites. */
export const guildPermissions = (guild: Guild, userId: string): bigint => {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return allPermissions;
  const held = guild.roles.filter(({ id }) => id === guild.id || member.roleIds.includes(id));
  const permissions = held.reduce((sum, role) => sum | role.permissions, 0n);
  return (permissions & PermissionFlagsBits.Administrator) === 0n ? permissions : allPermissions;
};

const applyOverwrites = (base: bigint, channel: Channel, guild: Guild, userId: string): bigint => {
  const roleIds = guild.members.get(userId)?.roleIds ?? [];
  const groups = [
    channel.overwrites.filter(({ id }) => id === guild.id),
    channel.overwrites.filter(({ kind, id }) => kind === 'role' && roleIds.includes(id)),
    channel.overwrites.filter(({ kind, id }) => kind === 'member' && id === userId),
  ];
  return groups.reduce((permissions, group) => {
    const deny = group.reduce((sum, overwrite) => sum | overwrite.deny, 0n);
    const allow = group.reduce((sum, overwrite) => sum | overwrite.allow, 0n);
    return (permissions & ~deny) | allow;
  }, base);
};

/**
 * What this user may do in this channel, in the order of Discord's documentation: roles, then the overwrites of
 * everyone, of the roles, of the member. Without ViewChannel nothing else counts. A thread has its parent's.
 */
export const permissionsIn = (world: World, channelId: string, userId: string): bigint => {
  const channel = world.channels.get(channelId);
  if (channel === undefined) return 0n;
  if (channel.type === ChannelType.DM) {
    return channel.recipientIds.includes(userId) ? directMessagePermissions : 0n;
  }
  if (channel.type === ChannelType.PublicThread) return permissionsIn(world, channel.parentId ?? '', userId);
  const guild = world.guilds.get(channel.guildId ?? '');
  if (guild === undefined) return 0n;
  const base = guildPermissions(guild, userId);
  if (base === allPermissions) return base;
  const permissions = applyOverwrites(base, channel, guild, userId);
  return (permissions & PermissionFlagsBits.ViewChannel) === 0n ? 0n : permissions;
};

/** The permission that sending a message in this channel needs. */
export const sendPermission = (channel: Channel): bigint =>
  channel.type === ChannelType.PublicThread
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
