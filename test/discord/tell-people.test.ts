import { PermissionFlagsBits, type APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Telling } from '../../src/discord/result.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { textOf } from '../support/read-message.ts';
import { createSampleJobs, say } from '../support/sample-jobs.ts';
import { startDispatch, type DispatchRig } from '../support/start-dispatch.ts';

const channelId = seedIds.help;
const userIds = [seedIds.mia, seedIds.leo];

describe('telling people who asked to be told', () => {
  let rig: DispatchRig;
  let tellings: readonly Telling[];

  beforeEach(async () => {
    const told = say('That is answered by now, @everyone and <@1330000000000000012>.');
    tellings = [{ channelId, userIds, told, nonce: 'gap1' }];
    const run = () => Promise.resolve({ reply: say('Saved.'), tellings });
    rig = await startDispatch({
      jobs: createSampleJobs([], { visibility: 'private', run }),
      onRefused: () => undefined,
    });
  });
  afterEach(async () => {
    await rig.stop();
  });

  const lockChannel = (): void => {
    rig.discord.faults.denyBotPermissions(channelId, PermissionFlagsBits.SendMessages);
  };
  const written = (where: string, viewerId: string): readonly APIMessage[] =>
    rig.discord.world
      .messages(where, viewerId)
      .filter(({ author, interaction_metadata: origin }) => author.bot === true && origin === undefined);
  const directlyTo = (userId: string): readonly APIMessage[] =>
    rig.discord.world.directMessages(userId).flatMap(({ id }) => written(id, userId));

  /** Noor does what people are told of; resolves once all that follows from it is done. */
  const act = async (): Promise<string> => {
    const acted = rig.discord.as(seedIds.noor).runSlashCommand({ channelId, name: 'report' });
    const words = textOf(await acted.reply());
    await rig.settled();
    return words;
  };

  test('calls them in the channel, and nobody else', async () => {
    expect(await act()).toBe('Saved.');
    const [message, ...others] = written(channelId, seedIds.mia);
    expect(others).toEqual([]);
    expect(message?.mentions.map(({ id }) => id).sort()).toEqual([...userIds].sort());
    expect(message?.mention_everyone).toBe(false);
    expect(userIds.flatMap(directlyTo)).toEqual([]);
    expect(rig.discord.ledger.violations()).toEqual([]);
  });

  test('is done once, however often it is asked for', async () => {
    tellings = [...tellings, ...tellings];
    await act();
    expect(written(channelId, seedIds.mia)).toHaveLength(1);
  });

  test('goes to each of them alone where the bot may not write', async () => {
    lockChannel();
    expect(await act()).toBe('Saved.');
    expect(written(channelId, seedIds.mia)).toEqual([]);
    const nonces = userIds.flatMap(directlyTo).map(({ nonce }) => nonce);
    expect(new Set(nonces).size).toBe(2);
    expect(userIds.flatMap(directlyTo).flatMap(({ mentions }) => mentions)).toEqual([]);
  });

  test('passes over somebody who takes no direct messages, as if nothing had been', async () => {
    lockChannel();
    const closed = rig.discord.as(seedIds.mia).openDm().id;
    const path = new RegExp(`^/channels/${closed}/messages`);
    rig.discord.faults.failRequests({ kind: 'forbidden', code: 50_007 }, { path });
    expect(await act()).toBe('Saved.');
    expect(directlyTo(seedIds.mia)).toEqual([]);
    expect(directlyTo(seedIds.leo)).toHaveLength(1);
    // The one line is about the channel.
    expect(rig.logged.filter((message) => message.includes('may not write'))).toHaveLength(1);
  });

  test('that fails takes nothing back, and keeps the next from nothing', async () => {
    tellings = [...tellings, { channelId: seedIds.general, userIds, told: say('Answered.'), nonce: 'gap2' }];
    const path = new RegExp(`^/channels/${channelId}/messages`);
    rig.discord.faults.failRequests({ kind: 'server-error', status: 500 }, { path });
    expect(await act()).toBe('Saved.');
    expect(written(seedIds.general, seedIds.mia)).toHaveLength(1);
    expect(rig.logged).toContain('people could not be told of an answer');
  });
});
