import { describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../src/storage/database/open-store.ts';
import { lacksPostgres, nameKind, withStore, type StoreKind } from '../../support/store-place.ts';

const spacingMs = 500;
const longMs = 60_000;

describe.each<StoreKind>(['SQLite', 'PostgreSQL'])('turns to log in, in %s', (kind) => {
  describe.skipIf(kind === 'PostgreSQL' && lacksPostgres)(nameKind(kind), () => {
    it('are taken by one of many that ask at once, from several connections; the others are told how long to wait', () =>
      withStore(kind, async (store, place) => {
        const others = await Promise.all(Array.from({ length: 3 }, () => openStore(place)));
        try {
          const stores = [store, ...others];
          const asked = Array.from({ length: 24 }, (_each, at) => stores[at % stores.length] ?? store);
          const waits = await Promise.all(asked.map(({ identifyTurns }) => identifyTurns.take(0, longMs)));
          expect(waits.filter((wait) => wait === 0)).toHaveLength(1);
          const told = waits.filter((wait) => wait !== 0);
          expect(Math.max(...told)).toBeLessThanOrEqual(longMs);
          expect(Math.min(...told)).toBeGreaterThan(longMs / 2);
        } finally {
          await Promise.all(others.map((other) => other.close()));
        }
      }));

    it('are a matter of each bucket by itself', () =>
      withStore(kind, async ({ identifyTurns }) => {
        expect(await identifyTurns.take(0, longMs)).toBe(0);
        expect(await identifyTurns.take(1, longMs)).toBe(0);
        expect(await identifyTurns.take(0, longMs)).toBeGreaterThan(0);
      }));

    it('come again after the time that was told, and not before, although whoever took the last one is gone', () =>
      withStore(kind, async (store, place) => {
        const gone = await openStore(place);
        const startedAt = Date.now();
        expect(await gone.identifyTurns.take(0, spacingMs)).toBe(0);
        await gone.close();
        await vi.waitFor(
          async () => {
            expect(await store.identifyTurns.take(0, spacingMs)).toBe(0);
          },
          { timeout: 10_000, interval: 5 },
        );
        expect(Date.now() - startedAt).toBeGreaterThanOrEqual(spacingMs);
        expect(await store.identifyTurns.take(0, spacingMs)).toBeGreaterThan(0);
      }));
  });
});
