import type { LineRange } from '../text/source-text.ts';

/** What proves a snippet: where exactly it stands. */
export interface Citation {
  readonly title: string;
  readonly headingTrail: readonly string[];
  /** Source file, relative to the knowledge folder. */
  readonly path: string;
  readonly lines: LineRange;
  readonly url: string | null;
  /** ISO date of the document's last update. */
  readonly updated: string | null;
  /** ISO date after which the document may be outdated. */
  readonly reviewOn: string | null;
}

/** A contiguous slice of one passage, cut at sentence ends. */
export interface Snippet {
  readonly passageId: string;
  /** Exactly `passage.text.slice(a, b)` for some a and b. */
  readonly text: string;
  /** The answer sentence in `text`; `end` is exclusive. */
  readonly answer: { readonly start: number; readonly end: number };
  /** The question of the FAQ entry that the snippet is taken from. */
  readonly entry: string | null;
  /** Whether the passage goes on before or after the snippet. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
  readonly citation: Citation;
}

interface AnswerBase {
  /** 0 to 1: how likely the first snippet answers; of a question in several parts, how likely the least sure one is. */
  readonly confidence: number;
  /** Questions that the knowledge itself asks or headings that it has, each with an answer of its own. At most 3. */
  readonly related: readonly string[];
}

/** What a question comes to. */
export type Answer =
  | (AnswerBase & { readonly outcome: 'answered'; readonly snippets: readonly Snippet[] })
  /** None is sure to answer; the closest ones, best first. */
  | (AnswerBase & { readonly outcome: 'suggested'; readonly snippets: readonly Snippet[] })
  | (AnswerBase & {
      readonly outcome: 'unanswered';
      /** The knowledge asks this question itself and leaves it open: the snippet is the question as it stands there. */
      readonly raised: Snippet | null;
    });
