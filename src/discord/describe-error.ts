import { DiscordAPIError, HTTPError } from 'discord.js';

/** Tokens of interactions stand in the addresses that Discord's errors name. */
const interactionTokens = /((?:webhooks|interactions)\/\d+\/)[\w%.-]+/g;
const botTokens = /[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}/g;

/** What of an error may stand in the log: no token and no body, since bodies hold what people wrote. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: redact(String(error)) };
  const described = { name: error.name, message: redact(error.message), stack: redact(error.stack ?? '') };
  if (error instanceof DiscordAPIError) {
    return {
      ...described,
      code: error.code,
      status: error.status,
      method: error.method,
      url: redact(error.url),
    };
  }
  if (error instanceof HTTPError) {
    return { ...described, status: error.status, method: error.method, url: redact(error.url) };
  }
  return described;
}

/** The text without tokens of bots and interactions. */
export function redact(text: string): string {
  return text.replace(interactionTokens, '$1[token]').replace(botTokens, '[token]');
}
