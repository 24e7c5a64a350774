import type { GuildView, InteractionState, WorldView } from '../contract.ts';
import { permissionsIn } from './permissions.ts';
import type { Guild } from './records.ts';
import type { World } from './world.ts';

const viewGuild = ({ id, name, ownerId, locale }: Guild): GuildView => ({ id, name, ownerId, locale });

/** Read access to the world. Records in it are replaced, never changed, so they can be handed out as they are. */
export const createWorldView = (
  world: World,
  more: {
    readonly isBotOnline: () => boolean;
    readonly interaction: (interactionId: string) => InteractionState | null;
  },
): WorldView => ({
  ...more,
  guilds: () => [...world.guilds.values()].map(viewGuild),
  channels: (guildId) => [...world.channels.values()].filter((channel) => channel.guildId === guildId),
  channel: (channelId) => world.channels.get(channelId) ?? null,
  directMessages: (userId) =>
    [...world.channels.values()].filter(({ recipientIds }) => recipientIds.includes(userId)),
  users: () => [...world.users.values()],
  members: (guildId) => [...(world.guilds.get(guildId)?.members.values() ?? [])],
  roles: (guildId) => world.guilds.get(guildId)?.roles ?? [],
  messages: (channelId, viewerId) =>
    [...world.messages.values()]
      .filter(({ visibleTo }) => visibleTo === null || visibleTo === viewerId)
      .map(({ message }) => message)
      .filter((message) => message.channel_id === channelId),
  message: (messageId) => world.messages.get(messageId)?.message ?? null,
  file: (attachmentId) => {
    const file = world.files.get(attachmentId);
    return file === undefined
      ? null
      : { type: file.attachment.content_type ?? 'application/octet-stream', bytes: file.bytes };
  },
  reactions: (messageId) => world.reactions.of(messageId),
  commands: (guildId) => [
    ...(guildId === null ? [] : (world.commands.get(guildId) ?? [])),
    ...(world.commands.get(null) ?? []),
  ],
  permissions: (channelId, userId) => permissionsIn(world, channelId, userId),
});
