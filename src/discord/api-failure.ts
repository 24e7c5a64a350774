import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** What a failed request to Discord means for what we do next. */
export type ApiFailure =
  /** The interaction's time is over, or it was never ours. */
  | 'expired'
  /** Someone has acknowledged the interaction already: another delivery of it, or another process. */
  | 'acknowledged'
  /** The bot may not do this here. */
  | 'forbidden'
  /** The message or channel is gone. */
  | 'gone'
  /** The connection broke or Discord is unwell: it may or may not have happened. */
  | 'uncertain'
  | 'other';

const meanings = new Map<number | string, ApiFailure>([
  [RESTJSONErrorCodes.UnknownInteraction, 'expired'],
  [RESTJSONErrorCodes.UnknownWebhook, 'expired'],
  [RESTJSONErrorCodes.InvalidWebhookToken, 'expired'],
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, 'acknowledged'],
  [RESTJSONErrorCodes.MissingAccess, 'forbidden'],
  [RESTJSONErrorCodes.MissingPermissions, 'forbidden'],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'forbidden'],
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory, 'forbidden'],
  [RESTJSONErrorCodes.ThreadLocked, 'forbidden'],
  [RESTJSONErrorCodes.UnknownChannel, 'gone'],
  [RESTJSONErrorCodes.UnknownMessage, 'gone'],
]);

/** Reads what a thrown error means; whatever did not come back from Discord as an answer is uncertain. */
export function readApiFailure(error: unknown): ApiFailure {
  if (error instanceof DiscordAPIError) return meanings.get(error.code) ?? 'other';
  if (error instanceof HTTPError) return error.status >= 500 ? 'uncertain' : 'other';
  return isConnectionError(error) ? 'uncertain' : 'other';
}

function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(?:ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|UND_ERR)/.test(code) || isConnectionError(error.cause)
  );
}
