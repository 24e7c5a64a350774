import { GatewayIntentBits } from 'discord.js';
import { vi } from 'vitest';
import { WebSocket, type RawData } from 'ws';
import { z } from 'zod';

const payload = z.object({
  op: z.number(),
  t: z.string().nullish(),
  s: z.number().nullish(),
  d: z.unknown(),
});
const ready = z.object({ session_id: z.string() });
type Payload = z.infer<typeof payload>;

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data)).toString(
    'utf8',
  );

/** A bare connection to the gateway, to send what discord.js never would. */
export class GatewaySocket {
  readonly received: Payload[] = [];
  closeCode: number | null = null;
  readonly #socket: WebSocket;

  constructor(restUrl: string) {
    this.#socket = new WebSocket(restUrl.replace('http', 'ws').replace('/api', '/gateway'));
    this.#socket.on('message', (data: RawData) =>
      this.received.push(payload.parse(JSON.parse(textOf(data)))),
    );
    this.#socket.on('close', (code) => (this.closeCode = code));
  }

  send(op: number, d: unknown): void {
    this.#socket.send(JSON.stringify({ op, d }));
  }

  async identify(token: string, more: object = {}): Promise<void> {
    await this.until(({ op }) => op === 10);
    this.send(2, { token, intents: GatewayIntentBits.Guilds, properties: {}, ...more });
  }

  /** The first payload that fits, now or later. */
  until(fits: (payload: Payload) => boolean): Promise<Payload> {
    return vi.waitFor(
      () => {
        const found = this.received.find(fits);
        if (found === undefined)
          throw new Error(`Received: ${JSON.stringify(this.received.map(({ op, t }) => t ?? op))}`);
        return found;
      },
      { timeout: 5_000, interval: 5 },
    );
  }

  /** The id of the session that READY opened. */
  async sessionId(): Promise<string> {
    const { d } = await this.until(({ t }) => t === 'READY');
    return ready.parse(d).session_id;
  }

  untilClosed(): Promise<number> {
    return vi.waitFor(
      () => {
        if (this.closeCode === null) throw new Error('The connection is open.');
        return this.closeCode;
      },
      { timeout: 5_000, interval: 5 },
    );
  }

  close(code = 1000): void {
    this.#socket.close(code);
  }
}
