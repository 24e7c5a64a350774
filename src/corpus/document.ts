import type { Language } from '../text/language.ts';
import type { LineRange, SourceText } from '../text/source-text.ts';

import type { Problem } from './problem.ts';

/**
 * One block of a document as a reader sees it. A list or table is one block with one item or row a line (items keep
 * their marker, cells are separated by ` | `); code is kept as it is.
 */
export interface Block extends SourceText {
  readonly kind: 'paragraph' | 'list' | 'table' | 'code';
}

/** Where a document may be quoted, and to whom. A list without a name lets nobody read it. */
export interface Restriction {
  /** Ids of channels or categories, or their names in lower case; null for all of them. */
  readonly channels: readonly string[] | null;
  /** Ids of roles, or their names in lower case; null for everyone. */
  readonly roles: readonly string[] | null;
}

interface DocumentBase {
  /** Unique in the corpus and stable over refreshes: the path without extension, for an FAQ entry `path#slug`. */
  readonly id: string;
  /** Path of the source file, relative to the knowledge folder, with forward slashes. */
  readonly path: string;
  /** Title of the source file: front matter, first heading, or the file's name made readable. */
  readonly title: string;
  /** Where a reader finds the document on the web. */
  readonly url: string | null;
  readonly tags: readonly string[];
  readonly language: Language;
  /** ISO date of the last update, when the front matter states one. */
  readonly updated: string | null;
  /** ISO date after which the document may be outdated. */
  readonly reviewOn: string | null;
  /** Null for a document that may be quoted everywhere. */
  readonly restriction: Restriction | null;
}

/** The blocks under one heading of an article; the blocks before the first heading have an empty heading trail. */
export interface Section {
  /** Titles from below the article's title down to this section's own heading. */
  readonly headingTrail: readonly string[];
  /** Fragment of the heading, unique in the document: the slug of its text. Empty above the first heading. */
  readonly anchor: string;
  readonly blocks: readonly Block[];
}

/** A document of sections. */
export interface Article extends DocumentBase {
  readonly kind: 'article';
  /** Other names of the article's subject, from its front matter. */
  readonly aliases: readonly string[];
  readonly sections: readonly Section[];
}

/** A question with its answer. */
export interface FaqEntry extends DocumentBase {
  readonly kind: 'entry';
  readonly question: string;
  /** Other phrasings of the question. */
  readonly aliases: readonly string[];
  /** Headings above the question, without the document's title and without the question itself. */
  readonly headingTrail: readonly string[];
  /**
   * Fragment of the question, unique in its source file: the slug of its text. Empty where `url` is the address of the
   * entry itself and not that of its file.
   */
  readonly anchor: string;
  /** Empty when the knowledge raises the question and gives no answer. */
  readonly answer: readonly Block[];
  /** Lines of the question itself. */
  readonly questionLines: LineRange;
}

/** One parsed source. */
export type Document = Article | FaqEntry;

/** Everything that was read from the source files of one knowledge folder. */
export interface Corpus {
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
}

/** A source file as it was read: decoded, with `\n` line ends, without byte order mark. */
export interface SourceFile {
  /** Path relative to the knowledge folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** What the file system said of the file; missing where that would not prove that it is unchanged. */
  readonly stamp?: string;
}
