import type { CommandCreations } from './command-creations.ts';
import type { InvalidRequests } from './invalid-requests.ts';
import type { ActiveFaults } from '../faults/active-faults.ts';
import type { Interactions } from '../interactions/interactions.ts';
import type { Recorder } from '../ledger/recorder.ts';
import type { Upload } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** What every route works on. */
export interface RestContext {
  readonly world: World;
  readonly interactions: Interactions;
  readonly recorder: Recorder;
  readonly faults: ActiveFaults;
  readonly commandCreations: CommandCreations;
  readonly invalidRequests: InvalidRequests;
  readonly botToken: string;
  readonly gatewayUrl: () => string;
}

/** One request, parsed as far as all routes have it in common. */
export interface Call extends RestContext {
  /** A parameter of the route's template, decoded; empty when the template has none of this name. */
  readonly param: (name: string) => string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

/** `body` undefined answers without a body. */
export interface RestAnswer {
  readonly status: 200 | 201 | 204;
  readonly body?: unknown;
}

/** A route and how it answers. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As in Discord's OpenAPI file: `/channels/{channel_id}/messages`. */
  readonly template: string;
  /** Interaction tokens stand for themselves; everything else needs the bot's token. */
  readonly needsBotToken: boolean;
  /** Requests of one bucket (route and channel, guild or webhook); null for none. */
  readonly rate: { readonly limit: number; readonly windowMs: number } | null;
  readonly run: (call: Call) => RestAnswer;
}

/** For whatever has no rate of its own. */
export const ordinaryRate = { limit: 10, windowMs: 1_000 } as const;
/** For writing messages in a channel. */
export const messageRate = { limit: 5, windowMs: 5_000 } as const;
/** For messages by an interaction's token. */
export const webhookRate = { limit: 5, windowMs: 2_000 } as const;

/** An answer with a body. */
export const ok = (body: unknown): RestAnswer => ({ status: 200, body });
/** An answer without a body. */
export const noContent: RestAnswer = { status: 204 };
