import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import type { InteractionEntry } from '../../interactions/interaction-record.ts';
import { limits } from '../../validation/limits.ts';
import { hasFlag, messageBody, type MessageParts } from '../../validation/message-schema.ts';
import { toFlags } from '../../wire/to-flags.ts';
import { editMessage } from '../../world/compose-message.ts';
import { addInteractionMessage } from '../answer-callback.ts';
import { invalidWebhookToken, parseBody, unknownMessage, unknownWebhook } from '../api-error.ts';
import { checkEdit, checkNewMessage, interactionFlags } from '../check-message.ts';
import { noContent, ok, webhookRate, type Call, type RestAnswer, type Route } from '../route.ts';

/** The interaction whose token the route has, if it was answered and lives. */
const findLiving = (call: Call): InteractionEntry => {
  const entry = call.interactions.byToken(call.param('webhook_token'));
  if (entry === null || call.param('webhook_id') !== call.world.botId) throw unknownWebhook();
  if (entry.isExpired) throw invalidWebhookToken(true);
  if (call.world.now() - entry.createdAtMs > limits.tokenLivesMs) throw invalidWebhookToken(false);
  if (entry.status === 'waiting' || entry.status === 'failed') throw unknownWebhook();
  return entry;
};

const findMessage = (call: Call, entry: InteractionEntry): APIMessage => {
  const name = call.param('message_id');
  const id = name === '@original' ? entry.originalMessageId : name;
  const isOfInteraction = id === entry.originalMessageId || entry.followUpIds.includes(id ?? '');
  const message = call.world.messages.get(id ?? '')?.message;
  if (!isOfInteraction || message === undefined) throw unknownMessage();
  return message;
};

const isLoading = (message: APIMessage): boolean => hasFlag(message.flags, MessageFlags.Loading);

/** Fills in a deferred response; it is then a message like any other, and not marked as edited. */
const fillIn = (
  call: Call,
  entry: InteractionEntry,
  loading: APIMessage,
  parts: MessageParts,
): APIMessage => {
  const blank: APIMessage = { ...loading, flags: toFlags((loading.flags ?? 0) & ~MessageFlags.Loading) };
  const filled = { ...editMessage(call.world, blank, parts, call.uploads), edited_timestamp: null };
  checkEdit(parts, blank, filled);
  call.world.replaceMessage(filled);
  call.interactions.update(entry.id, { status: 'replied' });
  return filled;
};

const changeMessage = (call: Call): RestAnswer => {
  const entry = findLiving(call);
  const message = findMessage(call, entry);
  const parts = parseBody(messageBody, call.body);
  if (isLoading(message)) return ok(fillIn(call, entry, message, parts));
  const edited = editMessage(call.world, message, parts, call.uploads);
  checkEdit(parts, message, edited);
  call.world.replaceMessage(edited);
  call.interactions.update(entry.id, entry.status === 'deferred-update' ? { status: 'updated' } : {});
  return ok(edited);
};

const followUp = (call: Call): RestAnswer => {
  const entry = findLiving(call);
  const parts = parseBody(messageBody, call.body);
  checkNewMessage(parts, interactionFlags, call.uploads);
  const loading = call.world.messages.get(entry.originalMessageId ?? '')?.message;
  if (entry.status === 'deferred' && loading !== undefined) {
    // The first follow-up to a deferral fills it in, and its visibility stays what the deferral made it.
    const { flags, ...rest } = parts;
    const kept = {
      ...rest,
      flags: (flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds),
    };
    return ok(fillIn(call, entry, loading, kept));
  }
  const message = addInteractionMessage(call, entry, parts, call.uploads);
  call.interactions.update(entry.id, { followUpIds: [...entry.followUpIds, message.id] });
  return ok(message);
};

const deleteMessage = (call: Call): RestAnswer => {
  const entry = findLiving(call);
  const message = findMessage(call, entry);
  call.world.removeMessage(message.id);
  call.interactions.update(entry.id, entry.status === 'deferred' ? { status: 'replied' } : {});
  return noContent;
};

const base = '/webhooks/{webhook_id}/{webhook_token}';
const one = `${base}/messages/{message_id}`;

export const webhookRoutes: readonly Route[] = [
  { method: 'POST', template: base, needsBotToken: false, rate: webhookRate, run: followUp },
  {
    method: 'GET',
    template: one,
    needsBotToken: false,
    rate: webhookRate,
    run: (call) => ok(findMessage(call, findLiving(call))),
  },
  { method: 'PATCH', template: one, needsBotToken: false, rate: webhookRate, run: changeMessage },
  { method: 'DELETE', template: one, needsBotToken: false, rate: webhookRate, run: deleteMessage },
];
