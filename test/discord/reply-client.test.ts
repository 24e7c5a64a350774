import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REST, RESTEvents, Routes } from 'discord.js';

import { createReplyClient } from '../../src/discord/responder.ts';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';

describe('what is written into replies', () => {
  let discord: LocalDiscord;

  beforeAll(async () => {
    discord = await startLocalDiscord();
  });
  afterAll(() => discord.close());

  /** How often a client held requests back itself while it filled in so many replies at once. */
  const countHeld = async (client: REST, replies: number): Promise<number> => {
    let held = 0;
    client.on(RESTEvents.RateLimited, ({ global }) => {
      if (global) held += 1;
    });
    const fill = (n: number): Promise<unknown> =>
      client.patch(Routes.webhookMessage(discord.applicationId, `token${n}`), {
        body: { content: 'x', allowed_mentions: { parse: [] } },
        auth: false,
      });
    await Promise.allSettled(Array.from({ length: replies }, (_each, n) => fill(n)));
    return held;
  };

  test('does not wait for the limit of 50 requests a second, which Discord does not count it towards', async () => {
    const options = { api: discord.restUrl, retries: 0, version: '10' };
    expect(await countHeld(createReplyClient(discord.restUrl, new REST(options)), 120)).toBe(0);
    expect(await countHeld(new REST(options), 120)).toBeGreaterThan(0);
  });

  test('is refused where the bot hears of it, since refusals count for the whole process', () => {
    const rest = new REST();
    const heard: number[] = [];
    rest.on(RESTEvents.InvalidRequestWarning, ({ count }) => heard.push(count));
    createReplyClient(discord.restUrl, rest).emit(RESTEvents.InvalidRequestWarning, {
      count: 500,
      remainingTime: 1,
    });
    expect(heard).toEqual([500]);
  });
});
