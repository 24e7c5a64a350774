import { Events } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createClient } from '../../src/discord/create-client.ts';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { sampleSeed, seedIds, type WorldSeed } from '../../src/local/world/seed.ts';
import { nextEvent } from '../support/next-event.ts';

const crowd = Array.from({ length: 1500 }, (_unused, at) => ({
  id: `${1_440_000_000_000_000_000n + BigInt(at)}`,
  name: `person-${at}`,
  displayName: `Person ${at}`,
}));
const seed: WorldSeed = {
  ...sampleSeed,
  users: [...sampleSeed.users, ...crowd],
  guilds: sampleSeed.guilds.map((guild) =>
    guild.id === seedIds.guild
      ? { ...guild, members: [...guild.members, ...crowd.map(({ id }) => ({ userId: id, roleIds: [] }))] }
      : guild,
  ),
};

describe("the bot's client", () => {
  let discord: LocalDiscord;

  beforeAll(async () => {
    discord = await startLocalDiscord({ seed });
  });

  afterAll(() => discord.close());

  test('remembers no more, however many people write', async () => {
    const client = createClient({
      apiUrl: discord.restUrl,
      readsContent: false,
      throttler: { waitForIdentify: () => Promise.resolve() },
      shards: { ids: [0], count: 1 },
    });
    const ready = nextEvent(client, Events.ClientReady);
    await client.login(discord.botToken);
    await ready;
    let heard = 0;
    client.on(Events.MessageCreate, () => (heard += 1));
    for (const { id } of crowd) discord.as(id).sendMessage({ channelId: seedIds.general, content: 'Hello' });
    await expect.poll(() => heard, { timeout: 15_000 }).toBe(crowd.length);
    const guild = client.guilds.cache.get(seedIds.guild);
    const general = client.channels.cache.get(seedIds.general);
    expect(client.users.cache.size).toBeLessThanOrEqual(1_001);
    expect(guild?.members.cache.size).toBeLessThanOrEqual(201);
    expect(guild?.members.me).not.toBeNull();
    expect(general?.isTextBased() === true ? general.messages.cache.size : null).toBe(0);
    await client.destroy();
  });
});
