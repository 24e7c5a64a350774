import { DiscordAPIError, Events, Routes, type Client, type REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import type { RequestFault } from '../../src/local/faults/faults.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { connectClient } from '../support/connect-client.ts';
import { nextEvent } from '../support/next-event.ts';
import { createRest, refusalOf } from '../support/rest-client.ts';
import { quiet } from './wrong-messages.ts';

const path = Routes.channelMessages(seedIds.general);

describe('a fault of requests', () => {
  let discord: LocalDiscord;
  let rest: REST;

  beforeEach(async () => {
    discord = await startLocalDiscord();
    rest = createRest(discord);
  });

  afterEach(() => discord.close());

  const send = (signal: AbortSignal | null = null): Promise<unknown> =>
    rest.post(path, { body: { content: 'Hello', ...quiet }, ...(signal === null ? {} : { signal }) });
  const sent = (): number => discord.world.messages(seedIds.general, seedIds.mia).length;
  const failNext = (fault: RequestFault): void => {
    discord.faults.failRequests(fault, { method: 'POST', path: /messages$/ }, 1);
  };

  test('meets as many requests as it is for, only those that match, and is in the ledger but no violation', async () => {
    discord.faults.failRequests(
      { kind: 'server-error', status: 503 },
      { method: 'POST', path: /messages$/ },
      2,
    );
    await rest.get(path);
    await expect(send()).rejects.toMatchObject({ status: 503 });
    await expect(send()).rejects.toMatchObject({ status: 503 });
    await send();
    expect(discord.ledger.requests().map(({ fault }) => fault)).toEqual([
      null,
      'server-error',
      'server-error',
      null,
    ]);
    expect(discord.ledger.violations()).toEqual([]);
    expect(sent()).toBe(1);
  });

  test('can be lifted', async () => {
    const lift = discord.faults.failRequests({ kind: 'forbidden', code: 50_007 });
    expect((await refusalOf(send())).code).toBe(50_007);
    lift();
    await send();
  });

  test.each([
    ['before-commit', 0],
    ['after-commit', 1],
  ] as const)('resets the socket %s, which leaves %i messages', async (when, messages) => {
    failNext({ kind: 'reset', when });
    const failure: unknown = await send().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(DiscordAPIError);
    expect(sent()).toBe(messages);
  });

  test.each(['hang', 'half-answer'] as const)(
    'of kind %s lets the request take effect and never ends',
    async (kind) => {
      failNext({ kind });
      await expect(send(AbortSignal.timeout(200))).rejects.toThrow();
      expect(sent()).toBe(1);
    },
  );

  test('of kind latency answers later', async () => {
    failNext({ kind: 'latency', delayMs: 150 });
    await expect(send(AbortSignal.timeout(50))).rejects.toThrow();
    failNext({ kind: 'latency', delayMs: 150 });
    await send();
  });

  test('answers 401 to a token that is right', async () => {
    failNext({ kind: 'unauthorized' });
    expect((await refusalOf(send())).status).toBe(401);
  });

  test.each(['json', 'html'] as const)(
    'limits the rate with a header and a body in %s, which discord.js waits for',
    async (body) => {
      failNext({ kind: 'rate-limited', retryAfterMs: 100, scope: 'user', header: true, body });
      await send();
      expect(discord.ledger.requests().map(({ status }) => status)).toEqual([429, 200]);
    },
  );

  test('deletes what a reply is for just before it comes', async () => {
    const question = discord.as(seedIds.mia).sendMessage({ channelId: seedIds.general, content: 'Here?' });
    failNext({ kind: 'delete-referenced-message' });
    const body = { content: 'Hello', message_reference: { message_id: question.id }, ...quiet };
    expect((await refusalOf(rest.post(path, { body }))).message).toContain('REPLIES_UNKNOWN_MESSAGE');
  });
});

describe('a fault of the gateway', () => {
  let discord: LocalDiscord;
  let client: Client<true>;

  beforeEach(async () => {
    discord = await startLocalDiscord({ heartbeatIntervalMs: 300 });
    client = await connectClient(discord);
  });

  afterEach(async () => {
    await client.destroy();
    await discord.close();
  });

  const say = (content: string): void => {
    discord
      .as(seedIds.mia)
      .sendMessage({ channelId: seedIds.general, content: `<@${discord.botUserId}> ${content}` });
  };

  test.each([
    [
      'op 7',
      () => {
        discord.faults.requestReconnect();
      },
    ],
    [
      'op 9 true',
      () => {
        discord.faults.invalidateSessions(true);
      },
    ],
    [
      'a cut',
      () => {
        discord.faults.dropConnections();
      },
    ],
    [
      'a close with 4000',
      () => {
        discord.faults.closeConnections(4000);
      },
    ],
  ])('makes discord.js resume after %s, and what it missed arrives once', async (_what, strike) => {
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => heard.push(content));
    const resumed = nextEvent(client, Events.ShardResume);
    strike();
    say('missed');
    await resumed;
    const arrived = nextEvent(client, Events.MessageCreate);
    say('later');
    await arrived;
    expect(heard.map((content) => content.split(' ')[1])).toEqual(['missed', 'later']);
  });

  test('withholds heartbeat acknowledgements, which discord.js takes for a dead connection', async () => {
    const resumed = nextEvent(client, Events.ShardResume);
    const lift = discord.faults.withholdHeartbeatAcks();
    await resumed;
    lift();
    expect(discord.ledger.gateway().map(({ closeCode }) => closeCode)).toContain(4200);
  });

  test('freezes connections: they stay open and are silent', async () => {
    const lift = discord.faults.freezeConnections();
    let isHeard = false;
    client.once(Events.MessageCreate, () => (isHeard = true));
    say('frozen');
    expect(discord.world.isBotOnline()).toBe(true);
    lift();
    const arrived = nextEvent(client, Events.MessageCreate);
    discord.faults.dropConnections();
    await arrived;
    expect(isHeard).toBe(true);
  });

  test('closes the next identify or resume with the code that is asked for', async () => {
    discord.faults.closeOnIdentify(4004, 1);
    const ended = nextEvent(client, Events.ShardDisconnect);
    discord.faults.dropConnections();
    const [{ code }] = await ended;
    expect(code).toBe(4004);
  });

  test('refuses connections until it is lifted', async () => {
    const resumed = nextEvent(client, Events.ShardResume);
    const lift = discord.faults.refuseConnections();
    await expect(fetch(discord.restUrl)).rejects.toThrow();
    lift();
    await resumed;
  });

  test('delivers an event again, or later', async () => {
    const slow = discord.faults.delayEvents('MESSAGE_CREATE', 50);
    say('slow');
    slow();
    const twice = discord.faults.duplicateEvents('MESSAGE_CREATE', 2);
    say('twice');
    twice();
    // What was sent, since discord.js tells its listeners of a message once when it has it in its cache.
    const sent = (): string[] =>
      discord.ledger.gateway().flatMap(({ name, payload }) => {
        const text = JSON.stringify(payload);
        return name === 'MESSAGE_CREATE' ? [text.includes('slow') ? 'slow' : 'twice'] : [];
      });
    await expect.poll(sent).toEqual(['twice', 'twice', 'slow']);
  });

  test('tells the session limits that it is given', async () => {
    discord.faults.setSessionStartLimit({ remaining: 7, maxConcurrency: 16 });
    expect(await client.rest.get(Routes.gatewayBot())).toMatchObject({
      session_start_limit: { total: 1_000, remaining: 7, max_concurrency: 16 },
    });
  });
});
