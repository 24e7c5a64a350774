import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { z } from 'zod';
import {
  locateErrors,
  toErrorTree,
  type FormErrorTree,
  type LocatedError,
} from '../validation/form-errors.ts';

/** A refusal as Discord words it: HTTP status and JSON body. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: number;
  readonly errors: FormErrorTree | null;
  /** The rule that the bot broke; null when it could not have known. */
  readonly violation: string | null;

  constructor(
    status: number,
    code: number,
    message: string,
    more: { readonly violation: string | null; readonly errors?: FormErrorTree },
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = more.errors ?? null;
    this.violation = more.violation;
  }

  toBody(): object {
    return {
      message: this.message,
      code: this.code,
      ...(this.errors === null ? {} : { errors: this.errors }),
    };
  }
}

export const unauthorized = (): ApiError =>
  new ApiError(401, 0, '401: Unauthorized', { violation: 'unauthorized' });
export const notFound = (path: string): ApiError =>
  new ApiError(404, 0, '404: Not Found', { violation: `unknown-route ${path}` });

export const entityTooLarge = (): ApiError =>
  new ApiError(413, RESTJSONErrorCodes.RequestEntityTooLarge, 'Request entity too large', {
    violation: 'request-too-large',
  });

/** Things may vanish between two calls, so asking for one that is gone is no violation. */
export const unknownMessage = (): ApiError =>
  new ApiError(404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message', { violation: null });
export const unknownChannel = (): ApiError =>
  new ApiError(404, RESTJSONErrorCodes.UnknownChannel, 'Unknown Channel', { violation: null });
export const unknownThing = (name: 'Guild' | 'Member' | 'User' | 'ApplicationCommand'): ApiError => {
  const code = {
    Guild: RESTJSONErrorCodes.UnknownGuild,
    Member: RESTJSONErrorCodes.UnknownMember,
    User: RESTJSONErrorCodes.UnknownUser,
    ApplicationCommand: RESTJSONErrorCodes.UnknownApplicationCommand,
  }[name];
  return new ApiError(404, code, `Unknown ${name}`, { violation: null });
};

/** `isOurDoing`: a fault made the token void, so the bot is not to blame. */
export const unknownInteraction = (isOurDoing: boolean): ApiError =>
  new ApiError(404, RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction', {
    violation: isOurDoing ? null : 'late-answer',
  });
/** For messages by an interaction's token: it lives 15 minutes, and is none before the first answer. */
export const unknownWebhook = (): ApiError =>
  new ApiError(404, RESTJSONErrorCodes.UnknownWebhook, 'Unknown Webhook', {
    violation: 'message-before-acknowledgement',
  });
export const invalidWebhookToken = (isOurDoing: boolean): ApiError =>
  new ApiError(401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token', {
    violation: isOurDoing ? null : 'token-ran-out',
  });
export const alreadyAcknowledged = (): ApiError =>
  new ApiError(
    400,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    'Interaction has already been acknowledged.',
    {
      violation: 'second-acknowledgement',
    },
  );

export const missingAccess = (): ApiError =>
  new ApiError(403, RESTJSONErrorCodes.MissingAccess, 'Missing Access', { violation: 'missing-access' });
export const missingPermissions = (): ApiError =>
  new ApiError(403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions', {
    violation: 'missing-permissions',
  });
export const threadLocked = (): ApiError =>
  new ApiError(403, RESTJSONErrorCodes.ThreadLocked, 'Thread is locked', { violation: 'locked-thread' });
export const threadExists = (): ApiError =>
  new ApiError(
    400,
    RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage,
    'A thread has already been created for this message',
    { violation: 'second-thread' },
  );
export const notYourMessage = (): ApiError =>
  new ApiError(
    403,
    RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
    'Cannot edit a message authored by another user',
    {
      violation: 'edit-of-another-users-message',
    },
  );
export const emptyMessage = (): ApiError =>
  new ApiError(400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'Cannot send an empty message', {
    violation: 'empty-message',
  });

export const invalidForm = (errors: readonly LocatedError[]): ApiError =>
  new ApiError(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', {
    violation: `invalid-form-body ${errors.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ')}`,
    errors: toErrorTree(errors),
  });

/** The body by its schema, or Discord's 50035 with every fault in its place. */
export const parseBody = <Body>(schema: z.ZodType<Body>, body: unknown): Body => {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (!parsed.success) throw invalidForm(locateErrors(parsed.error));
  return parsed.data;
};
