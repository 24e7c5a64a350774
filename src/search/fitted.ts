import type { Passage } from '../passages/passage.ts';

import weights from './fitted.json' with { type: 'json' };
import type { Query } from './query.ts';
import type { Step } from './steps.ts';
import type { Weights } from './weigh.ts';

/** What is fitted apart for passages of articles and for FAQ entries. */
export interface ByKind<Fit> {
  readonly article: Fit;
  readonly entry: Fit;
}

/**
 * What is fitted apart for a small knowledge base, where a question meets a dozen passages on one subject, and for a
 * large one, where words are told apart by how rare they are.
 */
export interface BySize<Fit> {
  readonly few: Fit;
  readonly many: Fit;
}

/** Least confidence of the outcomes. */
export interface Thresholds {
  readonly answered: number;
  readonly suggested: number;
}

/** Weights and thresholds. */
export interface Numbers {
  /** Score of a hit. */
  readonly rank: BySize<ByKind<Weights>>;
  /** Score of a sentence within its passage. */
  readonly sentence: Weights;
  /** Log-odds that the best hit answers. */
  readonly confidence: BySize<ByKind<Weights>>;
  readonly thresholds: BySize<ByKind<Thresholds>>;
}

/** Every number that was fitted rather than chosen; written by `npm run fit`, which says what it was fitted on. */
export interface Fitted {
  /** For questions whose meaning is known as a vector. */
  readonly vectors: Numbers;
  /** For all others, such as those in a language without word vectors: only words and letters are compared. */
  readonly letters: Numbers;
}

/** The numbers that come with Footnote. */
export const shippedFitted: Fitted = weights;

/** The numbers that hold for a question. */
export function numbersFor({ vectors, letters }: Fitted, { vector }: Pick<Query, 'vector'>): Numbers {
  return vector === null ? letters : vectors;
}

/** Up to this many passages a knowledge base is small: every passage is ranked, none is picked by its words first. */
export const fewPassages = 60;

const bm25Alone: ByKind<Weights> = { article: { bm25: 1 }, entry: { bm25: 1 } };

/** The same numbers with ranking or sentence choice left out: BM25 alone, and the first sentence. */
export function leaveStepsOut({ vectors, letters }: Fitted, without: ReadonlySet<Step>): Fitted {
  const leaveOut = (numbers: Numbers): Numbers => ({
    ...numbers,
    rank: without.has('rerank') ? { few: bm25Alone, many: bm25Alone } : numbers.rank,
    sentence: without.has('sentence') ? { first: 1 } : numbers.sentence,
  });
  return { vectors: leaveOut(vectors), letters: leaveOut(letters) };
}

/** What holds for a passage of its kind. */
export function forKind<Fit>({ article, entry }: ByKind<Fit>, { question }: Pick<Passage, 'question'>): Fit {
  return question === null ? article : entry;
}

/** What holds for a knowledge base of so many passages. */
export function forSize<Fit>({ few, many }: BySize<Fit>, passages: number): Fit {
  return passages <= fewPassages ? few : many;
}
