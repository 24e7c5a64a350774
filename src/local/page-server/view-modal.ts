import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type {
  APILabelComponent,
  APIModalInteractionResponseCallbackComponent,
  APIModalInteractionResponseCallbackData,
  APITextInputComponent,
} from 'discord-api-types/v10';
import type { ModalFieldView, ModalView } from '../page-views.ts';
import { isSelect } from '../validation/is-select.ts';
import { viewSelect } from './view-component.ts';
import type { Pickable } from './view-component.ts';

/** Discord's own limit of a text input without one. */
const longestInput = 4000;

/** A form as the page shows it. */
export function viewModal(modal: APIModalInteractionResponseCallbackData, pickable: Pickable): ModalView {
  return {
    title: modal.title,
    fields: modal.components.flatMap((component) => viewFields(component, pickable)),
  };
}

function viewFields(
  component: APIModalInteractionResponseCallbackComponent,
  pickable: Pickable,
): readonly ModalFieldView[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [{ kind: 'text', content: component.content }];
    case ComponentType.ActionRow:
      return component.components.map((input) => viewInput(input, input.label ?? '', null));
    case ComponentType.Label:
      return [viewLabelled(component, pickable)];
  }
}

function viewLabelled(
  { label, description = null, component }: Labelled,
  pickable: Pickable,
): ModalFieldView {
  if (component.type === ComponentType.TextInput) return viewInput(component, label, description);
  if (isSelect(component)) {
    return { kind: 'choice', label, description, select: viewSelect(component, pickable) };
  }
  return { kind: 'text', content: `-# ${label}: this page has no field of this kind.` };
}

type Labelled = Pick<APILabelComponent, 'label' | 'component'> & { readonly description?: string | null };

function viewInput(input: APITextInputComponent, label: string, description: string | null): ModalFieldView {
  return {
    kind: 'input',
    customId: input.custom_id,
    label,
    description,
    isParagraph: input.style === TextInputStyle.Paragraph,
    isRequired: input.required ?? true,
    placeholder: input.placeholder ?? '',
    value: input.value ?? '',
    minLength: input.min_length ?? 0,
    maxLength: input.max_length ?? longestInput,
  };
}
