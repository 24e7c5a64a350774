import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createMaxScore, type ScoredTerm } from '../../src/search/max-score.ts';
import { createPostingCounter, type Postings } from '../../src/search/pack-postings.ts';

/** What each passage has: impacts by term. */
type Impacts = readonly (readonly number[])[];

const termCount = 6;

/** The postings of passages, term 0 and so on; an impact of 0 is none. The passages are so far apart in an index. */
function postingsOf(impacts: Impacts, gap: number): Postings {
  const counter = createPostingCounter(impacts.length * gap, termCount);
  const forEach = (tell: (term: number, passage: number, impact: number) => void): void => {
    impacts.forEach((own, i) => {
      own.forEach((impact, term) => {
        if (impact > 0) tell(term, i * gap, impact);
      });
    });
  };
  forEach((term, passage) => {
    counter.count(term, passage);
  });
  const filler = counter.makeRoom();
  forEach((term, passage, impact) => {
    filler.add(term, passage, impact);
  });
  return filler.build();
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
// Some of 60 passages that are so far apart lie in another block than the first ones.
const gap = fc.constantFrom(1, 3000);
const terms = fc
  .uniqueArray(fc.integer({ min: 0, max: termCount + 1 }), { maxLength: termCount })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.integer({ min: 1, max: 30 }).map((weight) => ({ id, weight })))),
  );

test('rare terms first finds exactly the first passages that scoring every posting finds', () => {
  fc.assert(
    fc.property(
      impactsArbitrary,
      terms,
      fc.integer({ min: 1, max: 12 }),
      gap,
      (impacts, asked, limit, apart) => {
        const found = createMaxScore(postingsOf(impacts, apart)).find(asked, limit);
        expect(found).toEqual(findAll(impacts, asked, limit).map((passage) => passage * apart));
      },
    ),
    { numRuns: 500 },
  );
});

test('a question leaves nothing behind for the next one', () => {
  fc.assert(
    fc.property(impactsArbitrary, fc.array(terms, { minLength: 2, maxLength: 4 }), (impacts, questions) => {
      const shared = createMaxScore(postingsOf(impacts, 1));
      for (const asked of questions)
        expect(shared.find(asked, 3)).toEqual(createMaxScore(postingsOf(impacts, 1)).find(asked, 3));
    }),
  );
});
