import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import { createActor } from './actor/create-actor.ts';
import type { LocalDiscord } from './contract.ts';
import { ActiveFaults } from './faults/active-faults.ts';
import { createFaults } from './faults/create-faults.ts';
import { Gateway } from './gateway/gateway.ts';
import { Interactions } from './interactions/interactions.ts';
import { Recorder } from './ledger/recorder.ts';
import { CommandCreations } from './rest/command-creations.ts';
import { InvalidRequests } from './rest/invalid-requests.ts';
import { RestApp } from './rest/rest-app.ts';
import { sampleSeed, type WorldSeed } from './world/seed.ts';
import { createWorldView } from './world/world-view.ts';
import { World } from './world/world.ts';

/** What may differ from the sample world. */
export interface LocalDiscordOptions {
  /** 0 takes any free port, which is the default. A port that is taken rejects with EADDRINUSE. */
  readonly port?: number;
  /** `sampleSeed` by default. */
  readonly seed?: WorldSeed;
  /** Milliseconds since the epoch; the system's clock by default. Decides when tokens and limits run out. */
  readonly now?: () => number;
  /** How often the gateway asks for a heartbeat; 41,250 by default, as Discord. */
  readonly heartbeatIntervalMs?: number;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** Closes the server with every connection that it has. */
const stop = (server: Server, sockets: ReadonlySet<Duplex>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    for (const socket of sockets) socket.destroy();
  });

const trackSockets = (server: Server, faults: ActiveFaults): ReadonlySet<Duplex> => {
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    if (!faults.refusals.isEmpty) {
      socket.resetAndDestroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
};

const tokenOf = (botId: string): string =>
  `${Buffer.from(botId).toString('base64url')}.local.only-good-on-this-machine`;

/** Serves REST and gateway on one port of 127.0.0.1. */
const serve = async (rest: RestApp, gateway: Gateway, faults: ActiveFaults, wantedPort: number) => {
  const listener = getRequestListener(rest.fetch);
  const server = createServer((request, response) => void listener(request, response));
  const sockets = trackSockets(server, faults);
  const webSockets = new WebSocketServer({ server, perMessageDeflate: false });
  webSockets.on('connection', (socket) => {
    gateway.accept(socket);
  });
  const port = await listen(server, wantedPort);
  return {
    port,
    cut: (): void => {
      for (const socket of sockets) socket.destroy();
    },
    close: async (): Promise<void> => {
      webSockets.close();
      await stop(server, sockets);
    },
  };
};

/** Starts a Discord on 127.0.0.1. Rejects when the port is taken. */
export const startLocalDiscord = async (options: LocalDiscordOptions = {}): Promise<LocalDiscord> => {
  const now = options.now ?? Date.now;
  const world = new World(options.seed ?? sampleSeed, now);
  const recorder = new Recorder(now);
  const active = new ActiveFaults();
  const interactions = new Interactions(world, recorder);
  const botToken = tokenOf(world.botId);
  let port = options.port ?? 0;
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}/gateway`;
  const heartbeatIntervalMs = options.heartbeatIntervalMs ?? 41_250;
  const gateway = new Gateway(world, recorder, active, { botToken, heartbeatIntervalMs, url: gatewayUrl });
  const commandCreations = new CommandCreations(now);
  const invalidRequests = new InvalidRequests(now);
  const rest = new RestApp(
    {
      world,
      interactions,
      recorder,
      faults: active,
      commandCreations,
      invalidRequests,
      botToken,
      gatewayUrl,
    },
    () => `http://127.0.0.1:${port}`,
  );
  const served = await serve(rest, gateway, active, port);
  port = served.port;
  return {
    restUrl: `http://127.0.0.1:${port}/api`,
    botToken,
    applicationId: world.botId,
    botUserId: world.botId,
    world: createWorldView(world, {
      isBotOnline: () => gateway.isBotOnline(),
      interaction: (id) => interactions.state(id),
    }),
    subscribe: (listener) => world.subscribe(listener),
    as: (userId) => createActor({ world, interactions, gateway }, userId),
    faults: createFaults(active, { world, gateway, interactions, invalidRequests, cut: served.cut }),
    ledger: recorder,
    close: async () => {
      interactions.close();
      gateway.close();
      await served.close();
    },
  };
};
