import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fitForm, type Field } from '../../src/render/form.ts';
import { limits } from '../../src/render/limits.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 120 });
const action = { name: 'write-entry', argument: '' } as const;

const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({
    name: fc.constant('typed'),
    label: text,
    style: fc.constantFrom('short', 'long'),
    value: fc.string({ unit: 'grapheme', maxLength: 6000, size: 'max' }),
    isRequired: fc.boolean(),
    maxLength: fc.integer({ min: 1, max: 6000 }),
  }),
  fc.record({
    name: fc.constant('chosen'),
    label: text,
    style: fc.constant('choice'),
    choices: fc.array(fc.record({ label: text, value: text }), { maxLength: 40 }),
    value: text,
    isRequired: fc.boolean(),
  }),
);

describe('a form', () => {
  it('keeps within every limit of Discord, whatever it is filled with', () => {
    fc.assert(
      fc.property(text, fc.array(field, { maxLength: 7 }), (title, fields) => {
        const form = fitForm({ title, fields, action });
        expect(form.title.length).toBeLessThanOrEqual(limits.formTitleLength);
        expect(form.fields.length).toBeLessThanOrEqual(limits.formFields);
        for (const each of form.fields) {
          expect(each.label.length).toBeLessThanOrEqual(limits.fieldLabelLength);
          if (each.style === 'choice') {
            expect(each.choices.length).toBeLessThanOrEqual(limits.selectChoices);
          } else {
            expect(each.maxLength).toBeLessThanOrEqual(limits.fieldLength);
            expect(each.value.length).toBeLessThanOrEqual(each.maxLength);
          }
        }
      }),
    );
  });

  it('changes nothing of what fits: a text is edited as it was written', () => {
    const value = '  **Bold**\n\n@everyone  ';
    const written: Field = {
      name: 'answer',
      label: 'Answer',
      style: 'long',
      value,
      isRequired: true,
      maxLength: 4000,
    };
    expect(fitForm({ title: 'Edit', fields: [written], action })).toEqual({
      title: 'Edit',
      fields: [written],
      action,
    });
  });
});
