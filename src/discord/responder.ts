import {
  InteractionResponseType,
  MessageFlags,
  REST,
  RESTEvents,
  Routes,
  type Interaction,
  type RawFile,
} from 'discord.js';

import type { Form } from '../render/form.ts';
import type { Reply } from '../render/reply.ts';

import type { AutocompleteChoice } from './define-command.ts';
import { toModal } from './to-modal.ts';
import { toFiles, toPayload } from './to-payload.ts';
import { tryAgain } from './try-again.ts';

/** Discord gives 3 s for the first answer; what has not come through by then never will. */
const callbackTimeoutMs = 2000;

/** Who sees a reply; `in-place` replaces the message that holds the button. */
export type Visibility = 'public' | 'private' | 'in-place';

/** The means to answer one interaction. Every method rejects as the request does. */
export interface Responder {
  /** Acknowledges, which fixes for good who sees the reply; sent once, since a second one would be refused. */
  defer(visibility: Visibility): Promise<void>;
  /** Acknowledges with a reply that only the person sees. */
  replyPrivately(reply: Reply): Promise<void>;
  /** Acknowledges by opening a form. */
  openForm(form: Form): Promise<void>;
  complete(choices: readonly AutocompleteChoice[]): Promise<void>;
  /** Puts the reply in the place of the deferral. */
  resolve(reply: Reply): Promise<void>;
  /** Tells the person alone, whoever would have seen the reply to a deferral of this visibility. */
  tellPrivately(reply: Reply, visibility: Visibility): Promise<void>;
}

/** The client for acknowledgements: it neither waits nor tries again. */
export function createCallbackClient(apiUrl: string): REST {
  return new REST({ api: apiUrl, retries: 0, timeout: callbackTimeoutMs, version: '10' });
}

/**
 * The client for what is written into replies: they do not count towards the 50 requests a second of a bot, to which
 * discord.js would hold them. Refused requests count for the whole process, so they are told to `rest`.
 */
export function createReplyClient(apiUrl: string, rest: REST): REST {
  const replies = new REST({
    api: apiUrl,
    retries: 0,
    version: '10',
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    invalidRequestWarningInterval: rest.options.invalidRequestWarningInterval,
  });
  replies.on(RESTEvents.InvalidRequestWarning, (warning) => {
    rest.emit(RESTEvents.InvalidRequestWarning, warning);
  });
  return replies;
}

type Target = Pick<Interaction, 'id' | 'token' | 'applicationId'>;

/**
 * The means to answer this interaction.
 * @param callbacks The client of `createCallbackClient`, for acknowledgements alone.
 * @param replies The client of `createReplyClient`.
 */
export function createResponder(target: Target, callbacks: REST, replies: REST): Responder {
  const { id, token, applicationId } = target;
  const original = Routes.webhookMessage(applicationId, token);

  async function acknowledge(
    type: InteractionResponseType,
    data?: unknown,
    files: RawFile[] = [],
  ): Promise<void> {
    const body = data === undefined ? { type } : { type, data };
    // The signal also ends an answer whose body never ends, which the client's own time limit does not see.
    const signal = AbortSignal.timeout(callbackTimeoutMs);
    await callbacks.post(Routes.interactionCallback(id, token), { body, files, auth: false, signal });
  }

  async function resolve(reply: Reply): Promise<void> {
    const request = { body: toPayload(reply, 'public'), files: toFiles(reply), auth: false };
    await tryAgain(() => replies.patch(original, request));
  }

  return {
    resolve,
    defer: (visibility) => {
      if (visibility === 'in-place') return acknowledge(InteractionResponseType.DeferredMessageUpdate);
      const flags = visibility === 'private' ? MessageFlags.Ephemeral : 0;
      return acknowledge(InteractionResponseType.DeferredChannelMessageWithSource, { flags });
    },
    replyPrivately: (reply) =>
      acknowledge(
        InteractionResponseType.ChannelMessageWithSource,
        toPayload(reply, 'private'),
        toFiles(reply),
      ),
    openForm: (form) => acknowledge(InteractionResponseType.Modal, toModal(form)),
    complete: (choices) =>
      acknowledge(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
    async tellPrivately(reply, visibility) {
      if (visibility === 'private') return resolve(reply);
      // The first follow-up takes the place, and the visibility, of a deferral that still stands.
      if (visibility === 'public') await tryAgain(() => replies.delete(original, { auth: false }));
      await replies.post(Routes.webhook(applicationId, token), {
        body: toPayload(reply, 'private'),
        files: toFiles(reply),
        auth: false,
        query: new URLSearchParams({ wait: 'true' }),
      });
    },
  };
}
