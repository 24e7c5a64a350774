import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createMaxScore, type ScoredTerm } from '../../src/search/max-score.ts';
import type { Postings } from '../../src/search/postings.ts';

/** What each passage has: impacts by term. */
type Impacts = readonly (readonly number[])[];

const termCount = 6;

/** The postings of passages, term 0 and so on; an impact of 0 is none. */
function postingsOf(impacts: Impacts): Postings {
  const lists = Array.from({ length: termCount }, (_, term) =>
    impacts.flatMap((own, passage) => ((own[term] ?? 0) > 0 ? [[passage, own[term] ?? 0] as const] : [])),
  );
  const ends = lists.map((_, term) => lists.slice(0, term + 1).flat().length);
  return {
    size: impacts.length,
    ids: Int32Array.from(lists.keys()),
    starts: Int32Array.from([0, ...ends]),
    passages: Int32Array.from(lists.flat(), ([passage]) => passage),
    impacts: Float32Array.from(lists.flat(), ([, impact]) => impact),
    greatest: Float32Array.from(lists, (list) => Math.max(0, ...list.map(([, impact]) => impact))),
  };
}

/** The same by scoring everything. */
function findAll(impacts: Impacts, terms: readonly ScoredTerm[], limit: number): readonly number[] {
  const scored = impacts.map((own, passage) => ({
    passage,
    score: terms.reduce((sum, { id, weight }) => sum + weight * (own[id] ?? 0), 0),
  }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, limit)
    .map(({ passage }) => passage);
}

// Eighths and small whole numbers add up without rounding, so equal scores are equal in any order of adding.
const impact = fc.oneof(
  { arbitrary: fc.constant(0), weight: 2 },
  { arbitrary: fc.integer({ min: 1, max: 40 }).map((eighths) => eighths / 8), weight: 1 },
);
const impactsArbitrary = fc.array(fc.array(impact, { minLength: termCount, maxLength: termCount }), {
  maxLength: 60,
});
const terms = fc
  .uniqueArray(fc.integer({ min: 0, max: termCount + 1 }), { maxLength: termCount })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.integer({ min: 1, max: 30 }).map((weight) => ({ id, weight })))),
  );

test('rare terms first finds exactly the first passages that scoring every posting finds', () => {
  fc.assert(
    fc.property(impactsArbitrary, terms, fc.integer({ min: 1, max: 12 }), (impacts, asked, limit) => {
      const found = createMaxScore(postingsOf(impacts)).find(asked, limit);
      expect(found).toEqual(findAll(impacts, asked, limit));
    }),
    { numRuns: 500 },
  );
});

test('a question leaves nothing behind for the next one', () => {
  fc.assert(
    fc.property(impactsArbitrary, fc.array(terms, { minLength: 2, maxLength: 4 }), (impacts, questions) => {
      const shared = createMaxScore(postingsOf(impacts));
      for (const asked of questions)
        expect(shared.find(asked, 3)).toEqual(createMaxScore(postingsOf(impacts)).find(asked, 3));
    }),
  );
});
