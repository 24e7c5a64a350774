import {
  ComponentType,
  InteractionType,
  type APIComponentInMessageActionRow,
  type APIMessage,
  type APIMessageComponentInteractionData,
} from 'discord-api-types/v10';
import { ActorError, type Actor, type InteractionHandle } from '../contract.ts';
import { PersonInteraction } from '../interactions/interaction-handle.ts';
import { startInteraction, type ActorContext } from '../interactions/start-interaction.ts';
import { walkComponents } from '../validation/walk-components.ts';
import { describeChoice } from './describe-choice.ts';
import { describeSubmission } from './describe-submission.ts';
import { requireMessage } from './person-messages.ts';
import type { Place } from './resolve-ids.ts';

type Clickable = Extract<APIComponentInMessageActionRow, { custom_id: string }>;

const findComponent = (message: APIMessage, customId: string): Clickable => {
  for (const component of walkComponents(message.components ?? [])) {
    if (!('custom_id' in component) || component.custom_id !== customId) continue;
    if (component.disabled === true) throw new ActorError(`"${customId}" is disabled.`);
    return component;
  }
  throw new ActorError(`The message ${message.id} has no component "${customId}".`);
};

type Components = Pick<Actor, 'clickButton' | 'chooseOptions' | 'submitModal'>;

/** What a person does with buttons, selects and modals. */
export class PersonComponents implements Components {
  readonly #context: ActorContext;
  readonly #userId: string;

  constructor(context: ActorContext, userId: string) {
    this.#context = context;
    this.#userId = userId;
  }

  clickButton({
    messageId,
    customId,
    locale = 'en-US',
  }: Parameters<Actor['clickButton']>[0]): InteractionHandle {
    const message = requireMessage(this.#context.world, messageId, this.#userId);
    const component = findComponent(message, customId);
    if (component.type !== ComponentType.Button) throw new ActorError(`"${customId}" is no button.`);
    return this.#use(message, { component_type: ComponentType.Button, custom_id: customId }, locale);
  }

  chooseOptions({
    messageId,
    customId,
    values,
    locale = 'en-US',
  }: Parameters<Actor['chooseOptions']>[0]): InteractionHandle {
    const message = requireMessage(this.#context.world, messageId, this.#userId);
    const component = findComponent(message, customId);
    if (component.type === ComponentType.Button) throw new ActorError(`"${customId}" offers no choices.`);
    const place = this.#placeOf(message.channel_id);
    return this.#use(message, describeChoice(component, values, place), locale);
  }

  submitModal({
    interactionId,
    values,
    locale = 'en-US',
  }: Parameters<Actor['submitModal']>[0]): InteractionHandle {
    const opened = this.#context.interactions.find(interactionId);
    if (opened?.modal === null || opened?.userId !== this.#userId) {
      throw new ActorError(`The interaction ${interactionId} shows ${this.#userId} no modal.`);
    }
    const { modal, metadata } = opened;
    const source = this.#context.world.messages.get(opened.sourceMessageId ?? '')?.message;
    const data = describeSubmission(modal, values, this.#placeOf(opened.channelId));
    if (metadata.type === InteractionType.ModalSubmit) throw new ActorError('A modal never opens a modal.');
    const id = startInteraction(this.#context, {
      kind: 'modal',
      name: modal.custom_id,
      userId: this.#userId,
      channelId: opened.channelId,
      locale,
      sourceMessageId: opened.sourceMessageId,
      metadata: (common) => ({
        ...common,
        type: InteractionType.ModalSubmit,
        triggering_interaction_metadata: metadata,
      }),
      describe: (common) => ({
        ...common,
        type: InteractionType.ModalSubmit,
        data,
        ...(source === undefined ? {} : { message: source }),
      }),
    });
    return this.#handle(id);
  }

  #use(message: APIMessage, data: APIMessageComponentInteractionData, locale: string): InteractionHandle {
    const id = startInteraction(this.#context, {
      kind: 'component',
      name: data.custom_id,
      userId: this.#userId,
      channelId: message.channel_id,
      locale,
      sourceMessageId: message.id,
      metadata: (common) => ({
        ...common,
        type: InteractionType.MessageComponent,
        interacted_message_id: message.id,
      }),
      describe: (common) => ({ ...common, type: InteractionType.MessageComponent, data, message }),
    });
    return this.#handle(id);
  }

  #placeOf(channelId: string): Place {
    const { world } = this.#context;
    return { world, guildId: world.channels.get(channelId)?.guildId ?? null };
  }

  #handle(id: string): InteractionHandle {
    return new PersonInteraction(id, this.#context.world, this.#context.interactions);
  }
}
