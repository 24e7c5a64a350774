import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { ActiveFaults } from '../faults/active-faults.ts';
import type { Recorder } from '../ledger/recorder.ts';
import type { Session } from './session.ts';

const inbound = z.object({ op: z.int(), d: z.unknown() });
/** What the bot sent. */
export type Inbound = z.infer<typeof inbound>;

const payloadLimitBytes = 4_096;
const sendsPerWindow = 120;
const windowMs = 60_000;

const bytesOf = (data: RawData): Buffer => {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** One WebSocket of a bot. */
export class Connection {
  readonly number: number;
  session: Session | null = null;
  readonly #socket: WebSocket;
  readonly #recorder: Recorder;
  readonly #faults: ActiveFaults;
  readonly #now: () => number;
  #receivedAtMs: number[] = [];

  constructor(
    socket: WebSocket,
    number: number,
    recorder: Recorder,
    faults: ActiveFaults,
    now: () => number,
  ) {
    this.#socket = socket;
    this.number = number;
    this.#recorder = recorder;
    this.#faults = faults;
    this.#now = now;
    this.#record('received', 'opened', null);
  }

  /** Calls back for each payload that is one, and once at the end with the close code. */
  listen(onPayload: (payload: Inbound) => void, onClose: (code: number) => void): void {
    this.#socket.on('message', (data: RawData) => {
      if (!this.#faults.freezes.isEmpty) return;
      const payload = this.#read(bytesOf(data));
      if (payload !== null) onPayload(payload);
    });
    this.#socket.on('close', (code) => {
      this.#record('received', 'closed', null, code);
      onClose(code);
    });
    // A cut connection is also told by 'close'; without a listener 'error' would end the process.
    this.#socket.on('error', () => undefined);
  }

  send(payload: {
    readonly op: number;
    readonly d: unknown;
    readonly s?: number;
    readonly t?: string;
  }): void {
    if (!this.#faults.freezes.isEmpty) return;
    this.#record('sent', 'payload', payload);
    this.#socket.send(JSON.stringify(payload));
  }

  sendRaw(text: string): void {
    this.#socket.send(text);
  }

  close(code: number, reason = ''): void {
    this.#record('sent', 'closed', null, code);
    this.#socket.close(code, reason);
  }

  cut(): void {
    this.#socket.terminate();
  }

  #read(bytes: Buffer): Inbound | null {
    const parsed = inbound.safeParse(parseJson(bytes.toString('utf8')));
    if (!parsed.success || bytes.length > payloadLimitBytes) {
      this.#recorder.recordViolation(
        'gateway-payload',
        'A payload that is no payload or over 4,096 bytes.',
        null,
      );
      this.close(4002, 'Error while decoding payload.');
      return null;
    }
    this.#record('received', 'payload', parsed.data);
    const now = this.#now();
    this.#receivedAtMs = [...this.#receivedAtMs.filter((at) => now - at < windowMs), now];
    if (this.#receivedAtMs.length > sendsPerWindow) {
      this.#recorder.recordViolation('gateway-rate', 'Over 120 payloads in 60 seconds.', null);
      this.close(4008, 'You are being rate limited.');
      return null;
    }
    return parsed.data;
  }

  #record(
    direction: 'received' | 'sent',
    event: 'opened' | 'closed' | 'payload',
    payload: { readonly op: number; readonly t?: string } | null,
    closeCode: number | null = null,
  ): void {
    this.#recorder.recordGateway({
      connection: this.number,
      direction,
      event,
      op: payload?.op ?? null,
      name: payload?.t ?? null,
      payload,
      closeCode,
    });
  }
}
