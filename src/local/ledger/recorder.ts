import type { GatewayRecord, InteractionRecord, Ledger, RequestRecord, Violation } from './ledger.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const countsAsInvalid = ({ status }: RequestRecord): boolean =>
  status === 401 || status === 403 || status === 429;

/** The ledger's writing side. */
export class Recorder implements Ledger {
  readonly #now: () => number;
  readonly #requests: Mutable<RequestRecord>[] = [];
  readonly #gateway: GatewayRecord[] = [];
  readonly #violations: Violation[] = [];
  readonly #interactions = new Map<string, Mutable<InteractionRecord>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  requests(): readonly RequestRecord[] {
    return this.#requests.map((request) => ({ ...request }));
  }

  gateway(): readonly GatewayRecord[] {
    return [...this.#gateway];
  }

  interactions(): readonly InteractionRecord[] {
    return [...this.#interactions.values()].map((interaction) => ({ ...interaction }));
  }

  violations(): readonly Violation[] {
    return [...this.#violations];
  }

  invalidRequestCount(): number {
    return this.#requests.filter(countsAsInvalid).length;
  }

  identifyCount(): number {
    return this.#gateway.filter(({ direction, op }) => direction === 'received' && op === 2).length;
  }

  /** Opens the record of a request, which is filled in while it is answered. */
  openRequest(
    request: Pick<RequestRecord, 'method' | 'path' | 'query' | 'body' | 'fileNames'>,
  ): Mutable<RequestRecord> {
    const record = {
      ...request,
      index: this.#requests.length,
      atMs: this.#now(),
      route: null,
      status: null,
      answer: null,
      fault: null,
    };
    this.#requests.push(record);
    return record;
  }

  recordGateway(record: Omit<GatewayRecord, 'atMs'>): void {
    this.#gateway.push({ ...record, atMs: this.#now() });
  }

  recordViolation(rule: string, message: string, request: number | null): void {
    this.#violations.push({ atMs: this.#now(), rule, message, request });
  }

  openInteraction(interaction: Pick<InteractionRecord, 'id' | 'kind' | 'name'>): void {
    this.#interactions.set(interaction.id, {
      ...interaction,
      createdAtMs: this.#now(),
      deliveries: 0,
      acknowledgements: 0,
      acknowledgedAtMs: null,
      refusals: 0,
    });
  }

  recordDelivery(interactionId: string): void {
    const record = this.#interactions.get(interactionId);
    if (record !== undefined) record.deliveries += 1;
  }

  recordAcknowledgement(interactionId: string): void {
    const record = this.#interactions.get(interactionId);
    if (record === undefined) return;
    record.acknowledgements += 1;
    record.acknowledgedAtMs ??= this.#now();
  }

  recordRefusal(interactionId: string): void {
    const record = this.#interactions.get(interactionId);
    if (record !== undefined) record.refusals += 1;
  }
}

export type OpenRequest = Mutable<RequestRecord>;
