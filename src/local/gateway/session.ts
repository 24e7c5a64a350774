import { GatewayIntentBits } from 'discord-api-types/v10';
import { z } from 'zod';
import { shardOf, type Dispatch } from './dispatch.ts';

const interactionData = z.object({ id: z.string() });

/** What a session needs of a connection. */
interface Line {
  send(payload: { readonly op: number; readonly d: unknown; readonly s: number; readonly t: string }): void;
}

/** What a bot identified as: it outlives its connection, so that a resume can replay what was missed. */
export class Session {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  connection: Line | null;
  readonly #sent: { readonly op: 0; readonly s: number; readonly t: string; readonly d: unknown }[] = [];
  readonly #onInteraction: (interactionId: string) => void;

  constructor(
    id: string,
    shard: readonly [number, number],
    intents: number,
    connection: Line,
    onInteraction: (interactionId: string) => void,
  ) {
    this.id = id;
    this.shard = shard;
    this.intents = intents;
    this.connection = connection;
    this.#onInteraction = onInteraction;
  }

  get sequence(): number {
    return this.#sent.length;
  }

  wants(dispatch: Dispatch): boolean {
    const [shardId, shardCount] = this.shard;
    const isMine = shardOf(dispatch.guildId, shardCount) === shardId;
    return isMine && (dispatch.intent === null || (this.intents & dispatch.intent) !== 0);
  }

  /** Sends the event, or keeps it for a resume when there is no connection. */
  deliver(dispatch: Pick<Dispatch, 'name' | 'data' | 'withheld'>): void {
    const isWithheld = dispatch.withheld !== null && (this.intents & GatewayIntentBits.MessageContent) === 0;
    const d = isWithheld ? dispatch.withheld : dispatch.data;
    this.#sent.push({ op: 0, s: this.#sent.length + 1, t: dispatch.name, d });
    this.#send(this.#sent.length - 1);
  }

  /** Sends again everything after the sequence number that the bot saw last. */
  replay(afterSequence: number): void {
    for (let index = afterSequence; index < this.#sent.length; index += 1) this.#send(index);
  }

  #send(index: number): void {
    const payload = this.#sent[index];
    if (payload === undefined || this.connection === null) return;
    this.connection.send(payload);
    if (payload.t !== 'INTERACTION_CREATE') return;
    const interaction = interactionData.safeParse(payload.d);
    if (interaction.success) this.#onInteraction(interaction.data.id);
  }
}
