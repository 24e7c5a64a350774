import { PermissionFlagsBits, type Interaction, type PermissionsBitField } from 'discord.js';

import type { Caution } from '../answer/caution.ts';
import type { Scope } from '../library/library.ts';
import { toReplyLocale, type ReplyLocale } from '../render/locale.ts';

import { placesOf, publicReader, rolesOf } from './reader.ts';
import type { RulesOf, ServerRules } from './server-rules.ts';

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
  /** Whether this person may change the server itself, and with it who its moderators are. */
  readonly canManageServer: boolean;
  /** How sure an answer has to be in this server. */
  readonly caution: Caution;
  /** Whether both this person and the bot may write in this channel. */
  readonly canPostHere: boolean;
  /** The language for replies that only this person sees. */
  readonly locale: ReplyLocale;
  /** The language for replies that everyone sees. */
  readonly publicLocale: ReplyLocale;
}

/** Reads from an interaction who asks. */
export function readCaller(interaction: Interaction, rulesOf: RulesOf): Caller {
  const rules = rulesOf(interaction.guildId);
  const canManageServer = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return {
    userId: interaction.user.id,
    channelId: interaction.channelId,
    guildId: interaction.guildId,
    channels: interaction.guildId === null ? [] : placesOf(interaction.channelId, interaction.channel),
    roles: rolesOf(interaction),
    isModerator: interaction.guildId !== null && (canManageServer || isModerator(interaction, rules)),
    canManageServer,
    caution: rules.caution,
    canPostHere: canPostHere(interaction),
    locale: toReplyLocale(interaction.locale),
    publicLocale: rules.language ?? toReplyLocale(interaction.guildLocale ?? interaction.locale),
  };
}

/** What a reply may quote: less where everyone in the channel sees it. */
export function scopeFor(caller: Caller, isPublic: boolean): Scope {
  if (isPublic) return publicScope(caller);
  const { guildId, channels, roles, caution } = caller;
  return { guildId, reader: { channels, roles }, caution };
}

/** What a reply may quote that everyone in the channel sees. */
export function publicScope({ guildId, channels, caution }: Caller): Scope {
  return { guildId, reader: publicReader(channels), caution };
}

function isModerator(interaction: Interaction, { moderatorRoles }: ServerRules): boolean {
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
