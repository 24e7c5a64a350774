import {
  ComponentType,
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmissionComponent,
  type APITextInputComponent,
  type ModalSubmitComponent,
} from 'discord-api-types/v10';
import { ActorError } from '../contract.ts';
import { limits } from '../validation/limits.ts';

type Values = Readonly<Record<string, string | readonly string[]>>;

const readText = (input: APITextInputComponent, values: Values): string => {
  const value = values[input.custom_id] ?? input.value ?? '';
  if (typeof value !== 'string') throw new ActorError(`"${input.custom_id}" takes text.`);
  const shortest = Math.max(input.min_length ?? 0, input.required === false ? 0 : 1);
  const isOptionalAndEmpty = value === '' && input.required === false;
  const isOutside = value.length < shortest || value.length > (input.max_length ?? limits.textInput);
  if (isOutside && !isOptionalAndEmpty)
    throw new ActorError(`"${input.custom_id}" does not take a text of ${value.length}.`);
  return value;
};

const submitInLabel = (component: APIComponentInLabel, values: Values): ModalSubmitComponent => {
  if (component.type === ComponentType.TextInput) {
    return { type: component.type, custom_id: component.custom_id, value: readText(component, values) };
  }
  if (component.type !== ComponentType.StringSelect) {
    throw new ActorError(`"${component.custom_id}" is of a kind that this local Discord does not offer.`);
  }
  const given = values[component.custom_id];
  const defaults = component.options.filter((option) => option.default === true).map(({ value }) => value);
  const chosen = typeof given === 'string' ? [given] : [...(given ?? defaults)];
  const isUnknown = chosen.some((value) => !component.options.some((option) => option.value === value));
  const isMissing = chosen.length < (component.required === false ? 0 : (component.min_values ?? 1));
  if (isUnknown || isMissing || chosen.length > (component.max_values ?? 1)) {
    throw new ActorError(`"${component.custom_id}" does not offer ${JSON.stringify(chosen)}.`);
  }
  return { type: component.type, custom_id: component.custom_id, values: chosen };
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

/** What Discord sends when a modal is filled in like this; what is left out keeps its preset value. */
export const describeSubmission = (
  modal: APIModalInteractionResponseCallbackData,
  values: Values,
): APIModalSubmission => ({
  custom_id: modal.custom_id,
  components: modal.components.map((component) => submit(component, values)),
});
