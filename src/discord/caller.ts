import { PermissionFlagsBits, type Interaction, type PermissionsBitField } from 'discord.js';

import type { Scope } from '../library/library.ts';
import { toReplyLocale, type ReplyLocale } from '../render/locale.ts';

import { placesOf, publicReader, rolesOf } from './reader.ts';

/** Who asks, and where; everything is read from the payload of the very interaction. */
export interface Caller {
  readonly userId: string;
  readonly channelId: string | null;
  /** Null in direct messages. */
  readonly guildId: string | null;
  /** Ids and names of the channel and of what it stands in; empty in direct messages. */
  readonly channels: readonly string[];
  /** Ids and names of this person's roles. */
  readonly roles: readonly string[];
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
    channels: interaction.guildId === null ? [] : placesOf(interaction.channelId, interaction.channel),
    roles: rolesOf(interaction),
    isModerator: isModerator(interaction, moderatorRoles),
    canPostHere: canPostHere(interaction),
    locale: toReplyLocale(interaction.locale),
    publicLocale: toReplyLocale(interaction.guildLocale ?? interaction.locale),
  };
}

/** What a reply may quote: less where everyone in the channel sees it. */
export function scopeFor(caller: Caller, isPublic: boolean): Scope {
  if (isPublic) return publicScope(caller);
  const { guildId, channels, roles } = caller;
  return { guildId, reader: { channels, roles } };
}

/** What a reply may quote that everyone in the channel sees. */
export function publicScope({ guildId, channels }: Caller): Scope {
  return { guildId, reader: publicReader(channels) };
}

function isModerator(interaction: Interaction, moderatorRoles: readonly string[]): boolean {
  if (interaction.guildId === null) return false;
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return true;
  return rolesOf(interaction).some((role) => moderatorRoles.includes(role));
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
