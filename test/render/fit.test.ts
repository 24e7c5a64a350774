import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toPayload } from '../../src/discord/to-payload.ts';
import { actionNames, toCustomId } from '../../src/render/action.ts';
import { cutText } from '../../src/render/cut-text.ts';
import { fit } from '../../src/render/fit.ts';
import { limits } from '../../src/render/limits.ts';
import { text, type Part, type Reply, type Span } from '../../src/render/reply.ts';
import { readMarkdown } from '../support/live-markdown.ts';
import { shownText } from '../support/shown-text.ts';

const untrusted = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom('*', '👩‍👩‍👧', 'https://example.org/a ', 'word ', '\n# x\n', '[a](b)'), fc.nat(1500))
    .map(([unit, times]) => unit.repeat(times)),
);
const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ kind: fc.constantFrom('plain', 'bold', 'italic'), text: untrusted }),
  fc.record({ kind: fc.constant('link'), text: untrusted, url: fc.oneof(fc.webUrl(), fc.string()) }),
  fc.record({ kind: fc.constant('countdown'), at: fc.date({ noInvalidDate: true }) }),
  fc.record({ kind: fc.constantFrom('person', 'channel'), id: fc.stringMatching(/^\d{17,20}$/) }),
);
const button = fc.record({
  label: untrusted,
  action: fc.record({ name: fc.constantFrom(...actionNames), argument: fc.string({ maxLength: 80 }) }),
  look: fc.constantFrom('quiet', 'main', 'danger'),
});
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({
    kind: fc.constant('text'),
    style: fc.constantFrom('plain', 'quote', 'small'),
    spans: fc.array(span, { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('separator') }),
  fc.record({ kind: fc.constant('buttons'), buttons: fc.array(button, { maxLength: 12 }) }),
  fc.record({
    kind: fc.constant('select'),
    action: fc.constantFrom(...actionNames),
    placeholder: untrusted,
    choices: fc.array(fc.record({ label: untrusted, value: fc.string({ minLength: 1, maxLength: 20 }) }), {
      maxLength: 40,
    }),
    chosen: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('pick'),
    what: fc.constantFrom('channels', 'roles'),
    action: fc.record({ name: fc.constantFrom(...actionNames), argument: fc.string({ maxLength: 60 }) }),
    placeholder: untrusted,
    chosen: fc.constant([]),
    least: fc.constant(0),
    most: fc.integer({ min: 1, max: 10 }),
  }),
);
const reply: fc.Arbitrary<Reply> = fc.record({
  tone: fc.constantFrom('answered', 'suggested', 'unanswered', 'notice', 'fault'),
  parts: fc.array(part, { maxLength: 30 }),
});

/** Every object with a `type` in the payload, nested ones too, as Discord counts components. */
function countComponents(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce((sum: number, child) => sum + countComponents(child), 0);
  return inside + ('type' in value && !Array.isArray(value) ? 1 : 0);
}

describe('a reply that is fitted', () => {
  it('keeps every limit of a message, whatever it holds', () => {
    fc.assert(
      fc.property(reply, (wanted) => {
        const fitted = fit(wanted);
        const texts = shownText(fitted);
        expect(texts.join('').length).toBeLessThanOrEqual(limits.textLength);
        expect(texts.every((shown) => shown.trim() !== '')).toBe(true);
        expect(countComponents(toPayload(fitted, 'public').components)).toBeLessThanOrEqual(
          limits.components,
        );
        for (const each of fitted.parts) expectControlsToFit(each);
      }),
      { numRuns: 300 },
    );
  });

  it('is cut between characters, so that nothing broken is shown and nothing becomes live', () => {
    fc.assert(
      fc.property(untrusted, fc.nat(4000), (long, filler) => {
        const fitted = fit({
          tone: 'notice',
          parts: [text('small', 'x'.repeat(filler)), text('quote', long)],
        });
        for (const shown of shownText(fitted)) {
          expect(shown).not.toMatch(/\p{Cs}/u);
          const live = readMarkdown(shown).live.filter(
            (kind) => !['quote', 'small-print', 'address'].includes(kind),
          );
          expect(live).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives up the quote before the footnote that proves it', () => {
    const footnote = text('small', '¹ Roles, line 3');
    const fitted = fit({ tone: 'answered', parts: [text('quote', 'word '.repeat(2000)), footnote] });
    expect(fitted.parts[1]).toEqual(footnote);
    const [quote = ''] = shownText(fitted);
    expect(quote.endsWith('word…')).toBe(true);
    expect(quote.length).toBeGreaterThan(limits.textLength - 100);
  });

  it('fits at every length around the limit', () => {
    for (let length = limits.textLength - 20; length <= limits.textLength + 20; length += 1) {
      const [shown = ''] = shownText(fit({ tone: 'notice', parts: [text('plain', 'a'.repeat(length))] }));
      expect(shown).toBe(
        length <= limits.textLength ? 'a'.repeat(length) : `${'a'.repeat(limits.textLength - 1)}…`,
      );
    }
  });

  it('has no two controls of the same name', () => {
    const same = { label: 'Again', action: { name: 'ask', argument: 'k' }, look: 'quiet' } as const;
    expect(fit({ tone: 'notice', parts: [{ kind: 'buttons', buttons: [same, same] }] }).parts).toEqual([
      { kind: 'buttons', buttons: [same] },
    ]);
  });
});

describe('a text that is cut', () => {
  it('ends with a whole character and the sign that it was cut', () => {
    expect(cutText('👩‍👩‍👧👩‍👩‍👧', 9)).toBe('👩‍👩‍👧…');
    expect(cutText('short', 5)).toBe('short');
    expect(cutText('longer than that', 8)).toBe('longer…');
  });
});

function expectControlsToFit(each: Part): void {
  if (each.kind === 'buttons') {
    expect(each.buttons.length).toBeLessThanOrEqual(limits.buttonsInRow);
    for (const { label, action } of each.buttons) {
      expect(label.length).toBeLessThanOrEqual(limits.buttonLabelLength);
      expect(label).not.toBe('');
      expect(toCustomId(action).length).toBeLessThanOrEqual(limits.customIdLength);
    }
    expect(new Set(each.buttons.map(({ action }) => toCustomId(action))).size).toBe(each.buttons.length);
  }
  if (each.kind === 'select') {
    expect(each.choices.length).toBeGreaterThan(0);
    expect(each.choices.length).toBeLessThanOrEqual(limits.selectChoices);
    expect(new Set(each.choices.map(({ value }) => value)).size).toBe(each.choices.length);
  }
}
