import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
} from 'discord.js';

import { toCustomId } from '../render/action.ts';
import { fitForm, type ChoiceField, type Field, type Form, type TextField } from '../render/form.ts';

/** A form in Discord's shape, which calls it a modal. */
export function toModal(form: Form): APIModalInteractionResponseCallbackData {
  const { title, fields, action } = fitForm(form);
  return { custom_id: toCustomId(action), title, components: fields.map(toLabel) };
}

function toLabel(field: Field): APILabelComponent {
  const component = field.style === 'choice' ? toSelect(field) : toTextInput(field);
  return { type: ComponentType.Label, label: field.label, component };
}

function toTextInput({ name, style, value, isRequired, maxLength }: TextField): APITextInputComponent {
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style: style === 'long' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: isRequired,
    max_length: maxLength,
    // Discord refuses an empty value.
    ...(value === '' ? {} : { value }),
  };
}

function toSelect({ name, choices, value, isRequired }: ChoiceField): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: name,
    required: isRequired,
    options: choices.map((choice) => ({ ...choice, default: choice.value === value })),
  };
}
