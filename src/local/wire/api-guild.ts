import {
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  Locale,
  type APIGuild,
  type APIGuildMember,
  type APIRole,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { MemberView, RoleView } from '../contract.ts';
import type { Guild } from '../world/records.ts';
import { createdAtMs } from '../world/snowflakes.ts';
import type { World } from '../world/world.ts';
import { toApiChannel } from './api-channel.ts';
import { toFlags } from './to-flags.ts';

/** The locale of this name, or American English where Discord has none of it. */
export const toLocale = (name: string): Locale => z.enum(Locale).safeParse(name).data ?? Locale.EnglishUS;

/** A role as payloads have it. */
export const toApiRole = (role: RoleView, position: number): APIRole => ({
  id: role.id,
  name: role.name,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Discord still sends it beside `colors`.
  color: role.color,
  colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
  hoist: position > 0,
  position,
  permissions: role.permissions.toString(),
  managed: false,
  mentionable: true,
  flags: toFlags(0),
});

/** A member without the user, as it stands in messages. */
export const toMemberFields = (member: MemberView): Omit<APIGuildMember, 'user'> => ({
  nick: member.nick,
  roles: [...member.roleIds],
  joined_at: new Date(createdAtMs(member.user.id)).toISOString(),
  deaf: false,
  mute: false,
  flags: toFlags(0),
});

/** A member as payloads have it, with the user. */
export const toApiMember = (member: MemberView): APIGuildMember => ({
  user: member.user,
  ...toMemberFields(member),
});

/** A server as payloads have it. */
export const toApiGuild = (guild: Guild): APIGuild => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  banner: null,
  description: null,
  discovery_splash: null,
  owner_id: guild.ownerId,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: GuildVerificationLevel.None,
  default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
  explicit_content_filter: GuildExplicitContentFilter.Disabled,
  roles: guild.roles.map(toApiRole),
  emojis: [],
  features: [],
  mfa_level: GuildMFALevel.None,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: toFlags(0),
  rules_channel_id: null,
  vanity_url_code: null,
  premium_tier: GuildPremiumTier.None,
  preferred_locale: toLocale(guild.locale),
  public_updates_channel_id: null,
  nsfw_level: GuildNSFWLevel.Default,
  premium_progress_bar_enabled: false,
  hub_type: null,
  safety_alerts_channel_id: null,
  incidents_data: null,
});

/** The data of GUILD_CREATE: the guild with its members, channels and threads. */
export const toGuildCreate = (guild: Guild, world: World): object => {
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
  const isThread = (type: ChannelType): boolean => type === ChannelType.PublicThread;
  return {
    ...toApiGuild(guild),
    joined_at: new Date(createdAtMs(guild.id)).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: [...guild.members.values()].map(toApiMember),
    channels: channels.filter(({ type }) => !isThread(type)).map((channel) => toApiChannel(channel, world)),
    threads: channels.filter(({ type }) => isThread(type)).map((channel) => toApiChannel(channel, world)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    stickers: [],
  };
};
