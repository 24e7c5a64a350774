import { Routes, REST } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readApiFailure } from '../../src/discord/api-failure.ts';
import { describeError, redact } from '../../src/discord/describe-error.ts';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { createRest } from '../support/rest-client.ts';

const token = 'aW50ZXJhY3Rpb246MTMzMDAwMDAwMDAwMDAwMDAwMTpjYW5hcnk';

/** What a request is refused with. */
async function failureOf(request: Promise<unknown>): Promise<unknown> {
  return request.then(
    () => new Error('The request was accepted.'),
    (error: unknown) => error,
  );
}

describe('an error in the log', () => {
  let discord: LocalDiscord;
  let rest: REST;

  beforeAll(async () => {
    discord = await startLocalDiscord();
    rest = createRest(discord);
  });

  afterAll(() => discord.close());

  test('names the request that Discord refused, but neither its token nor its body', async () => {
    const body = { content: 'Where is the canary?', flags: 0 };
    const error = await failureOf(
      rest.patch(Routes.webhookMessage(discord.applicationId, token), { body, auth: false }),
    );
    expect(readApiFailure(error)).toBe('expired');
    const said = describeError(error);
    expect(said).toMatchObject({
      name: 'DiscordAPIError[10015]',
      code: 10_015,
      status: 404,
      method: 'PATCH',
    });
    expect(JSON.stringify(said)).toContain(`/webhooks/${discord.applicationId}/[token]`);
    expect(JSON.stringify(said)).not.toContain(token);
    expect(JSON.stringify(said)).not.toContain('canary');
  });

  test('of Discord being unwell has no token either', async () => {
    discord.faults.failRequests({ kind: 'server-error', status: 503 }, {}, 1);
    const error = await failureOf(
      rest.post(Routes.interactionCallback(seedIds.general, token), { auth: false }),
    );
    expect(readApiFailure(error)).toBe('uncertain');
    expect(describeError(error)).toMatchObject({ status: 503, method: 'POST' });
    expect(JSON.stringify(describeError(error))).not.toContain(token);
  });

  test('is uncertain when the connection breaks, so that the request is made again', async () => {
    discord.faults.failRequests({ kind: 'reset', when: 'before-commit' }, {}, 1);
    expect(readApiFailure(await failureOf(rest.get(Routes.gatewayBot())))).toBe('uncertain');
  });

  test('of a request that hangs too long is uncertain as well', async () => {
    const impatient = new REST({ api: discord.restUrl, version: '10', retries: 0, timeout: 100 });
    discord.faults.failRequests({ kind: 'hang' }, {}, 1);
    const error = await failureOf(impatient.setToken(discord.botToken).get(Routes.gatewayBot()));
    expect(readApiFailure(error)).toBe('uncertain');
  });

  test('that is no error at all is text without a token', () => {
    expect(describeError(`at /interactions/1/${token}/callback`)).toEqual({
      message: 'at /interactions/1/[token]/callback',
    });
  });
});

test('a bot token is recognised by its shape', () => {
  expect(redact('Bot MTMzMDAwMDAwMDAwMDAwMDAwMQ.Gx1y2z.abcdefghijklmnopqrstuvwxyz-12')).toBe('Bot [token]');
});
