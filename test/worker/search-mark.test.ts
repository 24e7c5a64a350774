import { expect, test } from 'vitest';

import { createMark, watchSearches } from '../../src/worker/search-mark.ts';
import { findThreadTime, readThreadTime } from '../../src/worker/thread-time.ts';

test('a search that hardly ran, since other programs had the processors, is cut off later than one that ran', async () => {
  const mark = createMark();
  const cutOff: string[] = [];
  const watch = (name: string, ranMs: () => number | null): (() => void) =>
    watchSearches({ mark, withinMs: 15, ranMs, onOverdue: () => cutOff.push(name) });
  const stops = [watch('hardly ran', () => 0), watch('nobody counts what it ran', () => null)];
  // As another thread does while it searches.
  Atomics.store(new Int32Array(mark), 0, 1);
  await expect.poll(() => cutOff).toEqual(['nobody counts what it ran', 'hardly ran']);
  for (const stop of stops) stop();
});

test('a thread that works has run for some time, where the system counts that', () => {
  const found = findThreadTime();
  const before = readThreadTime(found);
  let sum = 0;
  for (let at = 0; at < 20_000_000; at += 1) sum += at % 7;
  const after = readThreadTime(found);
  expect(sum).toBeGreaterThan(0);
  if (before === null || after === null) expect(process.platform).not.toBe('linux');
  else expect(after).toBeGreaterThan(before);
});
