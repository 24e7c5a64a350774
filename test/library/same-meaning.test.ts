import { expect, it } from 'vitest';

import { createSameMeaning } from '../../src/library/same-meaning.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';

const sameMeaning = createSameMeaning(await loadMeaning());
const joins = (a: string, b: string): boolean => sameMeaning.find(a, [{ phrasings: [b] }]).length > 0;

it.each([
  ['Is there a sauna?', 'is there a SAUNA'],
  ['Do you lend umbrellas to visitors?', 'do you lend an umbrella to visitors'],
  ['How do I change the colour of my name?', 'How can I change the colour of my name?'],
  ['¿Cuándo abre la piscina?', 'cuando abre la piscina'],
])('"%s" asks the same as "%s"', (a, b) => {
  expect(joins(a, b)).toBe(true);
  expect(joins(b, a)).toBe(true);
});

it.each([
  ['When does the pool open?', 'When does the pool close for winter repairs?'],
  ['Who feeds the cat?', 'Who feeds the swans on Sunday?'],
  ['How do I get a role?', 'How do I leave the server?'],
  ['¿Cuándo abre la piscina?', '¿Cuánto cuesta la piscina?'],
])('"%s" asks something else than "%s"', (a, b) => {
  expect(joins(a, b)).toBe(false);
});

it('names the phrasing that comes closest, and the closest item first', () => {
  const sauna = { id: 1, phrasings: ['where is the sweat room', 'is there a sauna'] };
  const other = { id: 2, phrasings: ['is there a sauna here'] };
  const found = sameMeaning.find('Is there a sauna?', [other, sauna]);
  expect(found.map(({ item, phrasing }) => [item.id, phrasing])).toEqual([
    [1, 'is there a sauna'],
    [2, 'is there a sauna here'],
  ]);
  expect(found[0]?.likeness).toBeCloseTo(1);
});
