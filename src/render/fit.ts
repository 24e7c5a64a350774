import { cutText, graphemeEnd } from './cut-text.ts';
import { limits } from './limits.ts';
import type { Part, Reply, Span, TextPart } from './reply.ts';
import { toMarkdown } from './to-markdown.ts';

/** What gives way first when a reply is too long: quotes can be looked up, footnotes are what they are looked up by. */
const givesWay = ['quote', 'plain', 'small'] as const;

/** The reply within all limits of one message: texts are cut between characters, and what is too much goes from the end. */
export function fit(reply: Reply): Reply {
  let parts = fitComponents(reply.parts.flatMap(fitControls));
  for (const style of givesWay) parts = fitTexts(parts, style);
  return { ...reply, parts };
}

function fitControls(part: Part): readonly Part[] {
  switch (part.kind) {
    case 'text':
      // Markdown is never shorter than what is seen of it, so this much is all that could be kept.
      return part.spans.length === 0 ? [] : [beginningOf(part, limits.textLength)];
    case 'separator':
      return [part];
    case 'buttons':
      return chunk(part.buttons, limits.buttonsInRow).map((buttons) => ({
        kind: 'buttons',
        buttons: buttons.map((button) => ({
          ...button,
          label: cutText(button.label, limits.buttonLabelLength),
        })),
      }));
    case 'select':
      return part.choices.length === 0
        ? []
        : [
            {
              ...part,
              placeholder: cutText(part.placeholder, limits.selectPlaceholderLength),
              choices: part.choices.slice(0, limits.selectChoices).map((choice) => ({
                ...choice,
                label: cutText(choice.label, limits.selectLabelLength),
              })),
            },
          ];
  }
}

function fitComponents(parts: readonly Part[]): readonly Part[] {
  // The container is a component too.
  let room = limits.components - 1;
  return parts.filter((part) => {
    room -= countComponents(part);
    return room >= 0;
  });
}

function countComponents(part: Part): number {
  switch (part.kind) {
    case 'text':
    case 'separator':
      return 1;
    case 'buttons':
      return 1 + part.buttons.length;
    case 'select':
      return 2;
  }
}

/** Cuts the texts of one style, the longest first, until the reply fits. */
function fitTexts(parts: readonly Part[], style: TextPart['style']): readonly Part[] {
  const fitted = [...parts];
  const order = parts
    .flatMap((part, index) => (part.kind === 'text' && part.style === style ? [{ part, index }] : []))
    .sort((a, b) => toMarkdown(b.part).length - toMarkdown(a.part).length);
  for (const { part, index } of order) {
    const excess = measureText(fitted) - limits.textLength;
    if (excess <= 0) break;
    fitted[index] = cutPart(part, toMarkdown(part).length - excess);
  }
  return fitted.filter((part) => part.kind !== 'text' || part.spans.length > 0);
}

function measureText(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'text' ? toMarkdown(part).length : 0), 0);
}

/** The longest beginning of a part whose Markdown has at most `length` code units; without spans when nothing fits. */
function cutPart(part: TextPart, length: number): TextPart {
  let fits = 0;
  let tooMuch = part.spans.reduce((sum, span) => sum + lengthOf(span), 0) + 1;
  while (tooMuch - fits > 1) {
    const middle = Math.floor((fits + tooMuch) / 2);
    if (toMarkdown(beginningOf(part, middle)).length <= length) fits = middle;
    else tooMuch = middle;
  }
  const cut = beginningOf(part, fits);
  // Escaping does not grow evenly: an address that is cut is escaped where a whole one is not.
  return toMarkdown(cut).length <= length ? cut : { ...part, spans: [] };
}

function beginningOf(part: TextPart, length: number): TextPart {
  let left = length;
  const spans: Span[] = [];
  for (const span of part.spans) {
    if (left <= 0) break;
    if (span.kind === 'countdown' || span.text.length <= left) spans.push(span);
    else {
      const text = span.text.slice(0, graphemeEnd(span.text, left));
      spans.push({ ...span, text: `${text.trimEnd()}…` });
    }
    left -= lengthOf(span);
  }
  return { ...part, spans };
}

function lengthOf(span: Span): number {
  return span.kind === 'countdown' ? 1 : span.text.length;
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.length === 0 ? [] : [items.slice(0, size), ...chunk(items.slice(size), size)];
}
