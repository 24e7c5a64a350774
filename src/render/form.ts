import type { FormAction } from './action.ts';
import { cutText } from './cut-text.ts';
import { fitLabel } from './fit-label.ts';
import { limits } from './limits.ts';
import type { Choice } from './reply.ts';

interface Named {
  readonly name: string;
  readonly label: string;
  readonly isRequired: boolean;
}

/** Something to type into. */
export interface TextField extends Named {
  /** `long` takes several lines. */
  readonly style: 'short' | 'long';
  /** What stands in it when the form opens. */
  readonly value: string;
  /** UTF-16 code units. */
  readonly maxLength: number;
}

/** Something to choose one of. */
export interface ChoiceField extends Named {
  readonly style: 'choice';
  readonly choices: readonly Choice[];
  /** The choice that is taken when the form opens; empty for none. */
  readonly value: string;
}

/** One input of a form. */
export type Field = TextField | ChoiceField;

/** A window with inputs; what is typed goes to `action`, whose argument says only where to look. */
export interface Form {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly action: FormAction;
}

/** The form within Discord's limits; what cannot be shown of a value is cut, since Discord refuses the whole form otherwise. */
export function fitForm(form: Form): Form {
  return {
    ...form,
    title: fitLabel(form.title, limits.formTitleLength),
    fields: form.fields.slice(0, limits.formFields).map(fitField),
  };
}

function fitField(field: Field): Field {
  const label = fitLabel(field.label, limits.fieldLabelLength);
  if (field.style === 'choice') return { ...field, label, choices: fitChoices(field.choices) };
  const maxLength = Math.min(field.maxLength, limits.fieldLength);
  return { ...field, label, value: cutText(field.value, maxLength), maxLength };
}

function fitChoices(choices: readonly Choice[]): readonly Choice[] {
  return choices
    .slice(0, limits.selectChoices)
    .map((choice) => ({ ...choice, label: fitLabel(choice.label, limits.selectLabelLength) }));
}
