import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { z } from 'zod';
import { snowflake } from '../../validation/components-schema.ts';
import { limits } from '../../validation/limits.ts';
import { messageBody } from '../../validation/message-schema.ts';
import { toApiChannel } from '../../wire/api-channel.ts';
import { composeMessage } from '../../world/compose-message.ts';
import type { Channel } from '../../world/records.ts';
import { missingPermissions, notFound, parseBody, threadExists, unknownMessage } from '../api-error.ts';
import { channelFlags, checkNewMessage } from '../check-message.ts';
import { noContent, ok, ordinaryRate, type Call, type RestAnswer, type Route } from '../route.ts';
import { findChannel } from './message-routes.ts';

const name = z.string().min(1).max(limits.threadName);
const settings = {
  auto_archive_duration: z.literal([60, 1_440, 4_320, 10_080]).nullable().exactOptional(),
  rate_limit_per_user: z.int().min(0).max(21_600).nullable().exactOptional(),
};
const threadBody = z.strictObject({
  ...settings,
  name,
  type: z.literal(ChannelType.PublicThread).exactOptional(),
  invitable: z.boolean().exactOptional(),
});
const postBody = z.strictObject({
  ...settings,
  name,
  message: messageBody,
  applied_tags: z.array(snowflake).max(5).nullable().exactOptional(),
});
const changeBody = z.strictObject({
  ...settings,
  name: name.exactOptional(),
  archived: z.boolean().exactOptional(),
  locked: z.boolean().exactOptional(),
});

const created = (call: Call, thread: Channel, more: object = {}): RestAnswer => ({
  status: 201,
  body: { ...toApiChannel(thread, call.world), ...more },
});

const requireParent = (call: Call, needed: bigint): Channel => {
  const { channel, permissions } = findChannel(call);
  if ((permissions & needed) === 0n) throw missingPermissions();
  return channel;
};

/** A thread in a forum is a post: its first message comes with it and has its id. */
const openPost = (call: Call): RestAnswer => {
  const forum = requireParent(call, PermissionFlagsBits.SendMessages);
  const body = parseBody(postBody, call.body);
  checkNewMessage(body.message, channelFlags, call.uploads);
  const id = call.world.nextId();
  const ownerId = call.world.botId;
  const thread = call.world.addThread(forum, { id, name: body.name, ownerId });
  const draft = { authorId: ownerId, channelId: id, parts: body.message, uploads: call.uploads };
  const message = call.world.addMessage({ ...composeMessage(call.world, draft), id }, null);
  return created(call, thread, { message });
};

const openThread = (call: Call, id: string): RestAnswer => {
  const parent = requireParent(call, PermissionFlagsBits.CreatePublicThreads);
  const body = parseBody(threadBody, call.body);
  return created(call, call.world.addThread(parent, { id, name: body.name, ownerId: call.world.botId }));
};

const openInChannel = (call: Call): RestAnswer =>
  findChannel(call).channel.type === ChannelType.GuildForum
    ? openPost(call)
    : openThread(call, call.world.nextId());

const openFromMessage = (call: Call): RestAnswer => {
  const messageId = call.param('message_id');
  if (!call.world.messages.has(messageId)) throw unknownMessage();
  if (call.world.channels.has(messageId)) throw threadExists();
  return openThread(call, messageId);
};

const findThread = (call: Call): { readonly thread: Channel; readonly permissions: bigint } => {
  const { channel, permissions } = findChannel(call);
  // Channels are the server's own; nothing but threads can be changed here.
  if (channel.type !== ChannelType.PublicThread) throw notFound(`/channels/${channel.id}`);
  return { thread: channel, permissions };
};

/** Its owner can rename and archive a thread; whoever manages threads can lock it too. */
const changeThread = (call: Call): RestAnswer => {
  const { thread, permissions } = findThread(call);
  const body = parseBody(changeBody, call.body);
  const mayManage = (permissions & PermissionFlagsBits.ManageThreads) !== 0n;
  const isOwner = thread.ownerId === call.world.botId;
  const isAllowed = mayManage || (isOwner && body.locked === undefined && !thread.isLocked);
  if (!isAllowed) throw missingPermissions();
  const changed = call.world.replaceChannel({
    ...thread,
    name: body.name ?? thread.name,
    isArchived: body.archived ?? thread.isArchived,
    isLocked: body.locked ?? thread.isLocked,
  });
  return ok(toApiChannel(changed, call.world));
};

/** Everyone can see a public thread, so that joining and leaving it changes nothing else. */
const joinOrLeave = (call: Call): RestAnswer => {
  findThread(call);
  return noContent;
};

const rate = ordinaryRate;
const members = '/channels/{channel_id}/thread-members/@me';

export const threadRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/channels/{channel_id}/threads',
    needsBotToken: true,
    rate,
    run: openInChannel,
  },
  {
    method: 'POST',
    template: '/channels/{channel_id}/messages/{message_id}/threads',
    needsBotToken: true,
    rate,
    run: openFromMessage,
  },
  { method: 'PATCH', template: '/channels/{channel_id}', needsBotToken: true, rate, run: changeThread },
  { method: 'PUT', template: members, needsBotToken: true, rate, run: joinOrLeave },
  { method: 'DELETE', template: members, needsBotToken: true, rate, run: joinOrLeave },
];
