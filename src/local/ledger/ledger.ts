/** One REST request of a bot with its answer. */
export interface RequestRecord {
  readonly index: number;
  readonly atMs: number;
  readonly method: string;
  /** After `/api/v10`, decoded, without the query; interaction tokens stand as they are. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** As in Discord's OpenAPI file, `/channels/{channel_id}/messages`; null when no route fits. */
  readonly route: string | null;
  /** The JSON body, or that of `payload_json`; null without one. */
  readonly body: unknown;
  readonly fileNames: readonly string[];
  /** Null when no answer was sent (reset, hanging). */
  readonly status: number | null;
  readonly answer: unknown;
  /** The kind of the fault that met it. */
  readonly fault: string | null;
}

/** One gateway payload, or the opening or end of a connection. */
export interface GatewayRecord {
  readonly atMs: number;
  readonly connection: number;
  readonly direction: 'received' | 'sent';
  readonly event: 'opened' | 'closed' | 'payload';
  readonly op: number | null;
  /** Name of the dispatched event. */
  readonly name: string | null;
  readonly payload: unknown;
  readonly closeCode: number | null;
}

/** Something that the bot did and that Discord does not allow. */
export interface Violation {
  readonly atMs: number;
  /** Short and stable: `content-too-long`, `second-acknowledgement`, `allowed-mentions-missing` … */
  readonly rule: string;
  readonly message: string;
  /** Index of the request; null for the gateway. */
  readonly request: number | null;
}

/** What became of an interaction. */
export interface InteractionRecord {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly createdAtMs: number;
  /** How many times it was delivered, over all connections. */
  readonly deliveries: number;
  /** Callbacks that were accepted: one, when all is well. */
  readonly acknowledgements: number;
  readonly acknowledgedAtMs: number | null;
  /** Callbacks that were refused as late, second or malformed. */
  readonly refusals: number;
}

/** Everything sent and received, in order. */
export interface Ledger {
  requests(): readonly RequestRecord[];
  gateway(): readonly GatewayRecord[];
  interactions(): readonly InteractionRecord[];
  violations(): readonly Violation[];
  /** Answers of 401, 403 and 429, which Discord bars an IP for when there are 10,000 in ten minutes. */
  invalidRequestCount(): number;
  /** Identifies received, over all connections. */
  identifyCount(): number;
}
