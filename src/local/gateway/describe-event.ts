import { ChannelType, GatewayIntentBits, PermissionFlagsBits, type APIMessage } from 'discord-api-types/v10';
import type { WorldEvent } from '../contract.ts';
import { toApiChannel } from '../wire/api-channel.ts';
import { toApiMember, toMemberFields } from '../wire/api-guild.ts';
import { permissionsIn } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import type { Dispatch } from './dispatch.ts';

/** Discord keeps the words of others from an application without MessageContent, unless they are for it. */
export const withholdContent = (message: APIMessage, world: World): APIMessage => {
  const isForBot =
    message.author.id === world.botId ||
    message.mentions.some(({ id }) => id === world.botId) ||
    world.channels.get(message.channel_id)?.type === ChannelType.DM;
  const referenced = message.referenced_message;
  return {
    ...message,
    ...(isForBot ? {} : { content: '', embeds: [], attachments: [], components: [] }),
    ...(referenced === null || referenced === undefined
      ? {}
      : { referenced_message: withholdContent(referenced, world) }),
  };
};

const messageIntent = (guildId: string | null): number =>
  guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;

const describeMessage = (name: string, message: APIMessage, world: World): Dispatch => {
  const channel = world.channels.get(message.channel_id);
  const guildId = channel?.guildId ?? null;
  const member = world.guilds.get(guildId ?? '')?.members.get(message.author.id);
  const place = {
    channel_type: channel?.type,
    ...(guildId === null ? {} : { guild_id: guildId }),
    ...(member === undefined ? {} : { member: toMemberFields(member) }),
  };
  return {
    name,
    data: { ...message, ...place },
    withheld: { ...withholdContent(message, world), ...place },
    guildId,
    intent: messageIntent(guildId),
  };
};

const plain = (name: string, data: unknown, guildId: string | null, intent: number): Dispatch => ({
  name,
  data,
  withheld: null,
  guildId,
  intent,
});

const guildIdField = (guildId: string | null): object => (guildId === null ? {} : { guild_id: guildId });

const describeTyping = (
  event: Extract<WorldEvent, { kind: 'typing-started' }>,
  world: World,
): readonly Dispatch[] => {
  if (event.userId === world.botId) return [];
  const guildId = world.channels.get(event.channelId)?.guildId ?? null;
  const data = {
    channel_id: event.channelId,
    user_id: event.userId,
    timestamp: Math.floor(world.now() / 1_000),
    ...guildIdField(guildId),
  };
  const intent =
    guildId === null ? GatewayIntentBits.DirectMessageTyping : GatewayIntentBits.GuildMessageTyping;
  return [plain('TYPING_START', data, guildId, intent)];
};

const describeChannel = (
  event: Extract<WorldEvent, { kind: 'channel-created' | 'channel-updated' }>,
  world: World,
): readonly Dispatch[] => {
  const channel = world.channels.get(event.channel.id);
  if (channel === undefined || channel.type === ChannelType.DM) return [];
  const data = toApiChannel(channel, world);
  const isThread = channel.type === ChannelType.PublicThread;
  const isNew = event.kind === 'channel-created';
  const verb = isNew ? 'CREATE' : 'UPDATE';
  return [
    isThread
      ? plain(
          `THREAD_${verb}`,
          { ...data, ...(isNew ? { newly_created: true } : {}) },
          channel.guildId,
          GatewayIntentBits.Guilds,
        )
      : plain(`CHANNEL_${verb}`, data, channel.guildId, GatewayIntentBits.Guilds),
  ];
};

const describeRoles = (userId: string, world: World): readonly Dispatch[] =>
  [...world.guilds.values()].flatMap((guild) => {
    const member = guild.members.get(userId);
    if (member === undefined) return [];
    const data = { guild_id: guild.id, ...toApiMember(member) };
    const intent = userId === world.botId ? GatewayIntentBits.Guilds : GatewayIntentBits.GuildMembers;
    return [plain('GUILD_MEMBER_UPDATE', data, guild.id, intent)];
  });

const canBotSee = (channelId: string, world: World): boolean =>
  (permissionsIn(world, channelId, world.botId) & PermissionFlagsBits.ViewChannel) !== 0n;

type MessageEvent = Extract<WorldEvent, { kind: 'message-created' | 'message-updated' | 'message-deleted' }>;

const describeMessageEvent = (event: MessageEvent, world: World): readonly Dispatch[] => {
  const channelId = event.kind === 'message-deleted' ? event.channelId : event.message.channel_id;
  if (event.visibleTo !== null || !canBotSee(channelId, world)) return [];
  if (event.kind !== 'message-deleted') {
    const name = event.kind === 'message-created' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE';
    return [describeMessage(name, event.message, world)];
  }
  const guildId = world.channels.get(channelId)?.guildId ?? null;
  const data = { id: event.messageId, channel_id: channelId, ...guildIdField(guildId) };
  return [plain('MESSAGE_DELETE', data, guildId, messageIntent(guildId))];
};

const describeReaction = (
  { message, reaction }: Extract<WorldEvent, { kind: 'reaction-changed' }>,
  world: World,
): readonly Dispatch[] => {
  if (!canBotSee(message.channel_id, world)) return [];
  const { emoji, userId, isThere } = reaction;
  const guildId = world.channels.get(message.channel_id)?.guildId ?? null;
  const member = world.guilds.get(guildId ?? '')?.members.get(userId);
  const data = {
    user_id: userId,
    channel_id: message.channel_id,
    message_id: message.id,
    message_author_id: message.author.id,
    ...guildIdField(guildId),
    ...(member === undefined || !isThere ? {} : { member: toApiMember(member) }),
    emoji: { id: null, name: emoji },
    burst: false,
    type: 0,
  };
  const intent =
    guildId === null ? GatewayIntentBits.DirectMessageReactions : GatewayIntentBits.GuildMessageReactions;
  return [plain(`MESSAGE_REACTION_${isThere ? 'ADD' : 'REMOVE'}`, data, guildId, intent)];
};

type SilentEvent = Extract<
  WorldEvent,
  { kind: 'interaction-changed' | 'commands-changed' | 'bot-status-changed' }
>;

/** Clients see these; a bot is told of them by no event, or of an interaction by one of its own. */
const isSilent = (event: WorldEvent): event is SilentEvent =>
  event.kind === 'interaction-changed' ||
  event.kind === 'commands-changed' ||
  event.kind === 'bot-status-changed';

/** What the bot learns of a change in the world: nothing of what is private to others or hidden from it. */
export const describeEvent = (event: WorldEvent, world: World): readonly Dispatch[] => {
  if (isSilent(event)) return [];
  switch (event.kind) {
    case 'message-created':
    case 'message-updated':
    case 'message-deleted':
      return describeMessageEvent(event, world);
    case 'reaction-changed':
      return describeReaction(event, world);
    case 'typing-started':
      return describeTyping(event, world);
    case 'channel-created':
    case 'channel-updated':
      return describeChannel(event, world);
    case 'roles-changed':
      return describeRoles(event.userId, world);
  }
};
