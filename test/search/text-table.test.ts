import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createTextTable } from '../../src/search/text-table.ts';

test('texts are numbered in the order in which they come first, and are found by their numbers', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.integer({ max: 5000, min: 0 }).map(String),
    fc.constant('__proto__'),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4000 }), (given) => {
      const table = createTextTable();
      const numbers = given.map((one) => table.take(one));
      const different = [...new Set(given)];
      expect(numbers).toEqual(given.map((one) => different.indexOf(one)));
      expect(table.texts).toEqual(different);
      expect(given.map((one) => table.numberOf(one))).toEqual(numbers);
      expect(table.numberOf('not there')).toBe(-1);
    }),
    { numRuns: 30 },
  );
});
