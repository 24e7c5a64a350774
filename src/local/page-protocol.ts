import * as z from 'zod';
import { channel, choice, command, guild, id, interaction, message, user } from './page-views.ts';

/** Messages, threads and conversations: what a person does without the bot. */
const speech = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('send-message'), channelId: id, content: z.string(), replyTo: id.nullable() }),
  z.object({ kind: z.literal('edit-message'), messageId: id, content: z.string() }),
  z.object({ kind: z.literal('delete-message'), messageId: id }),
  z.object({ kind: z.literal('react'), messageId: id, emoji: z.string(), isThere: z.boolean() }),
  z.object({ kind: z.literal('start-typing'), channelId: id }),
  z.object({
    kind: z.literal('create-thread'),
    channelId: id,
    name: z.string().min(1).max(100),
    messageId: id.nullable(),
  }),
  z.object({
    kind: z.literal('create-post'),
    forumId: id,
    name: z.string().min(1).max(100),
    content: z.string(),
  }),
  z.object({ kind: z.literal('open-direct'), userId: id }),
]);

/** What a person does with the bot. Option values travel as text; the server gives them their type. */
const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list-commands'), channelId: id }),
  z.object({
    kind: z.literal('run-command'),
    channelId: id,
    name: z.string(),
    options: z.record(z.string(), z.string()),
  }),
  z.object({
    kind: z.literal('autocomplete'),
    channelId: id,
    name: z.string(),
    options: z.record(z.string(), z.string()),
    focused: z.string(),
  }),
  z.object({ kind: z.literal('run-message-command'), name: z.string(), messageId: id }),
  z.object({ kind: z.literal('click-button'), messageId: id, customId: z.string() }),
  z.object({
    kind: z.literal('choose-options'),
    messageId: id,
    customId: z.string(),
    values: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('submit-modal'),
    interactionId: id,
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
]);

/** From the page: who I am (null takes the first person), or something I do, whose outcome carries the same `requestId`. */
export const fromPage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('enter'), viewerId: id.nullable() }),
  z.object({ kind: z.literal('say'), requestId: z.number().int(), speech }),
  z.object({ kind: z.literal('ask'), requestId: z.number().int(), request }),
]);

/** To the page: first everything that this person can see, then each change of it. */
export const fromServer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('snapshot'),
    viewerId: id,
    botId: id,
    isBotOnline: z.boolean(),
    guilds: z.array(guild).readonly(),
    users: z.array(user).readonly(),
    channels: z.array(channel).readonly(),
    messages: z.array(message).readonly(),
  }),
  z.object({ kind: z.literal('message'), message }),
  z.object({ kind: z.literal('message-removed'), channelId: id, messageId: id }),
  z.object({ kind: z.literal('channel'), channel }),
  z.object({ kind: z.literal('typing'), channelId: id, userId: id }),
  z.object({ kind: z.literal('interaction'), interaction }),
  z.object({ kind: z.literal('commands-changed') }),
  z.object({ kind: z.literal('bot-status'), isOnline: z.boolean() }),
  z.object({
    kind: z.literal('outcome'),
    requestId: z.number(),
    /** A sentence for people; null when it went well. */
    error: z.string().nullable(),
    interactionId: id.nullable(),
    channelId: id.nullable(),
    choices: z.array(choice).readonly(),
    commands: z.array(command).readonly(),
  }),
]);

export type FromPage = z.infer<typeof fromPage>;
export type FromServer = z.infer<typeof fromServer>;
export type Speech = z.infer<typeof speech>;
export type Request = z.infer<typeof request>;
export type Snapshot = Extract<FromServer, { kind: 'snapshot' }>;
export type Outcome = Extract<FromServer, { kind: 'outcome' }>;
