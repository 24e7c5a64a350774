import { GatewayIntentBits, GatewayOpcodes, GatewayVersion } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { ActiveFaults } from '../faults/active-faults.ts';
import type { Recorder } from '../ledger/recorder.ts';
import { toGuildCreate } from '../wire/api-guild.ts';
import type { World } from '../world/world.ts';
import { Connection, type Inbound } from './connection.ts';
import { describeEvent } from './describe-event.ts';
import { shardOf, type Dispatch } from './dispatch.ts';
import { identifyPayload, refuseIdentify, resumePayload, type Identify } from './identify.ts';
import { IdentifyLimits } from './identify-limits.ts';
import { Session } from './session.ts';

interface GatewayOptions {
  readonly botToken: string;
  readonly heartbeatIntervalMs: number;
  /** Known once the server listens. */
  readonly url: () => string;
}

/** The WebSocket side of Discord: who is connected, and what they are told. */
export class Gateway {
  readonly #world: World;
  readonly #recorder: Recorder;
  readonly #faults: ActiveFaults;
  readonly #options: GatewayOptions;
  readonly #limits: IdentifyLimits;
  readonly #connections = new Set<Connection>();
  readonly #sessions = new Map<string, Session>();
  readonly #delayed = new Set<NodeJS.Timeout>();
  #connectionCount = 0;

  constructor(world: World, recorder: Recorder, faults: ActiveFaults, options: GatewayOptions) {
    this.#world = world;
    this.#recorder = recorder;
    this.#faults = faults;
    this.#options = options;
    this.#limits = new IdentifyLimits(world.now, faults);
    world.subscribe((event) => {
      for (const dispatch of describeEvent(event, world)) this.dispatch(dispatch);
    });
  }

