import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';

/** A person or the bot. */
export interface SeedUser {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
}

/** A role of a server. */
export interface SeedRole {
  readonly id: string;
  readonly name: string;
  readonly color: number;
  readonly permissions: bigint;
}

/** An overwrite for a role or a member, as in a channel's settings. */
export interface SeedOverwrite {
  readonly kind: 'role' | 'member';
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

/** A channel of a server. */
export interface SeedChannel {
  readonly id: string;
  readonly type: ChannelType.GuildText | ChannelType.GuildAnnouncement | ChannelType.GuildForum;
  readonly name: string;
  readonly topic: string | null;
  readonly overwrites: readonly SeedOverwrite[];
}

/** A server. */
export interface SeedGuild {
  /** Also the id of its role @everyone. */
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  /** Permissions of @everyone. */
  readonly everyone: bigint;
  readonly roles: readonly SeedRole[];
  readonly members: readonly { readonly userId: string; readonly roleIds: readonly string[] }[];
  readonly channels: readonly SeedChannel[];
}

/** What stands in the pretended Discord at the start. The bot is a member of every guild by itself. */
export interface WorldSeed {
  readonly bot: SeedUser;
  readonly users: readonly SeedUser[];
  readonly guilds: readonly SeedGuild[];
}

/** Ids of the sample community. Discord ids carry a time, so these are of one morning in 2025. */
export const seedIds = {
  bot: '1330000000000000001',
  mia: '1330000000000000011',
  noor: '1330000000000000012',
  leo: '1330000000000000013',
  guild: '1330000000000000100',
  moderatorRole: '1330000000000000101',
  botRole: '1330000000000000102',
  announcements: '1330000000000000110',
  general: '1330000000000000111',
  help: '1330000000000000112',
  questions: '1330000000000000113',
  staff: '1330000000000000114',
  otherGuild: '1330000000004194504',
  otherModeratorRole: '1330000000004194505',
  lobby: '1330000000004194510',
} as const;

const memberPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands;

const moderatorPermissions =
  PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ManageThreads;

const text = (
  id: string,
  name: string,
  topic: string,
  overwrites: readonly SeedOverwrite[] = [],
): SeedChannel => ({
  id,
  type: ChannelType.GuildText,
  name,
  topic,
  overwrites,
});

const readOnly: SeedOverwrite = {
  kind: 'role',
  id: seedIds.guild,
  allow: 0n,
  deny: PermissionFlagsBits.SendMessages,
};
const hidden: SeedOverwrite = { ...readOnly, deny: PermissionFlagsBits.ViewChannel };
const forModerators: SeedOverwrite = {
  kind: 'role',
  id: seedIds.moderatorRole,
  allow: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages,
  deny: 0n,
};

const community: SeedGuild = {
  id: seedIds.guild,
  name: 'The Reading Room',
  ownerId: seedIds.noor,
  locale: 'en-US',
  everyone: memberPermissions,
  roles: [
    { id: seedIds.moderatorRole, name: 'Moderator', color: 0x3ba55d, permissions: moderatorPermissions },
    { id: seedIds.botRole, name: 'Footnote', color: 0x5865f2, permissions: 0n },
  ],
  members: [
    { userId: seedIds.bot, roleIds: [seedIds.botRole] },
    { userId: seedIds.mia, roleIds: [] },
    { userId: seedIds.noor, roleIds: [seedIds.moderatorRole] },
    { userId: seedIds.leo, roleIds: [] },
  ],
  channels: [
    {
      id: seedIds.announcements,
      type: ChannelType.GuildAnnouncement,
      name: 'announcements',
      topic: 'News from the moderators',
      overwrites: [readOnly, forModerators],
    },
    text(seedIds.general, 'general', 'Anything and everything'),
    text(seedIds.help, 'help', 'Ask here'),
    {
      id: seedIds.questions,
      type: ChannelType.GuildForum,
      name: 'questions',
      topic: 'One post a question',
      overwrites: [],
    },
    text(seedIds.staff, 'staff', 'Moderators only', [hidden, forModerators]),
  ],
};

const otherCommunity: SeedGuild = {
  id: seedIds.otherGuild,
  name: 'The Map Club',
  ownerId: seedIds.leo,
  locale: 'es-ES',
  everyone: memberPermissions,
  roles: [
    { id: seedIds.otherModeratorRole, name: 'Moderador', color: 0xe67e22, permissions: moderatorPermissions },
  ],
  members: [
    { userId: seedIds.bot, roleIds: [] },
    { userId: seedIds.leo, roleIds: [seedIds.otherModeratorRole] },
    { userId: seedIds.mia, roleIds: [] },
  ],
  channels: [text(seedIds.lobby, 'lobby', 'Bienvenida')],
};

/** Two communities: Mia is a member of both, Noor a moderator of the first only, Leo of the second only. */
export const sampleSeed: WorldSeed = {
  bot: { id: seedIds.bot, name: 'footnote', displayName: 'Footnote' },
  users: [
    { id: seedIds.mia, name: 'mia', displayName: 'Mia' },
    { id: seedIds.noor, name: 'noor', displayName: 'Noor' },
    { id: seedIds.leo, name: 'leo', displayName: 'Leo' },
  ],
  guilds: [community, otherCommunity],
};
