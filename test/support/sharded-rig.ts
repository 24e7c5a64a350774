import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { expect, vi } from 'vitest';
import { z } from 'zod';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { sampleSeed, seedIds, type SeedGuild, type WorldSeed } from '../../src/local/world/seed.ts';
import { repliesTo, textOf, untilReplied } from './read-message.ts';

/** The bits of an id below its time, by which Discord divides servers among shards. */
const shardStep = 2n ** 22n;
/** The first time from that of the sample community on whose servers belong to shard 0 of four. */
const firstOfFour = (BigInt(seedIds.guild) / shardStep / 4n + 1n) * 4n;

const idOf = (shard: number, rest: bigint): string =>
  String((firstOfFour + BigInt(shard)) * shardStep + rest);

/** A server of four shards' world, in which Noor is the owner. */
const guildOf = (shard: number): SeedGuild => ({
  id: idOf(shard, 100n),
  name: `Server of shard ${shard}`,
  ownerId: seedIds.noor,
  locale: 'en-US',
  everyone:
    PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.ReadMessageHistory |
    PermissionFlagsBits.UseApplicationCommands,
  roles: [],
  members: [seedIds.bot, seedIds.mia, seedIds.noor].map((userId) => ({ userId, roleIds: [] })),
  channels: [
    {
      id: channelOf(shard),
      type: ChannelType.GuildText,
      name: 'general',
      topic: null,
      overwrites: [],
    },
  ],
});

/** The channel of the server that belongs to this shard of four. */
export function channelOf(shard: number): string {
  return idOf(shard, 111n);
}

const allShards = [0, 1, 2, 3] as const;

/** A world with one server on each of four shards. */
export const fourShards: WorldSeed = { ...sampleSeed, guilds: allShards.map(guildOf) };

const question = 'How many books may I borrow?';

/** Mia asks in the server of a shard by slash command; the answer comes, and came from one process. */
export const expectAnswerOn = async (
  discord: LocalDiscord,
  shard: number,
  asked = question,
  answer = 'seven books',
): Promise<void> => {
  const asking = { channelId: channelOf(shard), name: 'ask', options: { question: asked } };
  const handle = discord.as(seedIds.mia).runSlashCommand(asking);
  expect(textOf(await handle.reply())).toContain(answer);
  const found = discord.ledger.interactions().find(({ id }) => id === handle.id);
  expect(found).toMatchObject({ deliveries: 1, acknowledgements: 1, refusals: 0 });
};

/** Mia asks a question of `sampleKnowledge` in the server of each of these shards. */
export const expectAnswersOn = async (
  discord: LocalDiscord,
  shards: readonly number[] = allShards,
): Promise<void> => {
  await Promise.all(shards.map((shard) => expectAnswerOn(discord, shard)));
};

/** Mia asks in a direct message, which reaches shard 0 alone. */
export const expectDirectAnswer = async (discord: LocalDiscord): Promise<void> => {
  const mia = discord.as(seedIds.mia);
  const asked = mia.sendMessage({ channelId: mia.openDm().id, content: question });
  expect(textOf(await untilReplied(discord, asked))).toContain('seven books');
  expect(repliesTo(discord, asked)).toHaveLength(1);
};

/** Waits until so many sessions were opened, from the beginning on. */
export const untilSessions = async (discord: LocalDiscord, count: number): Promise<void> => {
  await vi.waitFor(
    () => {
      const opened = discord.ledger.gateway().filter(({ name }) => name === 'READY');
      expect(opened).toHaveLength(count);
    },
    { timeout: 60_000, interval: 20 },
  );
};

const identify = z.object({ d: z.object({ shard: z.tuple([z.number(), z.number()]) }) });
/** Discord takes one login of a bucket in this time. */
const spacingMs = 5000;

/** Every login that was asked for, in order. */
const loginsIn = ({ ledger }: LocalDiscord): readonly { readonly shard: number; readonly atMs: number }[] =>
  ledger.gateway().flatMap(({ direction, op, payload, atMs }) => {
    if (direction !== 'received' || op !== 2) return [];
    return [{ shard: identify.parse(payload).d.shard[0], atMs }];
  });

/** The shards that are connected, and those that still have to log in, after the logins from `first` on. */
export const shardsSince = (
  discord: LocalDiscord,
  first: number,
): { readonly back: readonly number[]; readonly lost: readonly number[] } => {
  const back = loginsIn(discord)
    .slice(first)
    .map(({ shard }) => shard);
  return { back, lost: allShards.filter((shard) => !back.includes(shard)) };
};

/** There were so many logins, and those of each `shard_id % maxConcurrency` came at the times that Discord asks for. */
export const expectSpacing = (discord: LocalDiscord, maxConcurrency: number, logins: number): void => {
  const identifies = loginsIn(discord);
  expect(identifies).toHaveLength(logins);
  const buckets = Array.from({ length: maxConcurrency }, (_each, wanted) =>
    identifies.flatMap(({ shard, atMs }) => (shard % maxConcurrency === wanted ? [atMs] : [])),
  );
  const gaps = buckets.flatMap((times) => times.slice(1).map((at, each) => at - (times[each] ?? 0)));
  expect(gaps).toHaveLength(logins - maxConcurrency);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(spacingMs);
};
