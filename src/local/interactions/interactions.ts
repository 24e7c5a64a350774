import type { InteractionState } from '../contract.ts';
import type { Recorder } from '../ledger/recorder.ts';
import { limits } from '../validation/limits.ts';
import type { World } from '../world/world.ts';
import type { InteractionEntry } from './interaction-record.ts';

/** All interactions, and the moment at which a client gives one up. */
export class Interactions {
  readonly #world: World;
  readonly #recorder: Recorder;
  readonly #entries = new Map<string, InteractionEntry>();
  readonly #deadlines = new Map<string, NodeJS.Timeout>();

  constructor(world: World, recorder: Recorder) {
    this.#world = world;
    this.#recorder = recorder;
  }

  find(interactionId: string): InteractionEntry | null {
    return this.#entries.get(interactionId) ?? null;
  }

  byToken(token: string): InteractionEntry | null {
    return [...this.#entries.values()].find((entry) => entry.token === token) ?? null;
  }

  state(interactionId: string): InteractionState | null {
    const entry = this.#entries.get(interactionId);
    if (entry === undefined) return null;
    const { id, kind, userId, channelId, name, status, isEphemeral, modal, choices } = entry;
    const isPending = status === 'waiting' || status === 'deferred' || status === 'failed';
    const messages = this.#world.messages;
    return {
      id,
      kind,
      userId,
      channelId,
      name,
      status,
      isEphemeral,
      reply: isPending ? null : (messages.get(entry.originalMessageId ?? '')?.message ?? null),
      followUps: entry.followUpIds.flatMap((each) => messages.get(each)?.message ?? []),
      modal,
      choices,
    };
  }

  open(entry: InteractionEntry): void {
    this.#recorder.openInteraction(entry);
    this.#store(entry);
    const deadline = setTimeout(() => {
      this.#deadlines.delete(entry.id);
      if (this.find(entry.id)?.status === 'waiting') this.update(entry.id, { status: 'failed' });
    }, limits.acknowledgeWithinMs);
    this.#deadlines.set(entry.id, deadline);
  }

  update(interactionId: string, change: Partial<InteractionEntry>): void {
    const entry = this.#entries.get(interactionId);
    if (entry === undefined) throw new Error(`There is no interaction ${interactionId}.`);
    this.#store({ ...entry, ...change });
  }

  /** Tells the listeners again, after a message of the interaction changed. */
  touch(interactionId: string): void {
    this.update(interactionId, {});
  }

  close(): void {
    for (const deadline of this.#deadlines.values()) clearTimeout(deadline);
    this.#deadlines.clear();
  }

  #store(entry: InteractionEntry): void {
    this.#entries.set(entry.id, entry);
    const state = this.state(entry.id);
    if (state !== null) this.#world.tell({ kind: 'interaction-changed', interaction: state });
  }
}
