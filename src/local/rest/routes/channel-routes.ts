import { PermissionFlagsBits, ChannelType } from 'discord-api-types/v10';
import { z } from 'zod';
import { toApiChannel } from '../../wire/api-channel.ts';
import { snowflake } from '../../validation/components-schema.ts';
import { limits } from '../../validation/limits.ts';
import { sendPermission } from '../../world/permissions.ts';
import { missingPermissions, parseBody, unknownMessage, unknownThing } from '../api-error.ts';
import {
  messageRate,
  noContent,
  ok,
  ordinaryRate,
  type Call,
  type RestAnswer,
  type Route,
} from '../route.ts';
import { findChannel } from './message-routes.ts';

const startTyping = (call: Call): RestAnswer => {
  const { channel, permissions } = findChannel(call);
  if ((permissions & sendPermission(channel)) === 0n) throw missingPermissions();
  call.world.tell({ kind: 'typing-started', channelId: channel.id, userId: call.world.botId });
  return noContent;
};

const openDm = (call: Call): RestAnswer => {
  const { recipient_id: recipientId } = parseBody(z.strictObject({ recipient_id: snowflake }), call.body);
  if (!call.world.users.has(recipientId)) throw unknownThing('User');
  return ok(toApiChannel(call.world.directMessages(recipientId, call.world.botId), call.world));
};

const threadBody = z.strictObject({
  name: z.string().min(1).max(limits.threadName),
  auto_archive_duration: z.literal([60, 1_440, 4_320, 10_080]).exactOptional(),
  rate_limit_per_user: z.int().nullable().exactOptional(),
  type: z.literal(ChannelType.PublicThread).exactOptional(),
  invitable: z.boolean().exactOptional(),
});

const openThread = (call: Call, id: string): RestAnswer => {
  const { channel, permissions } = findChannel(call);
  if ((permissions & PermissionFlagsBits.CreatePublicThreads) === 0n) throw missingPermissions();
  const { name } = parseBody(threadBody, call.body);
  const thread = call.world.addChannel({
    id,
    type: ChannelType.PublicThread,
    guildId: channel.guildId,
    name,
    topic: null,
    parentId: channel.id,
    ownerId: call.world.botId,
    recipientIds: [],
    overwrites: [],
  });
  return { status: 201, body: toApiChannel(thread, call.world) };
};

const openThreadFromMessage = (call: Call): RestAnswer => {
  const messageId = call.param('message_id');
  if (!call.world.messages.has(messageId)) throw unknownMessage();
  return openThread(call, messageId);
};

export const channelRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/channels/{channel_id}',
    needsBotToken: true,
    rate: ordinaryRate,
    run: (call) => ok(toApiChannel(findChannel(call).channel, call.world)),
  },
  {
    method: 'POST',
    template: '/channels/{channel_id}/typing',
    needsBotToken: true,
    rate: messageRate,
    run: startTyping,
  },
  { method: 'POST', template: '/users/@me/channels', needsBotToken: true, rate: ordinaryRate, run: openDm },
  {
    method: 'POST',
    template: '/channels/{channel_id}/threads',
    needsBotToken: true,
    rate: ordinaryRate,
    run: (call) => openThread(call, call.world.nextId()),
  },
  {
    method: 'POST',
    template: '/channels/{channel_id}/messages/{message_id}/threads',
    needsBotToken: true,
    rate: ordinaryRate,
    run: openThreadFromMessage,
  },
];
