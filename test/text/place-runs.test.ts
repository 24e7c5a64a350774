import fc from 'fast-check';
import { expect, test } from 'vitest';

import { placeRuns, runPattern } from '../../src/text/place-runs.ts';

const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'Z',
    '9',
    '.',
    ',',
    "'",
    '’',
    '+',
    '#',
    '-',
    ' ',
    'é',
    '１',
    '図',
    '\u0301',
    '\u200b',
    '😀',
  ),
  fc.constantFrom("don't", 'U.S.', '1,000', 'C++', 'km'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(''));

test('runs are found where the pattern finds them, whatever stands around them', () => {
  fc.assert(
    fc.property(text, (one) => {
      const found = [...one.matchAll(runPattern)].flatMap(({ 0: run, index }) => [index, index + run.length]);
      expect(placeRuns(one)).toEqual(found);
    }),
    { numRuns: 2000 },
  );
});
