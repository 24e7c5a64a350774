import fc from 'fast-check';
import { expect, test } from 'vitest';

import { languages } from '../../src/text/language.ts';
import { segmentStarts, sentenceStarts } from '../../src/text/sentence-starts.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '.',
    '!',
    '?',
    ' ',
    '  ',
    'a',
    'B',
    '7',
    ',',
    ';',
    ':',
    '-',
    '"',
    ')',
    "'",
    '\t',
    '\r',
    'é',
    '…',
  ),
  fc.constantFrom('The end. ', 'no. 5', 'e.g. this', 'U.S. Army', 'Why? Because', 'Stop! It', '3.5', 'v2.0.'),
  fc.string({ unit: 'grapheme-ascii', maxLength: 3 }),
);
const line = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

test('sentences begin where the segmenter has them begin, also where it is not asked', () => {
  fc.assert(
    fc.property(line, fc.constantFrom(...languages), (text, language) => {
      expect(sentenceStarts(text, language)).toEqual(segmentStarts(text, language));
    }),
    { numRuns: 5000 },
  );
});
