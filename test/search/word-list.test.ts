import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createEditCounter } from '../../src/search/count-edits.ts';
import { createWordList } from '../../src/search/word-list.ts';

const word = fc.stringMatching(/^[abcñ]{1,7}$/u);

test('every word within so many edits is among the near ones, in the order of the list for its length', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 40 }),
      word,
      fc.integer({ min: 1, max: 2 }),
      (words, asked, most) => {
        const near = createWordList(words).near(asked, most);
        const wanted = words.filter((one) => createEditCounter(asked, most)(one) <= most);
        expect(near).toEqual(expect.arrayContaining(wanted));
        const sameLength = near.filter(({ length }) => length === asked.length);
        expect(sameLength).toEqual(words.filter((one) => sameLength.includes(one)));
      },
    ),
  );
});

test('what is no word is not listed', () => {
  expect(createWordList(['room3', '42', 'x-ray', 'room']).near('room', 2)).toEqual(['room']);
});
