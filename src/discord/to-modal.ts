import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js';

import { toCustomId } from '../render/action.ts';
import { fitForm, type Field, type Form } from '../render/form.ts';

/** A form in Discord's shape, which calls it a modal. */
export function toModal(form: Form): APIModalInteractionResponseCallbackData {
  const { title, fields, action } = fitForm(form);
  return { custom_id: toCustomId(action), title, components: fields.map(toLabel) };
}

function toLabel({ name, label, style, value, isRequired, maxLength }: Field): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: style === 'long' ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: isRequired,
      max_length: maxLength,
      // Discord refuses an empty value.
      ...(value === '' ? {} : { value }),
    },
  };
}
