import type { Asked } from '../search/asked.ts';
import type { Thresholds } from '../search/fitted.ts';

import type { Answer, Snippet } from './answer.ts';

/** A word of the question with the word of the passage that comes closest to it. */
export interface CloseWord {
  readonly word: string;
  readonly closest: string;
}

/** What a reason says; together with its effect it reads as a sentence. */
export type Finding =
  /** Words of the question in the sentence that was chosen; elsewhere in its passage or in what stands above it. */
  | { readonly kind: 'inSentence' | 'elsewhere'; readonly words: readonly string[] }
  /** Words that the passage does not have, but others of like meaning or spelling. */
  | { readonly kind: 'close'; readonly words: readonly CloseWord[] }
  /** Words that the passage lacks: names and numbers, words that occur nowhere in the knowledge, and all others. */
  | { readonly kind: 'missingNames' | 'unknown' | 'missing'; readonly words: readonly string[] }
  /** Whether the sentence holds a thing of the kind that the question asks for. */
  | { readonly kind: 'asked'; readonly asked: Asked }
  /**
   * From 0 to 1. `standsOut`: the chance that this passage is the right one if one of them is. `meaning`: how alike
   * question and sentence are. `entryQuestion`: how far the question agrees with that of the FAQ entry.
   */
  | { readonly kind: 'standsOut' | 'meaning' | 'entryQuestion'; readonly share: number }
  /** The question speaks of its asker or of the one asked, and the passage of neither. */
  | { readonly kind: 'unaddressed' }
  /** The question has none but grammar words. */
  | { readonly kind: 'onlyGrammar' }
  /** The question has so few words that carry meaning. */
  | { readonly kind: 'fewWords'; readonly count: number };

/** A finding with the way it speaks and how much it counts. */
export type Reason = Finding & {
  readonly effect: 'for' | 'against';
  /**
   * In log-odds. For: what the confidence would lose without it. Against: what it would win if it were otherwise.
   * Orders the reasons of one question and nothing else.
   */
  readonly weight: number;
};

/** Why a question was answered as it was. */
export interface Explanation {
  readonly outcome: Answer['outcome'];
  readonly confidence: number;
  /** What decided: an exact name, mere courtesy, a question that the knowledge leaves open, or else the confidence. */
  readonly by: 'name' | 'courtesy' | 'openQuestion' | 'confidence';
  /** From the passage that this is about, the best one, even where it is not shown; null when there is none. */
  readonly snippet: Snippet | null;
  /** What the confidence was held against; null when it did not decide. */
  readonly thresholds: Thresholds | null;
  /** Words of the question that were taken for slips of the pen, as they were understood. */
  readonly respelled: readonly string[];
  /** The weightiest first; none when the confidence did not decide. */
  readonly reasons: readonly Reason[];
}
