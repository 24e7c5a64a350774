import type { APIMessage } from 'discord-api-types/v10';
import type { InteractionEntry } from '../../interactions/interaction-record.ts';
import { callbackBody, type Callback } from '../../validation/callback-schema.ts';
import { limits } from '../../validation/limits.ts';
import { answerCallback } from '../answer-callback.ts';
import { alreadyAcknowledged, parseBody, unknownInteraction } from '../api-error.ts';
import { noContent, ok, type Call, type RestAnswer, type Route } from '../route.ts';

const describeAnswer = (entry: InteractionEntry, callback: Callback, message: APIMessage | null): object => ({
  interaction: {
    id: entry.id,
    type: entry.metadata.type,
    ...(message === null ? {} : { response_message_id: message.id }),
    response_message_loading: entry.status === 'deferred',
    response_message_ephemeral: entry.isEphemeral ?? false,
  },
  resource: { type: callback.type, ...(message === null ? {} : { message }) },
});

const findOpen = (call: Call): InteractionEntry => {
  const entry = call.interactions.find(call.param('interaction_id'));
  if (entry?.token !== call.param('interaction_token')) throw unknownInteraction(false);
  if (entry.isExpired) throw unknownInteraction(true);
  const isAnswered = entry.status !== 'waiting' && entry.status !== 'failed';
  if (isAnswered) throw alreadyAcknowledged();
  const isLate =
    entry.status === 'failed' || call.world.now() - entry.createdAtMs > limits.acknowledgeWithinMs;
  if (isLate) throw unknownInteraction(false);
  return entry;
};

const acknowledge = (call: Call): RestAnswer => {
  const id = call.param('interaction_id');
  try {
    const entry = findOpen(call);
    const callback = parseBody(callbackBody, call.body);
    const message = answerCallback(call, entry, callback, call.uploads);
    call.recorder.recordAcknowledgement(id);
    const now = call.interactions.find(id) ?? entry;
    return call.query['with_response'] === 'true' ? ok(describeAnswer(now, callback, message)) : noContent;
  } catch (error) {
    call.recorder.recordRefusal(id);
    throw error;
  }
};

export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    needsBotToken: false,
    rate: null,
    run: acknowledge,
  },
];
