/** The steps of the pipeline that `npm run eval -- --without STEP` can leave out, to show what each brings. */
export const steps = [
  /** Words are indexed as they are spelled. */
  'stemming',
  /** Misspelt words are not corrected. */
  'spelling',
  /** Grammar words do not count at all. */
  'stop-words',
  /** Word frequencies are those of the knowledge alone. */
  'prior',
  /** No word vectors and no sentence vectors. */
  'meaning',
  /** Passages stay in the order of BM25. */
  'rerank',
  /** The first sentence of a passage is its answer sentence. */
  'sentence',
  /** An exact heading or entry question is asked like any other text. */
  'names',
] as const;

/** The name of a step. */
export type Step = (typeof steps)[number];
