import { ChannelType, type APIInteractionDataResolved } from 'discord-api-types/v10';
import { ActorError } from '../contract.ts';
import { toApiMember, toApiRole } from '../wire/api-guild.ts';
import { guildPermissions, permissionsIn } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

/** What ids in an interaction stand for, by id. */
export type Resolved = Required<Pick<APIInteractionDataResolved, 'users' | 'members' | 'roles' | 'channels'>>;

/** Where the interaction is; `guildId` is null in direct messages. */
export interface Place {
  readonly world: World;
  readonly guildId: string | null;
}

const nothing: Resolved = { users: {}, members: {}, roles: {}, channels: {} };

/** All of them as one. */
export const mergeResolved = (all: readonly Resolved[]): Resolved =>
  all.reduce(
    (sum, each) => ({
      users: { ...sum.users, ...each.users },
      members: { ...sum.members, ...each.members },
      roles: { ...sum.roles, ...each.roles },
      channels: { ...sum.channels, ...each.channels },
    }),
    nothing,
  );

/** A user, and the member where the place is a server. Throws an ActorError for an unknown one. */
export const resolveUser = (userId: string, { world, guildId }: Place): Resolved => {
  const user = world.users.get(userId);
  const guild = world.guilds.get(guildId ?? '');
  const member = guild?.members.get(userId);
  if (user === undefined) throw new ActorError(`There is no user ${userId}.`);
  const users = { [userId]: user };
  if (guild === undefined || member === undefined) return { ...nothing, users };
  const permissions = guildPermissions(guild, userId).toString();
  return { ...nothing, users, members: { [userId]: { ...toApiMember(member), permissions } } };
};

/** A role of the server. Throws an ActorError for an unknown one. */
export const resolveRole = (roleId: string, { world, guildId }: Place): Resolved => {
  const role = world.guilds.get(guildId ?? '')?.roles.find(({ id }) => id === roleId);
  if (role === undefined) throw new ActorError(`There is no role ${roleId}.`);
  return { ...nothing, roles: { [roleId]: toApiRole(role, 1) } };
};

/** A user or a role, whichever has this id. */
export const resolveMentionable = (id: string, place: Place): Resolved =>
  place.world.users.has(id) ? resolveUser(id, place) : resolveRole(id, place);

/** A channel of the server with the bot's permissions there. Throws an ActorError for an unknown one, and for a thread. */
export const resolveChannel = (channelId: string, { world, guildId }: Place): Resolved => {
  const channel = world.channels.get(channelId);
  if (channel === undefined || channel.guildId !== guildId || channel.type === ChannelType.PublicThread)
    throw new ActorError(`There is no channel ${channelId}.`);
  const { id, type, name } = channel;
  const permissions = permissionsIn(world, id, world.botId).toString();
  return { ...nothing, channels: { [id]: { id, type, name, permissions } } };
};
