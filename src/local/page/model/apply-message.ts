import type { FromServer, Snapshot } from '../../page-protocol.ts';
import type { ChannelView, InteractionView, MessageView } from '../../page-views.ts';
import { emptyComposer } from './page-state.ts';
import type { PageState } from './page-state.ts';

/** How long "is typing" stands without another sign of it, as in Discord. */
const typingMs = 10_000;

export type WorldMessage = Exclude<FromServer, { kind: 'outcome' }>;

/** The state after what the server told. */
export function applyMessage(state: PageState, message: WorldMessage): Partial<PageState> {
  switch (message.kind) {
    case 'snapshot':
      return applySnapshot(state, message);
    case 'message':
      return applyMessageChange(state, message.message);
    case 'message-removed':
      return applyRemoval(state, message);
    case 'channel':
      return { channels: putChannel(state.channels, message.channel) };
    case 'typing':
      return applyTyping(state, message);
    case 'interaction':
      return applyInteraction(state, message.interaction);
    case 'commands-changed':
      return { commands: {} };
    case 'bot-status':
      return { isBotOnline: message.isOnline };
  }
}

function applySnapshot(state: PageState, snapshot: Snapshot): Partial<PageState> {
  const { viewerId, botId, isBotOnline, guilds, users, channels } = snapshot;
  const isSamePerson = state.viewerId === viewerId;
  const stays = channels.some(({ id }) => id === state.channelId);
  const messages: Record<string, MessageView[]> = {};
  for (const message of snapshot.messages) (messages[message.channelId] ??= []).push(message);
  return {
    connection: 'open',
    viewerId,
    botId,
    isBotOnline,
    guilds,
    users,
    channels,
    messages,
    commands: {},
    channelId: stays ? state.channelId : firstChannel(channels),
    ...(isSamePerson
      ? {}
      : { composer: emptyComposer, editing: null, dialog: null, interactions: [], unreadIds: [] }),
  };
}

/** The place to begin: the first text channel that one may write in, else whatever there is. */
function firstChannel(channels: readonly ChannelView[]): string | null {
  const open = channels.find(({ kind, canSend }) => kind === 'text' && canSend);
  return (open ?? channels[0])?.id ?? null;
}

function applyMessageChange(state: PageState, message: MessageView): Partial<PageState> {
  const before = state.messages[message.channelId] ?? [];
  const isKnown = before.some(({ id }) => id === message.id);
  const after = isKnown
    ? before.map((each) => (each.id === message.id ? message : each))
    : [...before, message];
  const isUnread = !isKnown && message.channelId !== state.channelId && message.authorId !== state.viewerId;
  return {
    messages: { ...state.messages, [message.channelId]: after },
    typing: state.typing.filter(
      ({ channelId, userId }) => channelId !== message.channelId || userId !== message.authorId,
    ),
    unreadIds: isUnread ? [...new Set([...state.unreadIds, message.channelId])] : state.unreadIds,
  };
}

function applyRemoval(
  state: PageState,
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
): Partial<PageState> {
  const kept = (state.messages[channelId] ?? []).filter(({ id }) => id !== messageId);
  return {
    messages: { ...state.messages, [channelId]: kept },
    ...(state.menu?.messageId === messageId ? { menu: null } : {}),
    ...(state.editing?.messageId === messageId ? { editing: null } : {}),
    ...(state.composer.replyTo === messageId ? { composer: { ...state.composer, replyTo: null } } : {}),
  };
}

function putChannel(channels: readonly ChannelView[], channel: ChannelView): readonly ChannelView[] {
  return channels.some(({ id }) => id === channel.id)
    ? channels.map((each) => (each.id === channel.id ? channel : each))
    : [...channels, channel];
}

function applyTyping(
  state: PageState,
  { channelId, userId }: { readonly channelId: string; readonly userId: string },
): Partial<PageState> {
  const others = state.typing.filter((each) => each.channelId !== channelId || each.userId !== userId);
  return { typing: [...others, { channelId, userId, untilMs: state.nowMs + typingMs }] };
}

function applyInteraction(state: PageState, view: InteractionView): Partial<PageState> {
  const known = state.interactions.find((each) => each.view.id === view.id);
  const others = state.interactions.filter((each) => each.view.id !== view.id);
  const origin = known?.origin ?? null;
  return {
    interactions: view.status === 'answered' ? others : [...others, { view, origin }],
    ...dialogAfter(state, view),
  };
}

/** A modal of the bot opens; one that was sent closes when the bot answers and stays, with a sentence, when it does not. */
function dialogAfter(state: PageState, view: InteractionView): Partial<PageState> {
  if (view.modal !== null) {
    const { modal, id: interactionId } = view;
    return { dialog: { kind: 'modal', interactionId, modal, sentId: null, error: null, chosen: {} } };
  }
  const { dialog } = state;
  if (view.kind !== 'modal' || dialog?.kind !== 'modal') return {};
  if (view.status === 'answered') return { dialog: null };
  if (view.status === 'waiting') return {};
  return { dialog: { ...dialog, sentId: null, error: 'Something went wrong. Try again.' } };
}
