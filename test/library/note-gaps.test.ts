import { describe, expect, it } from 'vitest';

import { findClosestGap } from '../../src/library/closest-gap.ts';
import { commonScope } from '../../src/library/library.ts';
import { createGapNoter, type GapNoter } from '../../src/library/note-gaps.ts';
import { createSameMeaning } from '../../src/library/same-meaning.ts';
import type { Store } from '../../src/library/store.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';
import { sampleSnippet } from '../support/sample-snippet.ts';
import { withStore } from '../support/store-place.ts';

const here = { guildId: '100000000000000001' };
const day = 24 * 60 * 60_000;
const nothing: Answer = { outcome: 'unanswered', confidence: 0, related: [], raised: null };
const closest: Answer = { outcome: 'suggested', confidence: 0.3, related: [], snippets: [] };
const answered: Answer = { outcome: 'answered', confidence: 0.9, related: [], snippets: [] };
const quoted: Answer = { ...answered, snippets: [sampleSnippet('At seven.')] };
const sameMeaning = createSameMeaning(await loadMeaning());

interface Bench {
  readonly gaps: GapNoter;
  readonly store: Store;
  readonly logged: string[];
  now: number;
}

const withNoter = (run: (bench: Bench) => Promise<void>): Promise<void> =>
  withStore('SQLite', async (store) => {
    const logged: string[] = [];
    const note = (fields: object, message: string): void =>
      void logged.push(JSON.stringify(fields) + message);
    const bench: Bench = {
      gaps: createGapNoter({
        store,
        library: {
          closestGap: (phrasing, guildId) => findClosestGap(store.gaps, sameMeaning, phrasing, guildId),
        },
        clock: { now: () => bench.now },
        logger: { info: note, warn: note, error: note },
      }),
      store,
      logged,
      now: 1000 * day,
    };
    await run(bench);
  });

describe('a question', () => {
  it('without an answer, and one with the closest alone, is kept under one gap with what asks the same', () =>
    withNoter(async ({ gaps, store }) => {
      const first = await gaps.note('Is there a sauna?', nothing, here);
      const second = await gaps.note('is there a Sauna', closest, here);
      expect(second).toEqual(first);
      await gaps.note('May I bring my dog?', nothing, here);
      expect(await store.gaps.list(here.guildId, ['open'])).toMatchObject([
        { phrasings: ['Is there a sauna?', 'is there a Sauna'], timesAsked: 2 },
        { phrasings: ['May I bring my dog?'], timesAsked: 1 },
      ]);
    }));

  it.each([
    ['that was answered', 'Is there a sauna?', answered, here],
    ['of a direct message', 'Is there a sauna?', nothing, commonScope],
    ['that is a greeting', 'Good morning', nothing, here],
    ['that is grammar alone', 'why is that?', nothing, here],
    ['that is an address alone', 'ann@example.org', nothing, here],
  ])('%s is not kept', (_what, question, answer, scope) =>
    withNoter(async ({ gaps, store }) => {
      expect(await gaps.note(question, answer, scope)).toEqual({ kind: 'none' });
      expect(await store.gaps.list(here.guildId, ['open', 'answered', 'dismissed'])).toEqual([]);
    }),
  );

  it('that a moderator dismissed is known again in other words, and not kept', () =>
    withNoter(async ({ gaps, store }) => {
      const noted = await gaps.note('Can you fix my neighbour?', nothing, here);
      if (noted.kind !== 'open') throw new Error('it is kept');
      const act = { by: '1', at: 1, interactionId: 'a' };
      await store.gaps.settle(here.guildId, noted.gapId, { kind: 'dismissed' }, act);
      expect(await gaps.note('can you fix my neighbour', nothing, here)).toEqual({ kind: 'dismissed' });
      expect(await store.gaps.list(here.guildId, ['open'])).toEqual([]);
    }));

  it('is forgotten 30 days after it was last asked', () =>
    withNoter(async (bench) => {
      const { gaps, store } = bench;
      await gaps.note('Is there a sauna?', nothing, here);
      bench.now += 29 * day;
      await gaps.forgetOld();
      expect(await store.gaps.list(here.guildId, ['open'])).toHaveLength(1);
      bench.now += 2 * day;
      await gaps.forgetOld();
      expect(await store.gaps.list(here.guildId, ['open'])).toEqual([]);
    }));

  it('is counted on its day by how it ended, unless it asks nothing, and the counts are kept for a year', () =>
    withNoter(async (bench) => {
      const { gaps, store } = bench;
      await gaps.note('Is there a sauna?', nothing, here);
      await gaps.note('May I bring my dog?', closest, here);
      await gaps.note('When does the pool open?', quoted, here);
      await gaps.note('Good morning', nothing, here);
      await gaps.note('Is there a sauna?', nothing, commonScope);
      const counted = { day: 1000, answered: 1, suggested: 1, unanswered: 1, opened: 2, settled: 0 };
      await gaps.close();
      expect(await store.tallies.days(here.guildId, 0)).toEqual([counted]);
      bench.now += 365 * day;
      await gaps.forgetOld();
      expect(await store.tallies.days(here.guildId, 0)).toEqual([counted]);
      bench.now += day;
      await gaps.forgetOld();
      expect(await store.tallies.days(here.guildId, 0)).toEqual([]);
    }));

  it('is answered all the same when the store is down, and the log does not hold it', () =>
    withNoter(async ({ gaps, store, logged }) => {
      await store.close();
      expect(await gaps.note('Is there a sauna?', nothing, here)).toEqual({ kind: 'none' });
      expect(logged.join('\n')).toContain('was not kept');
      expect(logged.join('\n')).not.toContain('sauna');
    }));
});
