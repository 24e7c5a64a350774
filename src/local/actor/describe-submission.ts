import {
  ComponentType,
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmissionComponent,
  type APISelectMenuComponent,
  type APITextInputComponent,
  type ModalSubmitComponent,
} from 'discord-api-types/v10';
import { ActorError } from '../contract.ts';
import { isSelect } from '../validation/is-select.ts';
import { limits } from '../validation/limits.ts';
import { checkCount, presetOf, resolveChoice } from './describe-choice.ts';
import { mergeResolved, type Place, type Resolved } from './resolve-ids.ts';

type Values = Readonly<Record<string, string | readonly string[]>>;

const fitsText = (input: APITextInputComponent, { length }: string): boolean => {
  if (length === 0) return input.required === false;
  return length >= (input.min_length ?? 1) && length <= (input.max_length ?? limits.textInput);
};

const readText = (input: APITextInputComponent, values: Values): string => {
  const value = values[input.custom_id] ?? input.value ?? '';
  if (typeof value === 'string' && fitsText(input, value)) return value;
  throw new ActorError(`"${input.custom_id}" does not take ${JSON.stringify(value)}.`);
};

const readSelect = (select: APISelectMenuComponent, values: Values): string[] =>
  checkCount(select, [values[select.custom_id] ?? presetOf(select)].flat());

const submitInLabel = (component: APIComponentInLabel, values: Values): ModalSubmitComponent => {
  const { type, custom_id } = component;
  if (type === ComponentType.TextInput) return { type, custom_id, value: readText(component, values) };
  if (isSelect(component)) return { type: component.type, custom_id, values: readSelect(component, values) };
  throw new ActorError(`"${custom_id}" is of a kind that this local Discord does not offer.`);
};

const submit = (
  component: APIModalInteractionResponseCallbackComponent,
  values: Values,
): APIModalSubmissionComponent => {
  switch (component.type) {
    case ComponentType.ActionRow:
      return {
        type: component.type,
        components: component.components.map((input) => ({
          type: input.type,
          custom_id: input.custom_id,
          value: readText(input, values),
        })),
      };
    case ComponentType.Label:
      return { type: component.type, component: submitInLabel(component.component, values) };
    case ComponentType.TextDisplay:
      return { type: component.type };
  }
};

/** The users, roles and channels that were chosen, of all menus together. */
const resolveAll = (modal: APIModalInteractionResponseCallbackData, values: Values, place: Place): Resolved =>
  mergeResolved(
    modal.components.flatMap((component) =>
      component.type === ComponentType.Label && isSelect(component.component)
        ? [resolveChoice(component.component, readSelect(component.component, values), place)]
        : [],
    ),
  );

/** What Discord sends when a modal is filled in like this; what is left out keeps its preset value. */
export const describeSubmission = (
  modal: APIModalInteractionResponseCallbackData,
  values: Values,
  place: Place,
): APIModalSubmission => ({
  custom_id: modal.custom_id,
  components: modal.components.map((component) => submit(component, values)),
  resolved: resolveAll(modal, values, place),
});
