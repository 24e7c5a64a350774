import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { InteractionHandle, InteractionState } from '../contract.ts';
import type { World } from '../world/world.ts';
import type { Interactions } from './interactions.ts';

const patienceMs = 10_000;

const summarise = ({ kind, name, status }: InteractionState): string => `${kind} "${name}" is ${status}`;

/** An interaction under way, as the person who started it sees it. */
export class PersonInteraction implements InteractionHandle {
  readonly id: string;
  readonly #world: World;
  readonly #interactions: Interactions;

  constructor(id: string, world: World, interactions: Interactions) {
    this.id = id;
    this.#world = world;
    this.#interactions = interactions;
  }

  state(): InteractionState {
    const state = this.#interactions.state(this.id);
    if (state === null) throw new Error(`There is no interaction ${this.id}.`);
    return state;
  }

  until<T>(read: (state: InteractionState) => T | undefined, timeoutMs = patienceMs): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        unsubscribe();
      };
      const look = (): void => {
        try {
          const value = read(this.state());
          if (value === undefined) return;
          stop();
          resolve(value);
        } catch (error) {
          stop();
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Waited ${timeoutMs} ms in vain: ${summarise(this.state())}.`));
      }, timeoutMs);
      const unsubscribe = this.#world.subscribe(look);
      look();
    });
  }

  acknowledged(timeoutMs?: number): Promise<InteractionState> {
    return this.#untilAnswered((state) => (state.status === 'waiting' ? undefined : state), timeoutMs);
  }

  reply(timeoutMs?: number): Promise<APIMessage> {
    return this.#untilAnswered((state) => {
      const isThere = state.status === 'replied' || state.status === 'updated';
      return isThere ? (state.reply ?? undefined) : undefined;
    }, timeoutMs);
  }

  modal(timeoutMs?: number): Promise<APIModalInteractionResponseCallbackData> {
    return this.#untilAnswered((state) => state.modal ?? undefined, timeoutMs);
  }

  failed(timeoutMs?: number): Promise<InteractionState> {
    return this.until((state) => (state.status === 'failed' ? state : undefined), timeoutMs);
  }

  #untilAnswered<T>(read: (state: InteractionState) => T | undefined, timeoutMs?: number): Promise<T> {
    return this.until((state) => {
      if (state.status === 'failed') throw new Error(`The application did not respond: ${summarise(state)}.`);
      return read(state);
    }, timeoutMs);
  }
}
