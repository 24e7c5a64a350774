import type { SourceText } from '../text/source-text.ts';

import type { Block } from './document.ts';

/** A heading and its rank, 1 for the highest. */
export interface Heading extends SourceText {
  readonly kind: 'heading';
  readonly level: number;
}

/** A text that is followed by its explanation, such as `<dt>` and `<summary>`: inside an FAQ section, a question. */
export interface Term extends SourceText {
  readonly kind: 'term';
}

/** What every format is read into: the headings, terms and blocks of a source file in reading order. */
export type OutlinePart = Heading | Term | Block;
