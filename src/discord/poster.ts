import { Routes, type REST } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

import type { Logger } from '../library/ports.ts';
import type { Reply } from '../render/reply.ts';

import { readApiFailure } from './api-failure.ts';
import { toPayload } from './to-payload.ts';
import { tryAgain } from './try-again.ts';

/** A message that the bot writes by itself. */
export interface Post {
  readonly channelId: string;
  /** The message that is replied to; the post stands alone when that is gone. */
  readonly replyTo: string | null;
  readonly reply: Reply;
  /** At most 25 characters. Posts with the same nonce are one post, however often they are sent. */
  readonly nonce: string;
}

/** Messages of the bot in channels. What Discord forbids or has lost is an outcome; every other failure is thrown. */
export interface Poster {
  /** Id of the new message, or null where the bot may not write. */
  post(post: Post): Promise<string | null>;
  edit(channelId: string, messageId: string, reply: Reply): Promise<void>;
  remove(channelId: string, messageId: string): Promise<void>;
  /** Says once that the bot has no right to write in this channel, and sends nothing there for a while. */
  keepOut(channelId: string): void;
}

/** How long the bot keeps out of a channel that refused it: each refused request counts against its address. */
const keepOutMs = 10 * 60_000;
const messageSchema = z.object({ id: z.string() });

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
    async post({ channelId, replyTo, reply, nonce }) {
      const body = {
        ...toPayload(reply, 'public'),
        nonce,
        enforce_nonce: true,
        ...(replyTo === null
          ? {}
          : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
      };
      const message = await attempt(channelId, () => rest.post(Routes.channelMessages(channelId), { body }));
      return message === null ? null : messageSchema.parse(message).id;
    },
    async edit(channelId, messageId, reply) {
      const body = toPayload(reply, 'public');
      await attempt(channelId, () => rest.patch(Routes.channelMessage(channelId, messageId), { body }));
    },
    async remove(channelId, messageId) {
      await attempt(channelId, () => rest.delete(Routes.channelMessage(channelId, messageId)));
    },
  };
}
