import { expect, test } from 'vitest';

import { indexFiles } from '../support/index-files.ts';

const index = indexFiles({
  'articles/a.md':
    '# Flights\n\n## Transfer\n\nThey were extradited on seven aircraft.\n\n## Meals\n\nSoup was served.\n',
});
const passage = index.search(index.parse('extradited'), 1)[0]?.passage;

/** What comes closest in the first passage, by word of the question. */
function closestTo(question: string): Readonly<Record<string, string | null>> {
  const query = index.parse(question);
  const closest = passage === undefined ? [] : index.closestWords(query, passage);
  return Object.fromEntries(query.contentTerms.map(({ word }, i) => [word, closest[i] ?? null]));
}

test('the closest word of a passage is the same one, else one of the like spelling or meaning, else none', () => {
  expect(closestTo('Were seven airplanes used for the extradition?')).toMatchObject({
    seven: 'seven',
    airplanes: 'aircraft',
    extradition: 'extradited',
  });
  expect(closestTo('Is there soup?')).toEqual({ soup: null });
});

test('headings count, grammar words do not', () => {
  expect(closestTo('transfer')).toEqual({ transfer: 'transfer' });
  expect(closestTo('theyth')).toEqual({ theyth: null });
});
