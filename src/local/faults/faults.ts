/** Which requests a fault meets: `path` is tested against the path after `/api/v10`. Leaving both out means all. */
export interface RequestMatch {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path?: RegExp;
}

/** What happens to a request instead of its answer. */
export type RequestFault =
  /** Answered properly, but only after this time. */
  | { readonly kind: 'latency'; readonly delayMs: number }
  /** 429; without `header` there is no `Retry-After` header, only the body; `html` is Cloudflare's kind. */
  | {
      readonly kind: 'rate-limited';
      readonly retryAfterMs: number;
      readonly scope: 'user' | 'shared' | 'global';
      readonly header: boolean;
      readonly body: 'json' | 'html';
    }
  | { readonly kind: 'server-error'; readonly status: 500 | 502 | 503 | 504 }
  /** The socket is reset, before or after the request took effect. */
  | { readonly kind: 'reset'; readonly when: 'before-commit' | 'after-commit' }
  /** 401, whatever the token. */
  | { readonly kind: 'unauthorized' }
  /** Refused as Discord would for lack of a permission or because the person takes no messages. */
  | { readonly kind: 'forbidden'; readonly code: 50001 | 50007 | 50013 }
  /** Takes effect, but no byte of an answer is ever sent. */
  | { readonly kind: 'hang' }
  /** Takes effect, but its answer stops in the middle and never ends. */
  | { readonly kind: 'half-answer' }
  /** The message that the request replies to is deleted just before it. */
  | { readonly kind: 'delete-referenced-message' };

/** Takes the fault away again; what it did stays done. */
export type Lift = () => void;

/** Logins that the bot has left today, as `GET /gateway/bot` tells them. */
export interface SessionStartLimit {
  readonly total: number;
  readonly remaining: number;
  readonly resetAfterMs: number;
  readonly maxConcurrency: number;
}

/** Everything that can be made to go wrong, on request. */
export interface Faults {
  /** Meets matching requests, the next `times` of them (by default all until lifted). */
  failRequests(fault: RequestFault, match?: RequestMatch, times?: number): Lift;
  /** Cuts every gateway connection without a close frame. */
  dropConnections(): void;
  /** Op 7 to every connection. */
  requestReconnect(): void;
  /** Op 9 to every connection. */
  invalidateSessions(isResumable: boolean): void;
  closeConnections(code: number, reason?: string): void;
  /** Closes with this code whoever identifies or resumes next, `times` times (by default until lifted). */
  closeOnIdentify(code: number, times?: number): Lift;
  /** Heartbeats get no acknowledgement. */
  withholdHeartbeatAcks(): Lift;
  /** Connections stay open, but nothing is sent and nothing read: a half-open connection. */
  freezeConnections(): Lift;
  /** New connections to gateway and REST are refused: the server is down. */
  refuseConnections(): Lift;
  /** The next events of this name (`MESSAGE_CREATE`, `INTERACTION_CREATE` …) are delivered `copies` times each. */
  duplicateEvents(eventName: string, copies: number): Lift;
  delayEvents(eventName: string, delayMs: number): Lift;
  /** Sends these bytes on every connection as they are: a malformed dispatch. */
  sendRaw(text: string): void;
  /** The interaction's token is void from now on, as after 3 seconds without an answer or after 15 minutes. */
  expireInteraction(interactionId: string): void;
  /** As if the bot's address had just made so many more requests that were answered with 401, 403 or 429. */
  addInvalidRequests(count: number): void;
  setSessionStartLimit(limit: Partial<SessionStartLimit>): void;
  /** How many shards `GET /gateway/bot` recommends; 1 at first. */
  setRecommendedShards(count: number): void;
  /** The portal's switch for the intent MessageContent; identifying with that intent while it is off closes with 4014. */
  setMessageContentAllowed(isAllowed: boolean): void;
  /** Takes away (or gives back) permission bits of the bot in one channel. */
  denyBotPermissions(channelId: string, permissions: bigint): Lift;
  /** Gives a member exactly these roles: a role lost while a modal is open. */
  setMemberRoles(guildId: string, userId: string, roleIds: readonly string[]): void;
}
