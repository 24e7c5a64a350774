import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { RequestFault } from '../faults/faults.ts';
import type { World } from '../world/world.ts';

/** What a fault does to a request before its route is run, or instead of it. */
type Meeting =
  | { readonly kind: 'go-on' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: unknown;
      readonly headers: Record<string, string>;
    }
  | { readonly kind: 'reset' };

const goOn: Meeting = { kind: 'go-on' };

const forbiddenMessages = {
  50001: 'Missing Access',
  50007: 'Cannot send messages to this user',
  50013: 'Missing Permissions',
} as const;

const rateLimited = (fault: Extract<RequestFault, { kind: 'rate-limited' }>): Meeting => {
  const seconds = fault.retryAfterMs / 1_000;
  const isHtml = fault.body === 'html';
  return {
    kind: 'answer',
    status: 429,
    body: isHtml
      ? '<!doctype html><title>Access denied</title>'
      : { message: 'You are being rate limited.', retry_after: seconds, global: fault.scope === 'global' },
    headers: {
      'content-type': isHtml ? 'text/html' : 'application/json',
      ...(fault.header ? { 'retry-after': String(seconds) } : {}),
      ...(isHtml ? {} : { 'x-ratelimit-scope': fault.scope }),
      ...(fault.scope === 'global' && !isHtml ? { 'x-ratelimit-global': 'true' } : {}),
    },
  };
};

const withReference = z.object({ message_reference: z.object({ message_id: z.string() }) });

const answer = (status: number, body: unknown): Meeting => ({
  kind: 'answer',
  status,
  body,
  headers: { 'content-type': 'application/json' },
});

const deleteReferenced = (body: unknown, world: World): Meeting => {
  const parsed = withReference.safeParse(body);
  if (parsed.success) world.removeMessage(parsed.data.message_reference.message_id);
  return goOn;
};

/** Faults that let the request take effect and spoil its answer. */
export type AnswerFault = Extract<RequestFault, { kind: 'hang' | 'half-answer' }>;

/** A reset after the commit strikes later, like the faults that spoil an answer. */
export const meetFault = async (
  fault: Exclude<RequestFault, AnswerFault>,
  body: unknown,
  world: World,
): Promise<Meeting> => {
  switch (fault.kind) {
    case 'latency':
      return sleep(fault.delayMs, goOn);
    case 'rate-limited':
      return rateLimited(fault);
    case 'server-error':
      return answer(fault.status, { message: `${fault.status}: Server Error`, code: 0 });
    case 'unauthorized':
      return answer(401, { message: '401: Unauthorized', code: 0 });
    case 'forbidden':
      return answer(403, { message: forbiddenMessages[fault.code], code: fault.code });
    case 'delete-referenced-message':
      return deleteReferenced(body, world);
    case 'reset':
      return fault.when === 'before-commit' ? { kind: 'reset' } : goOn;
  }
};
