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

/** The same distance by the table of all beginnings of both words, which is fast enough for long ones. */
function tableDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, k: number): number => rows[i]?.[k] ?? Infinity;
  for (let i = 0; i <= a.length; i += 1) {
    for (let k = 0; k <= b.length; k += 1) {
      const cost = a[i - 1] === b[k - 1] ? 0 : 1;
      const isSwap = i > 1 && k > 1 && a.slice(i - 2, i) === b.charAt(k - 1) + b.charAt(k - 2);
      const edits = Math.min(
        i === 0 || k === 0 ? i + k : Infinity,
        at(i - 1, k) + 1,
        at(i, k - 1) + 1,
        at(i - 1, k - 1) + cost,
        isSwap ? at(i - 2, k - 2) + 1 : Infinity,
      );
      rows[i]?.splice(k, 1, edits);
    }
  }
  return at(a.length, b.length);
}

test('words of up to 32 letters of any script are counted alike; a longer one is refused', () => {
  const long = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ж', '字'), maxLength: 32 });
  fc.assert(
    fc.property(long, long, fc.nat(32), (asked, other, most) => {
      expect(createEditCounter(asked, most)(other)).toBe(Math.min(tableDistance(asked, other), most + 1));
    }),
  );
  expect(() => createEditCounter('a'.repeat(33), 1)).toThrow(RangeError);
});
