import type { PostingParts } from './postings.ts';
import type { Query } from './query.ts';

/** Finds the passages that share terms with a question. */
export interface CandidateIndex {
  /** Numbers of the passages that match best, best first. */
  retrieve(query: Query, limit: number): readonly number[];
}

/** Makes an index of passages whose terms are known. */
export type CreateCandidates = (parts: PostingParts) => CandidateIndex;
