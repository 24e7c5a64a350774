import {
  ComponentType,
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmissionComponent,
  type APIStringSelectComponent,
  type APITextInputComponent,
  type ModalSubmitComponent,
} from 'discord-api-types/v10';
import { ActorError } from '../contract.ts';
import { limits } from '../validation/limits.ts';

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

const fitsSelect = (select: APIStringSelectComponent, chosen: readonly string[]): boolean => {
  const fewest = select.required === false ? 0 : (select.min_values ?? 1);
  const areKnown = chosen.every((value) => select.options.some((option) => option.value === value));
  return areKnown && chosen.length >= fewest && chosen.length <= (select.max_values ?? 1);
};

const readSelect = (select: APIStringSelectComponent, values: Values): string[] => {
  const preset = select.options.filter((option) => option.default === true).map(({ value }) => value);
  const chosen = [values[select.custom_id] ?? preset].flat();
  if (fitsSelect(select, chosen)) return chosen;
  throw new ActorError(`"${select.custom_id}" does not offer ${JSON.stringify(chosen)}.`);
};

const submitInLabel = (component: APIComponentInLabel, values: Values): ModalSubmitComponent => {
  const { type, custom_id } = component;
  if (type === ComponentType.TextInput) return { type, custom_id, value: readText(component, values) };
  if (type === ComponentType.StringSelect) return { type, custom_id, values: readSelect(component, values) };
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

/** What Discord sends when a modal is filled in like this; what is left out keeps its preset value. */
export const describeSubmission = (
  modal: APIModalInteractionResponseCallbackData,
  values: Values,
): APIModalSubmission => ({
  custom_id: modal.custom_id,
  components: modal.components.map((component) => submit(component, values)),
});
