/** Hits of a question that are looked at for confidence, snippets and related questions. */
export const consideredHits = 8;
