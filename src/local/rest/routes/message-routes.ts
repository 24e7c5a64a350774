import { ChannelType, PermissionFlagsBits, RESTJSONErrorCodes, type APIMessage } from 'discord-api-types/v10';
import type { z } from 'zod';
import { withholdContent } from '../../gateway/describe-event.ts';
import { createMessageBody, messageBody } from '../../validation/message-schema.ts';
import { composeMessage, editMessage } from '../../world/compose-message.ts';
import { permissionsIn, sendPermission } from '../../world/permissions.ts';
import type { Channel } from '../../world/records.ts';
import {
  ApiError,
  invalidForm,
  missingAccess,
  missingPermissions,
  notYourMessage,
  parseBody,
  threadLocked,
  unknownChannel,
  unknownMessage,
} from '../api-error.ts';
import { channelFlags, checkEdit, checkNewMessage } from '../check-message.ts';
import {
  messageRate,
  noContent,
  ok,
  ordinaryRate,
  type Call,
  type RestAnswer,
  type Route,
} from '../route.ts';

const has = (permissions: bigint, needed: bigint): boolean => (permissions & needed) === needed;

/** The channel of the route, if the bot may see it; with the bot's permissions there. */
export const findChannel = (call: Call): { readonly channel: Channel; readonly permissions: bigint } => {
  const channel = call.world.channels.get(call.param('channel_id'));
  if (channel === undefined) throw unknownChannel();
  const permissions = permissionsIn(call.world, channel.id, call.world.botId);
  if (!has(permissions, PermissionFlagsBits.ViewChannel)) throw missingAccess();
  return { channel, permissions };
};

const requireSending = (call: Call): Channel => {
  const { channel, permissions } = findChannel(call);
  if (channel.type === ChannelType.GuildForum) {
    throw new ApiError(
      400,
      RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
      'Cannot send messages in a non-text channel',
      {
        violation: 'message-in-forum',
      },
    );
  }
  const isUploading = call.uploads.length > 0;
  const needed = sendPermission(channel) | (isUploading ? PermissionFlagsBits.AttachFiles : 0n);
  if (!has(permissions, needed)) throw missingPermissions();
  if (channel.isLocked && !has(permissions, PermissionFlagsBits.ManageThreads)) throw threadLocked();
  return channel.isArchived ? call.world.replaceChannel({ ...channel, isArchived: false }) : channel;
};

/** The message of the route. Throws as Discord does for one that is not there. */
export const findMessage = (call: Call): APIMessage => {
  const { channel } = findChannel(call);
  const stored = call.world.messages.get(call.param('message_id'));
  if (stored === undefined || stored.visibleTo !== null || stored.message.channel_id !== channel.id)
    throw unknownMessage();
  return stored.message;
};

const findReferenced = (
  call: Call,
  reference: z.infer<typeof createMessageBody>['message_reference'],
): APIMessage | null => {
  if (reference === undefined) return null;
  const stored = call.world.messages.get(reference.message_id);
  const isThere = stored?.visibleTo === null && stored.message.channel_id === call.param('channel_id');
  if (isThere) return stored.message;
  if (reference.fail_if_not_exists === false) return null;
  throw invalidForm([
    { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
  ]);
};

const requireHistory = (call: Call): void => {
  if (has(findChannel(call).permissions, PermissionFlagsBits.ReadMessageHistory)) return;
  throw new ApiError(403, 160_002, 'Cannot reply without permission to read message history', {
    violation: 'missing-permissions',
  });
};

/** The message that this nonce made in the last minutes, when the request asks for it. */
const findByNonce = (
  call: Call,
  body: z.infer<typeof createMessageBody>,
  channelId: string,
): APIMessage | null => {
  if (body.nonce === undefined || body.enforce_nonce !== true) return null;
  for (const { message } of call.world.messages.values()) {
    const isRecent = call.world.now() - Date.parse(message.timestamp) < 5 * 60_000;
    const isSame = message.nonce === body.nonce && message.author.id === call.world.botId;
    if (isRecent && isSame && message.channel_id === channelId) return message;
  }
  return null;
};

const createMessage = (call: Call): RestAnswer => {
  const channel = requireSending(call);
  const body = parseBody(createMessageBody, call.body);
  checkNewMessage(body, channelFlags, call.uploads);
  const existing = findByNonce(call, body, channel.id);
  if (existing !== null) return ok(existing);
  const replyTo = findReferenced(call, body.message_reference);
  if (replyTo !== null) requireHistory(call);
  const message = composeMessage(call.world, {
    authorId: call.world.botId,
    channelId: channel.id,
    parts: body,
    uploads: call.uploads,
    ...(body.nonce === undefined ? {} : { nonce: body.nonce }),
    ...(replyTo === null ? {} : { replyTo }),
  });
  return ok(call.world.addMessage(message, null));
};

const changeMessage = (call: Call): RestAnswer => {
  const message = findMessage(call);
  if (message.author.id !== call.world.botId) throw notYourMessage();
  const parts = parseBody(messageBody, call.body);
  const edited = editMessage(call.world, message, parts, call.uploads);
  checkEdit(parts, message, edited);
  return ok(call.world.replaceMessage(edited));
};

const deleteMessage = (call: Call): RestAnswer => {
  const message = findMessage(call);
  const { permissions } = findChannel(call);
  const mayDelete =
    message.author.id === call.world.botId || has(permissions, PermissionFlagsBits.ManageMessages);
  if (!mayDelete) throw missingPermissions();
  call.world.removeMessage(message.id);
  return noContent;
};

const asBotReads = (call: Call, message: APIMessage): APIMessage =>
  call.faults.isMessageContentAllowed ? message : withholdContent(message, call.world);

const listMessages = (call: Call): RestAnswer => {
  const { channel } = findChannel(call);
  const limit = Math.min(100, Number(call.query['limit'] ?? 50));
  const { before, after } = call.query;
  const messages = [...call.world.messages.values()]
    .filter(({ message, visibleTo }) => visibleTo === null && message.channel_id === channel.id)
    .map(({ message }) => message)
    .filter(({ id }) => before === undefined || BigInt(id) < BigInt(before))
    .filter(({ id }) => after === undefined || BigInt(id) > BigInt(after));
  return ok(
    messages
      .slice(-limit)
      .reverse()
      .map((message) => asBotReads(call, message)),
  );
};

const base = '/channels/{channel_id}/messages';

export const messageRoutes: readonly Route[] = [
  { method: 'GET', template: base, needsBotToken: true, rate: ordinaryRate, run: listMessages },
  { method: 'POST', template: base, needsBotToken: true, rate: messageRate, run: createMessage },
  {
    method: 'GET',
    template: `${base}/{message_id}`,
    needsBotToken: true,
    rate: ordinaryRate,
    run: (call) => ok(asBotReads(call, findMessage(call))),
  },
  {
    method: 'PATCH',
    template: `${base}/{message_id}`,
    needsBotToken: true,
    rate: messageRate,
    run: changeMessage,
  },
  {
    method: 'DELETE',
    template: `${base}/{message_id}`,
    needsBotToken: true,
    rate: messageRate,
    run: deleteMessage,
  },
];
