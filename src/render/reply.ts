import type { Action, ActionName } from './action.ts';

/** A stretch of text. `text` and `label` are untrusted and plain: they become Discord Markdown in `to-markdown.ts` only. */
export type Span =
  | { readonly kind: 'plain' | 'bold' | 'italic'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** "in 3 seconds", counted by the reader's own client. */
  | { readonly kind: 'countdown'; readonly at: Date }
  /** The name of a person, shown by the reader's own client; it calls nobody. */
  | { readonly kind: 'person'; readonly id: string }
  /** The name of a channel, shown by the reader's own client. */
  | { readonly kind: 'channel'; readonly id: string };

/** A paragraph. */
export interface TextPart {
  readonly kind: 'text';
  /** `quote` stands behind a bar, `small` is small print. */
  readonly style: 'plain' | 'quote' | 'small';
  readonly spans: readonly Span[];
}

/** A button below the text. */
export interface Button {
  readonly label: string;
  readonly action: Action;
  readonly look: 'quiet' | 'main' | 'danger';
}

/** One of the options of a select. */
export interface Choice {
  readonly label: string;
  /** Argument of the select's action. */
  readonly value: string;
}

/** A menu of which one option can be chosen. */
export interface SelectPart {
  readonly kind: 'select';
  readonly action: ActionName;
  readonly placeholder: string;
  readonly choices: readonly Choice[];
  /** Value of the choice that holds now; null for none. */
  readonly chosen: string | null;
}

/** A menu of what there is in the server, filled by the reader's own client. */
export interface PickPart {
  readonly kind: 'pick';
  readonly what: 'channels' | 'roles';
  readonly action: Action;
  readonly placeholder: string;
  /** Ids of those that hold now. */
  readonly chosen: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** A picture, which is sent as a file. */
export interface PicturePart {
  readonly kind: 'picture';
  /** Lower-case letters and hyphens, unique in the reply. */
  readonly name: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  readonly png: Uint8Array;
}

/** What a reply is put together from. */
export type Part =
  | TextPart
  | SelectPart
  | PicturePart
  | PickPart
  | { readonly kind: 'separator' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

/** What the accent colour of a reply says. */
export type Tone = 'answered' | 'suggested' | 'unanswered' | 'notice' | 'fault';

/** What we want said, as data: one container, from top to bottom. */
export interface Reply {
  readonly tone: Tone;
  readonly parts: readonly Part[];
}

/** Whether the words of a span are known here; the others are filled in by the reader's own client. */
export function hasText(span: Span): span is Extract<Span, { readonly text: string }> {
  return span.kind !== 'countdown' && span.kind !== 'person' && span.kind !== 'channel';
}

/** A stretch of plain text. */
export function plain(text: string): Span {
  return { kind: 'plain', text };
}

/** A part of plain text; `spans` may be a single string. */
export function text(style: TextPart['style'], spans: string | readonly Span[]): TextPart {
  return { kind: 'text', style, spans: typeof spans === 'string' ? [plain(spans)] : spans };
}

/** A row of buttons, or nothing when there are none. */
export function buttonRow(buttons: readonly Button[]): readonly Part[] {
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}
