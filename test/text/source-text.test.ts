import { expect, test } from 'vitest';

import { linesOf } from '../../src/text/source-text.ts';

const source = {
  text: 'One two\nthree\n\nfour',
  lineStarts: [
    { offset: 0, line: 3 },
    { offset: 4, line: 4 },
    { offset: 8, line: 5 },
    { offset: 15, line: 9 },
  ],
};

test.each([
  ['the first word', 0, 3, [3, 3]],
  ['a word after a line break that the reader does not see', 4, 7, [4, 4]],
  ['over two lines', 0, 7, [3, 4]],
  ['a slice that ends right before a line', 8, 15, [5, 5]],
  ['the whole text', 0, 19, [3, 9]],
])('the lines of a slice: %s', (_, start, end, lines) => {
  expect(linesOf(source, start, end)).toEqual(lines);
});
