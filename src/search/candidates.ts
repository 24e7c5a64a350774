import type { CreateCandidates } from './candidate-index.ts';
import { createMaxScore } from './max-score.ts';
import { createMiniSearchCandidates } from './minisearch-candidates.ts';
import { createPostings } from './postings.ts';

/** Up to this many passages MiniSearch finds them; what was measured above it is in ARCHITECTURE.md. */
const mostForMiniSearch = 500;

/** MiniSearch for the knowledge of most communities, postings of our own above that. */
export const createCandidates: CreateCandidates = (parts) =>
  parts.passages.length <= mostForMiniSearch
    ? createMiniSearchCandidates(parts)
    : createPostingCandidates(parts);

/** BM25+ over postings in typed arrays. */
export const createPostingCandidates: CreateCandidates = (parts) => {
  const maxScore = createMaxScore(createPostings(parts));
  return {
    retrieve: ({ contentTerms }, limit) =>
      maxScore.find(
        contentTerms.flatMap(({ ids, idf }) => ids.map((id) => ({ id, weight: idf }))),
        limit,
      ),
  };
};
