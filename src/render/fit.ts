import { toCustomId } from './action.ts';
import { graphemeEnd } from './cut-text.ts';
import { fitLabel } from './fit-label.ts';
import { limits } from './limits.ts';
import { hasText } from './reply.ts';
import type { Button, Choice, Part, Reply, SelectPart, Span, TextPart } from './reply.ts';
import { stripInvisible } from './strip-invisible.ts';
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
      return fitLongText(part);
    case 'separator':
      return [part];
    case 'buttons':
      return fitButtons(part.buttons);
    case 'select':
      return fitSelect(part);
    case 'picture':
      return [{ ...part, description: fitLabel(part.description, limits.pictureDescriptionLength) }];
    case 'pick':
      return [{ ...part, placeholder: fitLabel(part.placeholder, limits.selectPlaceholderLength) }];
  }
}

/** Markdown is never shorter than what is seen of it, so no more than the limit could ever be kept. */
function fitLongText(part: TextPart): readonly Part[] {
  const beginning = beginningOf(part, limits.textLength);
  return isBlank(beginning) ? [] : [beginning];
}

function fitButtons(buttons: readonly Button[]): readonly Part[] {
  const labelled = buttons
    .map((button) => ({ ...button, label: fitLabel(button.label, limits.buttonLabelLength) }))
    .filter((button) => button.label !== '');
  const distinct = distinctBy(labelled, (button) => toCustomId(button.action));
  return chunk(distinct, limits.buttonsInRow).map((row) => ({ kind: 'buttons', buttons: row }));
}

function fitSelect(part: SelectPart): readonly Part[] {
  const labelled = part.choices
    .map((choice): Choice => ({ ...choice, label: fitLabel(choice.label, limits.selectLabelLength) }))
    .filter((choice) => choice.label !== '');
  const choices = distinctBy(labelled, (choice) => choice.value).slice(0, limits.selectChoices);
  const placeholder = fitLabel(part.placeholder, limits.selectPlaceholderLength);
  return choices.length === 0 ? [] : [{ ...part, placeholder, choices }];
}

/** Discord refuses a message in which two controls have the same name. */
function distinctBy<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [nameOf(item), item])).values()].toReversed();
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
    case 'picture':
      return 1;
    case 'buttons':
      return 1 + part.buttons.length;
    case 'select':
    case 'pick':
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
  return fitted.filter((part) => part.kind !== 'text' || !isBlank(part));
}

/** Whether nothing of a part can be seen; Discord refuses such a text. */
function isBlank({ spans }: TextPart): boolean {
  return spans.every((span) => hasText(span) && stripInvisible(span.text).trim() === '');
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
    if (!hasText(span) || span.text.length <= left) spans.push(span);
    else {
      const text = span.text.slice(0, graphemeEnd(span.text, left));
      spans.push({ ...span, text: `${text.trimEnd()}…` });
    }
    left -= lengthOf(span);
  }
  return { ...part, spans };
}

function lengthOf(span: Span): number {
  return hasText(span) ? span.text.length : 1;
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.length === 0 ? [] : [items.slice(0, size), ...chunk(items.slice(size), size)];
}
