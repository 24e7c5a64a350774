import type { ChannelView, MemberView, MessageView, UserView } from '../../page-views.ts';
import type { PageState } from './page-state.ts';

/** The channel that is open; null at the start. */
export function currentChannel(state: PageState): ChannelView | null {
  return state.channels.find(({ id }) => id === state.channelId) ?? null;
}

/** Null in direct messages. */
export function currentGuildId(state: PageState): string | null {
  return currentChannel(state)?.guildId ?? null;
}

/** The messages of a channel, oldest first. */
export function messagesIn(state: PageState, channelId: string | null): readonly MessageView[] {
  return channelId === null ? [] : (state.messages[channelId] ?? []);
}

/** A message of the channel that is open. */
export function findMessage(state: PageState, messageId: string): MessageView | null {
  return messagesIn(state, state.channelId).find(({ id }) => id === messageId) ?? null;
}

/** A user, or a stand-in for one that is not known. */
export function findUser(state: PageState, userId: string): UserView {
  return state.users.find(({ id }) => id === userId) ?? { id: userId, name: 'Unknown', isBot: false };
}

/** The member in the server at hand, which decides the colour of the name. */
export function findMember(state: PageState, userId: string): MemberView | null {
  const guild = state.guilds.find(({ id }) => id === currentGuildId(state));
  return guild?.members.find((member) => member.userId === userId) ?? null;
}

/** What stands above the conversation and in lists: without `#` or `@`. */
export function channelTitle(state: PageState, channel: ChannelView): string {
  return channel.recipientId === null ? channel.name : findUser(state, channel.recipientId).name;
}

/** Whom one can mention here: all members of the server, or the two of a direct message. */
export function mentionable(state: PageState): readonly UserView[] {
  const channel = currentChannel(state);
  const guild = state.guilds.find(({ id }) => id === channel?.guildId);
  const ids = guild?.members.map(({ userId }) => userId) ?? [state.viewerId, channel?.recipientId];
  return state.users.filter(({ id }) => ids.includes(id));
}

/** The colour of a role, moved towards the text's so far that a name in it is readable on either theme. */
export function readableColor(color: number): string {
  return `color-mix(in oklab, ${cssColor(color)} 65%, var(--text-strong))`;
}

/** `#3ba55d` of 0x3ba55d. */
export function cssColor(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
