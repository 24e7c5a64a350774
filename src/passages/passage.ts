import type { Block } from '../corpus/document.ts';
import type { Language } from '../text/language.ts';
import type { LineRange, SourceText } from '../text/source-text.ts';

/** A block's place in the text of its passage; `end` is exclusive. */
export interface BlockRange {
  readonly kind: Block['kind'];
  readonly start: number;
  readonly end: number;
}

/** The smallest unit that is indexed and cited: a paragraph of an article, or the whole answer of an FAQ entry. */
export interface Passage extends SourceText {
  /** Unique and stable: `articles/roles#ask-a-moderator`, `…-2` for the second passage under a heading. */
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly headingTrail: readonly string[];
  /** The document's `url` with the section's anchor, unless that URL already has a fragment. */
  readonly url: string | null;
  readonly language: Language;
  readonly updated: string | null;
  /** ISO date after which it may be outdated. */
  readonly reviewOn: string | null;
  /** The FAQ entry's question; null for a passage of an article. */
  readonly question: string | null;
  /** Lines of the FAQ entry's question; for a passage of an article, the lines of its text. */
  readonly headLines: LineRange;
  /** Other phrasings of the entry's question, or other names of the article's subject. */
  readonly aliases: readonly string[];
  /** The blocks that make up `text`, which are separated by a blank line. `text` is empty for an open question. */
  readonly blocks: readonly BlockRange[];
}
