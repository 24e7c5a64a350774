import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createRunTable } from '../../src/search/run-table.ts';

/** The number of each run, in the order in which they come: what a map from strings would say. */
function expectNumbered(runs: readonly string[]): void {
  const table = createRunTable();
  const expected = new Map<string, number>();
  for (const run of runs) {
    const text = `(${run})`;
    const known = expected.get(run);
    expect(table.find(text, 1, 1 + run.length)).toBe(known ?? -1);
    if (known !== undefined) continue;
    expect(table.add(text, 1, 1 + run.length)).toBe(expected.size);
    expected.set(run, expected.size);
  }
}

test('a run has the number that it got when it came first, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é', '図'), minLength: 1, maxLength: 3 })),
      (runs) => {
        expectNumbered(runs);
      },
    ),
  );
});

test('a table grows: none of many runs is lost or taken for another', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `run${(i * 7919) % 12_000}`);
  expectNumbered(many);
});
