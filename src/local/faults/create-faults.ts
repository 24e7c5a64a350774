import { GatewayOpcodes } from 'discord-api-types/v10';
import type { Gateway } from '../gateway/gateway.ts';
import type { Interactions } from '../interactions/interactions.ts';
import type { InvalidRequests } from '../rest/invalid-requests.ts';
import type { World } from '../world/world.ts';
import type { ActiveFaults } from './active-faults.ts';
import type { Faults, Lift } from './faults.ts';

interface Reach {
  readonly world: World;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly invalidRequests: InvalidRequests;
  /** Ends every connection to the server, of gateway and REST. */
  readonly cut: () => void;
}

const denyBot = (world: World, channelId: string, deny: bigint): Lift => {
  const overwrite = { kind: 'member', id: world.botId, allow: 0n, deny } as const;
  world.replaceOverwrites(channelId, (old) => [...old, overwrite]);
  return () => {
    world.replaceOverwrites(channelId, (old) => old.filter((each) => each !== overwrite));
  };
};

type GatewayFaults = Pick<
  Faults,
  | 'dropConnections'
  | 'requestReconnect'
  | 'invalidateSessions'
  | 'closeConnections'
  | 'sendRaw'
  | 'refuseConnections'
>;

const createGatewayFaults = (active: ActiveFaults, { gateway, cut }: Reach): GatewayFaults => ({
  dropConnections: () => {
    for (const connection of gateway.connections) connection.cut();
  },
  requestReconnect: () => {
    for (const connection of gateway.connections) connection.send({ op: GatewayOpcodes.Reconnect, d: null });
  },
  invalidateSessions: (isResumable) => {
    for (const connection of gateway.connections) gateway.invalidate(connection, isResumable);
  },
  closeConnections: (code, reason) => {
    for (const connection of gateway.connections) connection.close(code, reason);
  },
  sendRaw: (text) => {
    for (const connection of gateway.connections) connection.sendRaw(text);
  },
  refuseConnections: () => {
    const lift = active.refusals.add({});
    cut();
    return lift;
  },
});

/** The control interface over the faults that REST and gateway read. */
export const createFaults = (active: ActiveFaults, reach: Reach): Faults => ({
  ...createGatewayFaults(active, reach),
  failRequests: (fault, match = {}, times) => active.requests.add({ fault, match }, times),
  closeOnIdentify: (code, times) => active.closesOnIdentify.add({ code, reason: '' }, times),
  withholdHeartbeatAcks: () => active.withheldAcks.add({}),
  freezeConnections: () => active.freezes.add({}),
  duplicateEvents: (eventName, copies) => active.copies.add({ eventName, copies }),
  delayEvents: (eventName, delayMs) => active.delays.add({ eventName, delayMs }),
  expireInteraction: (interactionId) => {
    reach.interactions.update(interactionId, { isExpired: true });
  },
  addInvalidRequests: (count) => {
    reach.invalidRequests.add(429, count);
  },
  setSessionStartLimit: (limit) => {
    active.sessionStartLimit = { ...active.sessionStartLimit, ...limit };
  },
  setRecommendedShards: (count) => {
    active.recommendedShards = count;
  },
  setMessageContentAllowed: (isAllowed) => {
    active.isMessageContentAllowed = isAllowed;
  },
  denyBotPermissions: (channelId, permissions) => denyBot(reach.world, channelId, permissions),
  setMemberRoles: (guildId, userId, roleIds) => {
    reach.world.setMemberRoles(guildId, userId, roleIds);
  },
});
