import weights from './fitted.json' with { type: 'json' };
import type { Step } from './steps.ts';
import type { Weights } from './weigh.ts';

/** Models are fitted apart for passages of articles and for FAQ entries. */
export interface ByKind {
  readonly article: Weights;
  readonly entry: Weights;
}

/** Every number that was fitted rather than chosen; written by `npm run fit`, which says what it was fitted on. */
export interface Fitted {
  /** Score of a hit. */
  readonly rank: ByKind;
  /** Score of a sentence within its passage. */
  readonly sentence: Weights;
  /** Log-odds that the best hit answers. */
  readonly confidence: ByKind;
  /** Least confidence of the outcomes. */
  readonly thresholds: { readonly answered: number; readonly suggested: number };
}

/** The numbers that come with Footnote. */
export const shippedFitted: Fitted = weights;

/** The same numbers with ranking or sentence choice left out: BM25 alone, and the first sentence. */
export function leaveStepsOut(fitted: Fitted, without: ReadonlySet<Step>): Fitted {
  return {
    ...fitted,
    rank: without.has('rerank') ? { article: { bm25: 1 }, entry: { bm25: 1 } } : fitted.rank,
    sentence: without.has('sentence') ? { first: 1 } : fitted.sentence,
  };
}

/** The model for a passage: `question` is null for one of an article. */
export function forKind(models: ByKind, { question }: { readonly question: string | null }): Weights {
  return question === null ? models.article : models.entry;
}
