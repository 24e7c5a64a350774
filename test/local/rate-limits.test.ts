import { Routes, type REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { createRest } from '../support/rest-client.ts';
import { quiet, times } from './wrong-messages.ts';

describe('rate limits', () => {
  let discord: LocalDiscord;
  let rest: REST;
  let laterMs: number;

  beforeEach(async () => {
    laterMs = 0;
    discord = await startLocalDiscord({ now: () => Date.now() + laterMs });
    rest = createRest(discord);
  });

  afterEach(() => discord.close());

  const rules = (): string[] => discord.ledger.violations().map(({ rule }) => rule);
  /** A request as a bot would send it that knows nothing of limits. */
  const request = (path: string, body: object | null): Promise<Response> =>
    fetch(`${discord.restUrl}/v10${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: { authorization: `Bot ${discord.botToken}`, 'content-type': 'application/json' },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
  const message = { content: 'Hello', ...quiet };

  test('are buckets of a route and its channel, told in headers', async () => {
    const path = Routes.channelMessages(seedIds.general);
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push(await request(path, message));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const remaining = answers.map(({ headers }) => headers.get('x-ratelimit-remaining'));
    expect(remaining).toEqual(['4', '3', '2', '1', '0', '0']);
    expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await request(Routes.channelMessages(seedIds.help), message)).status).toBe(200);
    expect(rules()).toEqual(['rate-limited']);
  });

  test('are kept by discord.js, which waits by the headers', async () => {
    for (let count = 0; count < 6; count += 1) {
      await rest.post(Routes.channelMessages(seedIds.general), { body: message });
    }
    expect(rules()).toEqual([]);
  });

  test('bar the address for 10,000 invalid requests in 10 minutes, until the first of them are older', async () => {
    const wrong = (): Promise<Response> =>
      fetch(`${discord.restUrl}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } });
    discord.faults.addInvalidRequests(9_999);
    expect((await request('/users/@me', null)).status).toBe(200);
    expect((await wrong()).status).toBe(401);
    const barred = await request('/users/@me', null);
    expect(barred.status).toBe(429);
    expect(barred.headers.get('content-type')).toBe('text/html');
    expect(Number(barred.headers.get('retry-after'))).toBeGreaterThan(590);
    expect(rules()).toEqual(['unauthorized', 'barred']);
    laterMs = 601_000;
    expect((await request('/users/@me', null)).status).toBe(200);
  });

  test('are 50 requests a second overall', async () => {
    const paths = times(60, (index) => Routes.user(index % 2 === 0 ? seedIds.mia : seedIds.leo));
    const answers = await Promise.all(paths.map((path) => request(path, null)));
    const global = answers.filter(({ headers }) => headers.get('x-ratelimit-global') === 'true');
    expect(global.length).toBeGreaterThan(0);
  });
});
