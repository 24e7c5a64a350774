import { expect, test } from 'vitest';

import { outlineOf, readOne } from './read-one.ts';

const club = `The chess club meets on Tuesday, March 3, 2026, in the old library of the town, and everyone may come along.
Opening hours
Doors open at seven in the evening and close at ten; on holidays the club stays closed the whole day.
Frequently Asked Questions
Is there a fee?
Yes
Where do I find the room?
It is on the second floor, behind the reading hall.
Will there be a tournament this year?
`;

test('a paragraph a line: bare short lines are headings, lines ending in "?" of the FAQ are questions', () => {
  const { article, entries, problems } = readOne('chess-club.txt', club);
  expect(article?.title).toBe('Chess club');
  expect(outlineOf(article)).toEqual([
    { trail: [], blocks: [expect.stringMatching(/^The chess club/u)] },
    { trail: ['Opening hours'], blocks: [expect.stringMatching(/^Doors open/u)] },
  ]);
  expect(entries.map((entry) => [entry.question, entry.answer.map((block) => block.text)])).toEqual([
    ['Is there a fee?', ['Yes']],
    ['Where do I find the room?', ['It is on the second floor, behind the reading hall.']],
    ['Will there be a tournament this year?', []],
  ]);
  expect(problems).toEqual([
    {
      path: 'chess-club.txt',
      line: 9,
      severity: 'warning',
      rule: 'unanswered-question',
      message:
        'unexpected question without an answer "Will there be a tournament this year?", expected its answer below it',
    },
  ]);
});
