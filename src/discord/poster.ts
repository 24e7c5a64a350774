import { Routes, type RawFile, type REST } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

import type { Logger } from '../library/ports.ts';
import { fit } from '../render/fit.ts';
import { plain, text, type Reply, type Span } from '../render/reply.ts';

import { readApiFailure } from './api-failure.ts';
import { toFiles, toPayload } from './to-payload.ts';
import { tryAgain } from './try-again.ts';

/** A message that the bot writes by itself. */
export interface Post {
  readonly channelId: string;
  /** The message that is replied to; the post stands alone when that is gone. */
  readonly replyTo: string | null;
  readonly reply: Reply;
  /** Ids of people whom the post calls by name. */
  readonly calls: readonly string[];
  /** At most 25 characters. Posts with the same nonce are one post, however often they are sent. */
  readonly nonce: string;
}

/** A message that the bot writes to one person alone. */
export interface DirectPost extends Pick<Post, 'reply' | 'nonce'> {
  readonly userId: string;
}

/** Messages of the bot in channels. What Discord forbids or has lost is an outcome; every other failure is thrown. */
export interface Poster {
  /** Id of the new message, or null where the bot may not write. */
  post(post: Post): Promise<string | null>;
  /** Writes to one person alone: the id of the new message, or null where the person lets the bot not write. */
  postDirect(post: DirectPost): Promise<string | null>;
  edit(channelId: string, messageId: string, reply: Reply): Promise<void>;
  /** False when the message was gone before, or the bot may not remove it. */
  remove(channelId: string, messageId: string): Promise<boolean>;
  /** Says once that the bot has no right to write in this channel, and sends nothing there for a while. */
  keepOut(channelId: string): void;
}

/** How long the bot keeps out of a channel that refused it: each refused request counts against its address. */
const keepOutMs = 10 * 60_000;
const idSchema = z.object({ id: z.string() });

/** The reply with the people named that it calls. */
function nameCalled(reply: Reply, calls: readonly string[]): Reply {
  if (calls.length === 0) return reply;
  const names = calls.flatMap((id): readonly Span[] => [{ kind: 'person', id }, plain(' ')]);
  return fit({ ...reply, parts: [text('plain', names), ...reply.parts] });
}

/** Only people who are called by name may be pinged, and nobody else. */
function toRequest(
  reply: Reply,
  { calls, nonce }: Pick<Post, 'calls' | 'nonce'>,
): { readonly body: Readonly<Record<string, unknown>>; readonly files: RawFile[] } {
  const shown = nameCalled(reply, calls);
  const mentions = calls.length === 0 ? {} : { allowed_mentions: { parse: [], users: calls } };
  return {
    body: { ...toPayload(shown, 'public'), ...mentions, nonce, enforce_nonce: true },
    files: toFiles(shown),
  };
}

function referTo(messageId: string | null): Readonly<Record<string, unknown>> {
  if (messageId === null) return {};
  return { message_reference: { message_id: messageId, fail_if_not_exists: false } };
}

async function removeMessage(rest: REST, channelId: string, messageId: string): Promise<true> {
  await rest.delete(Routes.channelMessage(channelId, messageId));
  return true;
}

async function postDirect(rest: REST, { userId, reply, nonce }: DirectPost): Promise<string | null> {
  try {
    const body = { recipient_id: userId };
    const channel = idSchema.parse(await tryAgain(() => rest.post(Routes.userChannels(), { body })));
    const request = toRequest(reply, { calls: [], nonce });
    const route = Routes.channelMessages(channel.id);
    return idSchema.parse(await tryAgain(() => rest.post(route, request))).id;
  } catch (error) {
    // Somebody who takes no direct messages has every right to: it is no channel to keep out of, and nothing to log.
    const failure = readApiFailure(error);
    if (failure === 'forbidden' || failure === 'gone') return null;
    throw error;
  }
}

/** Writes through `rest`, as the bot that it is logged in as. */
export function createPoster(rest: REST, logger: Logger): Poster {
  const closedChannels = new LRUCache<string, true>({ max: 10_000, ttl: keepOutMs });

  function keepOut(channelId: string): void {
    if (closedChannels.has(channelId)) return;
    closedChannels.set(channelId, true);
    logger.warn(
      { channelId },
      'the bot may not write in this channel: give it View Channel, Send Messages and Read Message History',
    );
  }

  /** The value of the request, or null when Discord forbids it or no longer has its place. */
  async function attempt<T>(channelId: string, request: () => Promise<T>): Promise<T | null> {
    if (closedChannels.has(channelId)) return null;
    try {
      return await tryAgain(request);
    } catch (error) {
      const failure = readApiFailure(error);
      if (failure === 'forbidden') keepOut(channelId);
      else if (failure !== 'gone') throw error;
      return null;
    }
  }

  return {
    keepOut,
    async post({ channelId, replyTo, reply, calls, nonce }) {
      const { body: said, files } = toRequest(reply, { calls, nonce });
      const body = { ...said, ...referTo(replyTo) };
      const message = await attempt(channelId, () =>
        rest.post(Routes.channelMessages(channelId), { body, files }),
      );
      return message === null ? null : idSchema.parse(message).id;
    },
    postDirect: (post) => postDirect(rest, post),
    async edit(channelId, messageId, reply) {
      const request = { body: toPayload(reply, 'public'), files: toFiles(reply) };
      await attempt(channelId, () => rest.patch(Routes.channelMessage(channelId, messageId), request));
    },
    async remove(channelId, messageId) {
      return (await attempt(channelId, () => removeMessage(rest, channelId, messageId))) ?? false;
    },
  };
}
