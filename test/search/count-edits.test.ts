import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createEditCounter } from '../../src/search/count-edits.ts';

/** The optimal string alignment distance as it is defined, from the ends of both words. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const cost = a.endsWith(b.slice(-1)) ? 0 : 1;
  const edits = Math.min(
    distance(a.slice(0, -1), b) + 1,
    distance(a, b.slice(0, -1)) + 1,
    distance(a.slice(0, -1), b.slice(0, -1)) + cost,
  );
  const isSwap = a.length > 1 && b.length > 1 && a.slice(-2) === b.slice(-1) + b.slice(-2, -1);
  return isSwap ? Math.min(edits, distance(a.slice(0, -2), b.slice(0, -2)) + 1) : edits;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

test('edits are those of the optimal string alignment, whatever was compared with the word before', () => {
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 1, maxLength: 5 }), fc.nat(4), (asked, others, most) => {
      const count = createEditCounter(asked, most);
      for (const other of others) expect(count(other)).toBe(Math.min(distance(asked, other), most + 1));
    }),
  );
});
