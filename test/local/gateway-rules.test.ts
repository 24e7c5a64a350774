import { GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { GatewaySocket } from '../support/gateway-socket.ts';

const messages =
  GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

describe('the gateway', () => {
  let discord: LocalDiscord;
  let laterMs: number;

  beforeEach(async () => {
    laterMs = 0;
    discord = await startLocalDiscord({ now: () => Date.now() + laterMs });
  });

  afterEach(() => discord.close());

  const rules = (): string[] => discord.ledger.violations().map(({ rule }) => rule);
  const connect = (): GatewaySocket => new GatewaySocket(discord.restUrl);
  const identified = async (more: object = {}): Promise<GatewaySocket> => {
    const socket = connect();
    await socket.identify(discord.botToken, more);
    await socket.until(({ t }) => t === 'READY');
    return socket;
  };

  test.each([
    ['a wrong token', { token: 'wrong' }, 4004],
    ['a shard that is none', { shard: [2, 2] }, 4010],
    ['an intent that does not exist', { intents: 1 << 30 }, 4013],
    ['an intent that the portal does not allow', { intents: GatewayIntentBits.GuildPresences }, 4014],
  ])('closes on an identify with %s', async (_what, more, code) => {
    const socket = connect();
    await socket.identify(discord.botToken, more);
    expect(await socket.untilClosed()).toBe(code);
  });

  test('closes with 4014 on MessageContent while the switch in the portal is off', async () => {
    discord.faults.setMessageContentAllowed(false);
    const socket = connect();
    await socket.identify(discord.botToken, { intents: GatewayIntentBits.MessageContent });
    expect(await socket.untilClosed()).toBe(4014);
  });

  test('closes on what is no payload (4002), on an unknown one (4001) and on one before identifying (4003)', async () => {
    const [huge, unknown, early] = [connect(), connect(), connect()];
    await Promise.all([huge, unknown, early].map((socket) => socket.until(({ op }) => op === 10)));
    huge.send(1, 'x'.repeat(5_000));
    unknown.send(99, null);
    early.send(3, {});
    const codes = [await huge.untilClosed(), await unknown.untilClosed(), await early.untilClosed()];
    expect(codes).toEqual([4002, 4001, 4003]);
  });

  test('closes with 4008 on more than 120 payloads in 60 seconds', async () => {
    const socket = await identified();
    for (let count = 0; count < 120; count += 1) socket.send(1, null);
    expect(await socket.untilClosed()).toBe(4008);
    expect(rules()).toEqual(['gateway-rate']);
  });

  test('takes one identify in 5 seconds for each shard modulo max_concurrency', async () => {
    discord.faults.setSessionStartLimit({ maxConcurrency: 2 });
    await identified({ shard: [0, 4] });
    await identified({ shard: [1, 4] });
    const early = connect();
    await early.identify(discord.botToken, { shard: [2, 4] });
    expect(await early.until(({ op }) => op === 9)).toMatchObject({ d: false });
    expect(rules()).toEqual(['identify-too-early']);
    laterMs = 5_000;
    await identified({ shard: [2, 4] });
    expect(discord.ledger.identifyCount()).toBe(4);
  });

  test('resets the token when the identifies of the day are used up', async () => {
    discord.faults.setSessionStartLimit({ remaining: 1 });
    await identified();
    laterMs = 5_000;
    const socket = connect();
    await socket.identify(discord.botToken);
    expect(await socket.untilClosed()).toBe(4004);
  });

  test('gives each shard its guilds, and direct messages to shard 0 only', async () => {
    discord.faults.setSessionStartLimit({ maxConcurrency: 2 });
    const shards = [
      await identified({ shard: [0, 2], intents: messages }),
      await identified({ shard: [1, 2], intents: messages }),
    ];
    const mia = discord.as(seedIds.mia);
    for (const channelId of [seedIds.general, seedIds.lobby, mia.openDm().id]) {
      mia.sendMessage({ channelId, content: `in ${channelId}` });
    }
    await shards[0]?.until(({ t }) => t === 'MESSAGE_CREATE');
    const heard = shards.map(({ received }) =>
      received.filter(({ t }) => t === 'MESSAGE_CREATE').map(({ d }) => d),
    );
    const dm = { channel_id: mia.openDm().id, channel_type: 1 };
    const general = { channel_id: seedIds.general, guild_id: seedIds.guild };
    const lobby = { channel_id: seedIds.lobby, guild_id: seedIds.otherGuild };
    const inSecond = (BigInt(seedIds.guild) >> 22n) % 2n === 1n;
    expect(heard).toMatchObject(inSecond ? [[lobby, dm], [general]] : [[general, dm], [lobby]]);
  });

  test('withholds what people write without MessageContent, but for mentions, direct messages and its own', async () => {
    const [without, withContent] = [await identified({ intents: messages }), connect()];
    laterMs = 5_000;
    await withContent.identify(discord.botToken, { intents: messages | GatewayIntentBits.MessageContent });
    await withContent.until(({ t }) => t === 'READY');
    const mia = discord.as(seedIds.mia);
    const channelId = seedIds.general;
    const plain = mia.sendMessage({ channelId, content: 'plain' });
    mia.sendMessage({ channelId, content: `<@${discord.botUserId}> mention` });
    mia.sendMessage({ channelId, content: 'reply', replyTo: plain.id });
    mia.sendMessage({ channelId: mia.openDm().id, content: 'direct' });
    const contents = async (socket: GatewaySocket): Promise<unknown[]> => {
      await socket.until(({ d }) => JSON.stringify(d).includes('"direct"'));
      return socket.received.filter(({ t }) => t === 'MESSAGE_CREATE').map(({ d }) => d);
    };
    expect(await contents(withContent)).toMatchObject([
      { content: 'plain' },
      { content: `<@${discord.botUserId}> mention` },
      { content: 'reply', referenced_message: { content: 'plain' } },
      { content: 'direct' },
    ]);
    expect(await contents(without)).toMatchObject([
      { content: '' },
      { content: `<@${discord.botUserId}> mention` },
      { content: '', referenced_message: { content: '' } },
      { content: 'direct' },
    ]);
  });

  test('keeps what the bot may not see from it', async () => {
    const socket = await identified({ intents: messages });
    discord.as(seedIds.noor).sendMessage({ channelId: seedIds.staff, content: 'secret' });
    discord.as(seedIds.noor).sendMessage({ channelId: seedIds.general, content: 'open' });
    await socket.until(({ t }) => t === 'MESSAGE_CREATE');
    expect(socket.received.filter(({ t }) => t === 'MESSAGE_CREATE')).toMatchObject([
      { d: { channel_id: seedIds.general } },
    ]);
  });

  test('replays what was missed when a session is resumed, and nothing twice', async () => {
    const first = await identified({ intents: messages });
    const session_id = await first.sessionId();
    const [lastSeen] = first.received.map(({ s }) => s ?? 0).slice(-1);
    first.close(4_000);
    await first.untilClosed();
    discord.as(seedIds.mia).sendMessage({ channelId: seedIds.general, content: 'missed' });
    const second = connect();
    await second.until(({ op }) => op === 10);
    second.send(6, { token: discord.botToken, session_id, seq: lastSeen });
    await second.until(({ t }) => t === 'RESUMED');
    expect(second.received.map(({ t }) => t).filter((t) => t !== null && t !== undefined)).toEqual([
      'MESSAGE_CREATE',
      'RESUMED',
    ]);
  });

  test('refuses to resume a session that it does not know (op 9 false) or from a sequence of tomorrow (4007)', async () => {
    const known = await identified();
    const session_id = await known.sessionId();
    const [lost, ahead] = [connect(), connect()];
    await Promise.all([lost, ahead].map((socket) => socket.until(({ op }) => op === 10)));
    lost.send(6, { token: discord.botToken, session_id: 'lost', seq: 1 });
    expect(await lost.until(({ op }) => op === 9)).toMatchObject({ d: false });
    ahead.send(6, { token: discord.botToken, session_id, seq: 1_000 });
    expect(await ahead.untilClosed()).toBe(4007);
  });
});
