/** What Discord's Markdown comes to: blocks that hold inline pieces. */

export type Block =
  | { readonly kind: 'paragraph'; readonly inline: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inline: readonly Inline[] }
  | { readonly kind: 'small-print'; readonly inline: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code-block'; readonly code: string }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly ListItem[] };

/** `start` of a list is null for bullets. */
export interface ListItem {
  readonly inline: readonly Inline[];
  readonly nested: readonly Block[];
}

export type InlineStyle = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'styled'; readonly style: InlineStyle; readonly inline: readonly Inline[] }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'link'; readonly url: string; readonly inline: readonly Inline[] }
  | { readonly kind: 'mention'; readonly target: MentionTarget; readonly id: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'timestamp'; readonly atMs: number; readonly style: string };

/** For `everyone` the id is the word itself: `everyone` or `here`. */
export type MentionTarget = 'user' | 'role' | 'channel' | 'everyone';
