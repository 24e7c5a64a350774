import { z } from 'zod';
import { toApiChannel } from '../../wire/api-channel.ts';
import { snowflake } from '../../validation/components-schema.ts';
import { sendPermission } from '../../world/permissions.ts';
import { missingPermissions, parseBody, unknownThing } from '../api-error.ts';
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
];