  get connections(): readonly Connection[] {
    return [...this.#connections];
  }

  isBotOnline(): boolean {
    return this.connections.some(({ session }) => session !== null);
  }

  accept(socket: WebSocket): void {
    this.#connectionCount += 1;
    const connection = new Connection(
      socket,
      this.#connectionCount,
      this.#recorder,
      this.#faults,
      this.#world.now,
    );
    this.#connections.add(connection);
    connection.listen(
      (payload) => {
        this.#receive(connection, payload);
      },
      (code) => {
        this.#leave(connection, code);
      },
    );
    const hello = { heartbeat_interval: this.#options.heartbeatIntervalMs };
    connection.send({ op: GatewayOpcodes.Hello, d: hello });
  }

  /** Tells every session that wants it, as often and as late as the faults say. */
  dispatch(dispatch: Dispatch): void {
    const copies = this.#faults.copies.take(({ eventName }) => eventName === dispatch.name)?.copies ?? 1;
    const delayMs = this.#faults.delays.take(({ eventName }) => eventName === dispatch.name)?.delayMs ?? 0;
    const deliver = (): void => {
      for (const session of this.#sessions.values()) {
        if (!session.wants(dispatch)) continue;
        for (let copy = 0; copy < copies; copy += 1) session.deliver(dispatch);
      }
    };
    if (delayMs === 0) {
      deliver();
      return;
    }
    const timer = setTimeout(() => {
      this.#delayed.delete(timer);
      deliver();
    }, delayMs);
    this.#delayed.add(timer);
  }

  invalidate(connection: Connection, isResumable: boolean): void {
    if (!isResumable && connection.session !== null) this.#sessions.delete(connection.session.id);
    connection.send({ op: GatewayOpcodes.InvalidSession, d: isResumable });
  }

  close(): void {
    for (const timer of this.#delayed) clearTimeout(timer);
    for (const connection of this.#connections) connection.cut();
  }

  #receive(connection: Connection, payload: Inbound): void {
    const op = z.enum(GatewayOpcodes).safeParse(payload.op).data;
    if (op === GatewayOpcodes.Heartbeat) {
      if (this.#faults.withheldAcks.isEmpty) connection.send({ op: GatewayOpcodes.HeartbeatAck, d: null });
    } else if (op === GatewayOpcodes.Identify) {
      this.#identify(connection, payload.d);
    } else if (op === GatewayOpcodes.Resume) {
      this.#resume(connection, payload.d);
    } else if (op !== GatewayOpcodes.PresenceUpdate && op !== GatewayOpcodes.RequestGuildMembers) {
      this.#recorder.recordViolation('gateway-opcode', `A payload with op ${payload.op}.`, null);
      connection.close(4001, 'Unknown opcode.');
    } else if (connection.session === null) {
      connection.close(4003, 'Not authenticated.');
    }
  }

  #identify(connection: Connection, d: unknown): void {
    const parsed = identifyPayload.safeParse(d);
    if (connection.session !== null || !parsed.success) {
      const isSecond = connection.session !== null;
      this.#recorder.recordViolation(
        isSecond ? 'second-identify' : 'identify-payload',
        'An identify that is none.',
        null,
      );
      connection.close(isSecond ? 4005 : 4002);
      return;
    }
    const forced = this.#faults.closesOnIdentify.take(() => true);
    const { botToken } = this.#options;
    const refusal = forced ?? refuseIdentify(parsed.data, botToken, this.#faults.isMessageContentAllowed);
    if (refusal === null) this.#admit(connection, parsed.data);
    else connection.close(refusal.code, refusal.reason);
  }

  #admit(connection: Connection, identify: Identify): void {
    const admission = this.#limits.take(identify.shard[0]);
    if (admission === 'admitted') {
      this.#start(connection, identify);
    } else if (admission === 'too-early') {
      this.#recorder.recordViolation(
        'identify-too-early',
        'max_concurrency identifies in 5 s, and no more.',
        null,
      );
      this.invalidate(connection, false);
    } else {
      this.#recorder.recordViolation('identifies-used-up', 'More identifies than Discord gives a day.', null);
      connection.close(4004, 'The token was reset.');
    }
  }

  #start(connection: Connection, { shard, intents }: Identify): void {
    for (const [id, old] of this.#sessions) {
      if (old.connection === null && old.shard[0] === shard[0] && old.shard[1] === shard[1])
        this.#sessions.delete(id);
    }
    const wasOnline = this.isBotOnline();
    const session = new Session(`session-${this.#world.nextId()}`, shard, intents, connection, (id) => {
      this.#recorder.recordDelivery(id);
    });
    this.#sessions.set(session.id, session);
    connection.session = session;
    const guilds = [...this.#world.guilds.values()].filter(({ id }) => shardOf(id, shard[1]) === shard[0]);
    const ready = {
      v: Number(GatewayVersion),
      user: { ...this.#world.users.get(this.#world.botId), verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#options.url(),
      shard,
      application: { id: this.#world.botId, flags: 0 },
    };
    session.deliver({ name: 'READY', data: ready, withheld: null });
    const learnsOfGuilds = (intents & GatewayIntentBits.Guilds) !== 0;
    for (const guild of learnsOfGuilds ? guilds : []) {
      session.deliver({ name: 'GUILD_CREATE', data: toGuildCreate(guild, this.#world), withheld: null });
    }
    if (!wasOnline) this.#world.tell({ kind: 'bot-status-changed', isOnline: true });
  }

  #resume(connection: Connection, d: unknown): void {
    const parsed = resumePayload.safeParse(d);
    const forced = this.#faults.closesOnIdentify.take(() => true);
    const session = parsed.success ? this.#sessions.get(parsed.data.session_id) : undefined;
    if (forced !== null) {
      connection.close(forced.code);
    } else if (!parsed.success || parsed.data.token !== this.#options.botToken) {
      connection.close(parsed.success ? 4004 : 4002);
    } else if (session === undefined) {
      this.invalidate(connection, false);
    } else if (parsed.data.seq > session.sequence) {
      connection.close(4007, 'Invalid seq.');
    } else {
      const wasOnline = this.isBotOnline();
      session.connection = connection;
      connection.session = session;
      session.replay(parsed.data.seq);
      session.deliver({ name: 'RESUMED', data: {}, withheld: null });
      if (!wasOnline) this.#world.tell({ kind: 'bot-status-changed', isOnline: true });
    }
  }

  #leave(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    const { session } = connection;
    connection.session = null;
    if (session?.connection !== connection) return;
    session.connection = null;
    // A bot that says goodbye ends its session; one that was cut off may resume it.
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    if (!this.isBotOnline()) this.#world.tell({ kind: 'bot-status-changed', isOnline: false });
  }
}
