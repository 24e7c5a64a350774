import { PermissionFlagsBits, type Interaction, type PermissionsBitField } from 'discord.js';

import { toReplyLocale, type ReplyLocale } from '../render/locale.ts';

/** Who asks, and where; everything is read from the payload of the very interaction. */
export interface Caller {
  readonly userId: string;
  readonly channelId: string | null;
  /** Null in direct messages. */
  readonly guildId: string | null;
  /** Whether this person may run what is for moderators, in this server and at this moment. */
  readonly isModerator: boolean;
  /** Whether both this person and the bot may write in this channel. */
  readonly canPostHere: boolean;
  /** The language for replies that only this person sees. */
  readonly locale: ReplyLocale;
  /** The language for replies that everyone sees. */
  readonly publicLocale: ReplyLocale;
}

/**
 * Reads from an interaction who asks.
 * @param moderatorRoles Ids of roles whose members are moderators, besides those who may manage the server.
 */
export function readCaller(interaction: Interaction, moderatorRoles: readonly string[]): Caller {
  return {
    userId: interaction.user.id,
    channelId: interaction.channelId,
    guildId: interaction.guildId,
    isModerator: isModerator(interaction, moderatorRoles),
    canPostHere: canPostHere(interaction),
    locale: toReplyLocale(interaction.locale),
    publicLocale: toReplyLocale(interaction.guildLocale ?? interaction.locale),
  };
}

function isModerator(interaction: Interaction, moderatorRoles: readonly string[]): boolean {
  if (interaction.guildId === null) return false;
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return true;
  return rolesOf(interaction).some((role) => moderatorRoles.includes(role));
}

function rolesOf({ member }: Interaction): readonly string[] {
  if (member === null) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

function canPostHere(interaction: Interaction): boolean {
  if (interaction.guildId === null) return true;
  const write = interaction.channel?.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  // What is posted is a reply, which Discord takes only from a bot that may read what it replies to.
  if (!interaction.appPermissions.has(PermissionFlagsBits.ReadMessageHistory)) return false;
  const both: readonly (Readonly<PermissionsBitField> | null)[] = [
    interaction.appPermissions,
    interaction.memberPermissions,
  ];
  return both.every((permissions) => permissions?.has([PermissionFlagsBits.ViewChannel, write]) ?? false);
}
