import { PermissionFlagsBits } from 'discord-api-types/v10';
import type {
  ChannelView as WorldChannel,
  InteractionState,
  InteractionStatus,
  LocalDiscord,
  WorldEvent,
} from '../contract.ts';
import type { FromServer } from '../page-protocol.ts';
import type { InteractionView } from '../page-views.ts';
import { viewMessage } from './view-message.ts';
import { viewModal } from './view-modal.ts';
import { canView, contextIn, pickableIn, viewChannel, viewWorld } from './view-world.ts';

/** What this person's page learns of a change; nothing, when it is not for their eyes. */
export function viewEvent(discord: LocalDiscord, viewerId: string, event: WorldEvent): readonly FromServer[] {
  if ('visibleTo' in event) return viewMessageEvent(discord, viewerId, event);
  switch (event.kind) {
    case 'reaction-changed':
      return viewMessageEvent(discord, viewerId, { ...event, kind: 'message-updated', visibleTo: null });
    case 'typing-started':
      return viewTyping(discord, viewerId, event);
    case 'channel-created':
    case 'channel-updated':
      return viewNewChannel(discord, viewerId, event.channel);
    case 'interaction-changed':
      return viewInteraction(discord, viewerId, event.interaction);
    case 'commands-changed':
      return [{ kind: 'commands-changed' }];
    // Another role may show or hide channels, so everything is told again.
    case 'roles-changed':
      return [viewWorld(discord, viewerId)];
    case 'bot-status-changed':
      return [{ kind: 'bot-status', isOnline: event.isOnline }];
  }
}

type MessageEvent = Extract<WorldEvent, { visibleTo: string | null }>;

function viewMessageEvent(
  discord: LocalDiscord,
  viewerId: string,
  event: MessageEvent,
): readonly FromServer[] {
  if (event.visibleTo !== null && event.visibleTo !== viewerId) return [];
  if (event.kind === 'message-deleted') {
    return [{ kind: 'message-removed', channelId: event.channelId, messageId: event.messageId }];
  }
  const channel = discord.world.channel(event.message.channel_id);
  if (channel === null || !canView(discord, channel, viewerId)) return [];
  return [{ kind: 'message', message: viewMessage(event.message, contextIn(discord, channel)) }];
}

function viewTyping(
  { world }: LocalDiscord,
  viewerId: string,
  { userId, channelId }: { readonly userId: string; readonly channelId: string },
): readonly FromServer[] {
  const isVisible = (world.permissions(channelId, viewerId) & PermissionFlagsBits.ViewChannel) !== 0n;
  return userId !== viewerId && isVisible ? [{ kind: 'typing', channelId, userId }] : [];
}

function viewNewChannel(
  discord: LocalDiscord,
  viewerId: string,
  channel: WorldChannel,
): readonly FromServer[] {
  if (!canView(discord, channel, viewerId)) return [];
  return [{ kind: 'channel', channel: viewChannel(discord, channel, viewerId) }];
}

const statuses: Readonly<Record<InteractionStatus, InteractionView['status']>> = {
  waiting: 'waiting',
  deferred: 'answered',
  'deferred-update': 'answered',
  replied: 'answered',
  updated: 'answered',
  'modal-shown': 'answered',
  'choices-given': 'answered',
  failed: 'failed',
};

function viewInteraction(
  discord: LocalDiscord,
  viewerId: string,
  interaction: InteractionState,
): readonly FromServer[] {
  const { id, kind, userId, channelId, name, status, modal } = interaction;
  if (userId !== viewerId || kind === 'autocomplete') return [];
  const pickable = pickableIn(discord, discord.world.channel(channelId));
  const view: InteractionView = {
    id,
    kind,
    channelId,
    name,
    status: statuses[status],
    modal: status === 'modal-shown' && modal !== null ? viewModal(modal, pickable) : null,
  };
  return [{ kind: 'interaction', interaction: view }];
}
