import type { Clock, Logger } from '../library/ports.ts';
import type { Reply } from '../render/reply.ts';

import type { Caller } from './caller.ts';
import { describeError } from './describe-error.ts';
import type { Poster } from './poster.ts';
import type { Result, Telling } from './result.ts';
import type { Responder, Visibility } from './responder.ts';
import { tellPeople } from './tell-people.ts';

interface Means {
  readonly poster: Poster;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Destination {
  readonly responder: Responder;
  readonly caller: Caller;
  readonly visibility: Visibility;
  readonly interactionId: string;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
}

/** An interaction's token lives for 15 minutes; this leaves time for the last request. */
const budgetMs = 14 * 60_000;

/** Sends what a job resulted in to whom it is for. */
export async function deliver(means: Means, result: Result, to: Destination): Promise<void> {
  if ('aside' in result) return to.responder.tellPrivately(result.aside, to.visibility);
  if ('form' in result) throw new Error('a form can only open what is declared to open one');
  if ('tellings' in result) {
    await resolve(means, result.reply, to);
    for (const telling of result.tellings) await tell(means, telling);
    return;
  }
  if ('removedId' in result) {
    const { channelId, removedId, whenRemoved, whenRefused } = result;
    const isRemoved = await means.poster.remove(channelId, removedId);
    return resolve(means, isRemoved ? whenRemoved : whenRefused, to);
  }
  if (!('post' in result)) return resolve(means, result, to);
  const { post, channelId, messageId, nonce, whenPosted, whenRefused } = result;
  const posted = await means.poster.post({ channelId, replyTo: messageId, reply: post, calls: [], nonce });
  await resolve(means, posted === null ? whenRefused : whenPosted, to);
}

/** What was done stays done when somebody cannot be told of it, and the others are told all the same. */
async function tell({ poster, logger }: Means, telling: Telling): Promise<void> {
  try {
    await tellPeople(poster, telling);
  } catch (error) {
    const { channelId } = telling;
    logger.error({ channelId, error: describeError(error) }, 'people could not be told of an answer');
  }
}

/** A public reply that comes too late for its interaction goes to the channel, if the bot may write there. */
async function resolve({ poster, clock, logger }: Means, reply: Reply, to: Destination): Promise<void> {
  const { responder, caller, visibility, interactionId, receivedAt } = to;
  if (clock.now() - receivedAt < budgetMs) return responder.resolve(reply);
  logger.warn({ tookMs: clock.now() - receivedAt }, 'a reply came too late for its interaction');
  if (visibility !== 'public' || caller.channelId === null || !caller.canPostHere) return;
  await poster.post({ channelId: caller.channelId, replyTo: null, reply, calls: [], nonce: interactionId });
}
