import {
  ChannelType,
  ForumLayoutType,
  OverwriteType,
  ThreadAutoArchiveDuration,
  type APIChannel,
  type APIDMChannel,
  type APIOverwrite,
  type APIThreadChannel,
} from 'discord-api-types/v10';
import type { Channel } from '../world/records.ts';
import { createdAtMs } from '../world/snowflakes.ts';
import type { World } from '../world/world.ts';

const toOverwrites = (channel: Channel): APIOverwrite[] =>
  channel.overwrites.map(({ kind, id, allow, deny }) => ({
    id,
    type: kind === 'role' ? OverwriteType.Role : OverwriteType.Member,
    allow: allow.toString(),
    deny: deny.toString(),
  }));

const toDmChannel = (channel: Channel, world: World): APIDMChannel => ({
  id: channel.id,
  type: ChannelType.DM,
  name: null,
  recipients: channel.recipientIds
    .filter((id) => id !== world.botId)
    .flatMap((id) => world.users.get(id) ?? []),
});

const toThreadChannel = (channel: Channel): APIThreadChannel => ({
  id: channel.id,
  type: ChannelType.PublicThread,
  name: channel.name,
  ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
  ...(channel.parentId === null ? {} : { parent_id: channel.parentId }),
  ...(channel.ownerId === null ? {} : { owner_id: channel.ownerId }),
  message_count: 0,
  member_count: 1,
  rate_limit_per_user: 0,
  thread_metadata: {
    archived: channel.isArchived,
    locked: channel.isLocked,
    auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
    archive_timestamp: new Date(createdAtMs(channel.id)).toISOString(),
  },
});

/** A channel as Discord sends it to the bot. */
export const toApiChannel = (channel: Channel, world: World): APIChannel => {
  if (channel.type === ChannelType.DM) return toDmChannel(channel, world);
  if (channel.type === ChannelType.PublicThread) return toThreadChannel(channel);
  const base = {
    id: channel.id,
    name: channel.name,
    ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
    topic: channel.topic,
    position: 0,
    parent_id: null,
    nsfw: false,
    permission_overwrites: toOverwrites(channel),
  };
  if (channel.type === ChannelType.GuildForum) {
    return {
      ...base,
      type: channel.type,
      available_tags: [],
      default_reaction_emoji: null,
      default_sort_order: null,
      default_forum_layout: ForumLayoutType.NotSet,
    };
  }
  return { ...base, type: channel.type };
};
