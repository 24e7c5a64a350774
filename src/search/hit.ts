import type { Passage } from '../passages/passage.ts';

import type { PassageEvidence } from './measure-passage.ts';

/** A passage that may answer, with what speaks for it. */
export interface Hit {
  readonly passage: Passage;
  /** Orders the hits of one question and nothing else. */
  readonly score: number;
  readonly evidence: PassageEvidence;
}
