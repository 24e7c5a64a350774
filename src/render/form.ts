import type { FormName } from './action.ts';
import { fitLabel } from './fit-label.ts';
import { cutText } from './cut-text.ts';
import { limits } from './limits.ts';

/** One input of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** `long` takes several lines. */
  readonly style: 'short' | 'long';
  /** What stands in it when the form opens. */
  readonly value: string;
  readonly isRequired: boolean;
  /** UTF-16 code units. */
  readonly maxLength: number;
}

/** A window with inputs; what is typed goes to `action`, whose argument says only where to look. */
export interface Form {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly action: { readonly name: FormName; readonly argument: string };
}

/** The form within Discord's limits; what cannot be shown of a value is cut, since Discord refuses the whole form otherwise. */
export function fitForm(form: Form): Form {
  return {
    ...form,
    title: fitLabel(form.title, limits.formTitleLength),
    fields: form.fields.slice(0, limits.formFields).map((field) => {
      const maxLength = Math.min(field.maxLength, limits.fieldLength);
      return {
        ...field,
        label: fitLabel(field.label, limits.fieldLabelLength),
        value: cutText(field.value, maxLength),
        maxLength,
      };
    }),
  };
}
