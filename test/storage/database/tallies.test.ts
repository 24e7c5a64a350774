import { describe, expect, it } from 'vitest';
import { act, fields, guildId, otherGuild } from '../../support/store-acts.ts';
import { lacksPostgres, nameKind, withStore, type StoreKind } from '../../support/store-place.ts';

const dayMs = 24 * 60 * 60_000;
const today = 20_000;
const noon = today * dayMs + dayMs / 2;
const nothing = { answered: 0, suggested: 0, unanswered: 0, opened: 0, settled: 0 };

describe.each<StoreKind>(['SQLite', 'PostgreSQL'])('what happened on each day, in %s', (kind) => {
  describe.skipIf(kind === 'PostgreSQL' && lacksPostgres)(nameKind(kind), () => {
    it('is how many questions ended in which way, oldest day first, for each server by itself', () =>
      withStore(kind, async ({ quotes, tallies }) => {
        await quotes.count([{ guildId, passageId: 'faq/pool', at: noon }]);
        await quotes.count([{ guildId, passageId: 'faq/dog', at: noon }]);
        await tallies.count([{ guildId, outcome: 'suggested', at: noon }]);
        await tallies.count([{ guildId, outcome: 'unanswered', at: noon - dayMs }]);
        await tallies.count([{ guildId, outcome: 'unanswered', at: noon - dayMs + 1 }]);
        await tallies.count([{ guildId: otherGuild, outcome: 'unanswered', at: noon }]);
        expect(await tallies.days(guildId, noon - dayMs)).toEqual([
          { ...nothing, day: today - 1, unanswered: 2 },
          { ...nothing, day: today, answered: 2, suggested: 1 },
        ]);
        expect(await tallies.days(guildId, noon)).toMatchObject([{ day: today }]);
        expect(await tallies.days(guildId, noon + dayMs)).toEqual([]);
      }));

    it('is how many gaps began and were settled, less those that were taken up again', () =>
      withStore(kind, async ({ entries, gaps, tallies }) => {
        const ask = (phrasing: string, gapId: string | null = null): Promise<string> =>
          gaps.record(guildId, { phrasing, at: noon, gapId });
        const at = { ...act(), at: noon + dayMs };
        const [sauna, dog, pool] = [await ask('a sauna?'), await ask('dogs?'), await ask('pool?')];
        await ask('is there a sauna', sauna);
        await gaps.settle(guildId, sauna, { kind: 'dismissed' }, { ...at, interactionId: 'x1' });
        await gaps.settle(
          guildId,
          dog,
          { kind: 'linked', documentId: 'faq/dog' },
          { ...at, interactionId: 'x2' },
        );
        await entries.add(guildId, fields, { ...at, interactionId: 'x3' }, pool);
        await entries.add(guildId, fields, { ...at, interactionId: 'x4' }, pool);
        await gaps.settle(guildId, sauna, { kind: 'reopened' }, { ...at, interactionId: 'x5' });
        await gaps.settle(guildId, sauna, { kind: 'reopened' }, { ...at, interactionId: 'x6' });
        expect(await tallies.days(guildId, noon)).toEqual([
          { ...nothing, day: today, opened: 3 },
          { ...nothing, day: today + 1, settled: 2 },
        ]);
      }));

    it('is forgotten when the day is older than that of a moment', () =>
      withStore(kind, async ({ tallies }) => {
        await tallies.count([{ guildId, outcome: 'unanswered', at: noon - dayMs }]);
        await tallies.count([{ guildId, outcome: 'suggested', at: noon }]);
        expect(await tallies.forget(noon + 1)).toBe(1);
        expect(await tallies.days(guildId, 0)).toEqual([{ ...nothing, day: today, suggested: 1 }]);
      }));
  });
});
