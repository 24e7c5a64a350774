import { afterEach, beforeEach, expect, test } from 'vitest';

import { commonScope, type Library } from '../../src/library/library.ts';
import { relatedKey } from '../../src/library/related-key.ts';
import { KnowledgeFolder } from '../support/knowledge-folder.ts';

let folder: KnowledgeFolder;

// Written in this order, so that whatever comes first below comes first for its reason and not by its place.
const entries = [
  '## Why is the sky blue?\n\nIts name is written in a book about tea.',
  '## Drinks\n\naliases: what of tea\n\nThere is water.',
  '## Is there any tea?\n\nYes.',
  '## Tea with milk\n\nNo.',
  '## Tea\n\nIt is hot.',
];

beforeEach(async () => {
  folder = await KnowledgeFolder.create({ 'faq/a.md': entries.join('\n\n') });
});

afterEach(async () => {
  await folder.remove();
});

async function suggest(library: Library, typed: string, limit = 25): Promise<readonly string[]> {
  return (await library.suggestEntries(typed, commonScope, limit)).map(({ question }) => question);
}

test('entries come in this order: the exact name, its beginning, a word of it, another phrasing, the body', async () => {
  expect(await suggest(await folder.openLibrary(), 'tea')).toEqual([
    'Tea',
    'Tea with milk',
    'Is there any tea?',
    'Drinks',
    'Why is the sky blue?',
  ]);
});

test('every typed word must begin a word, whatever its case, accents and place', async () => {
  const library = await folder.openLibrary();
  expect(await suggest(library, 'TÉA mil')).toEqual(['Tea with milk']);
  expect(await suggest(library, 'milk tea')).toEqual(['Tea with milk']);
  expect(await suggest(library, 'ea')).toEqual([]);
  expect(await suggest(library, 'tea zebra')).toEqual([]);
});

test('with nothing typed the most asked entries come first, then the others in their order', async () => {
  const library = await folder.openLibrary();
  expect(await suggest(library, ' ')).toEqual([
    'Why is the sky blue?',
    'Drinks',
    'Is there any tea?',
    'Tea with milk',
    'Tea',
  ]);
  for (const question of ['Tea', 'Tea with milk', 'tea']) await library.answer(question, commonScope);
  expect((await suggest(library, '')).slice(0, 3)).toEqual(['Tea', 'Tea with milk', 'Why is the sky blue?']);
});

test('no more are given than asked for, the best ones', async () => {
  await folder.write('faq/b.md', Array.from({ length: 40 }, (_, i) => `## Teapot ${i}\n\nHot.`).join('\n\n'));
  const library = await folder.openLibrary();
  const offered = await suggest(library, 'tea');
  expect(offered).toHaveLength(25);
  expect(offered.slice(0, 2)).toEqual(['Tea', 'Tea with milk']);
  expect(await suggest(library, '')).toHaveLength(25);
});

test('what is offered is opened by its id', async () => {
  const library = await folder.openLibrary();
  for (const { id, question } of await library.suggestEntries('', commonScope, 25)) {
    expect(await library.entry(id, commonScope)).toMatchObject({ snippets: [{ entry: question }] });
  }
});

test('a key is 16 hexadecimal characters and differs for what differs', () => {
  const names = Array.from({ length: 5_000 }, (_, i) => `Question ${i}?`);
  const keys = names.map(relatedKey);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{16}$/u);
  expect(new Set(keys).size).toBe(names.length);
  // Buttons that were posted before a restart go on to work: the empty name gives the offset of FNV-1a.
  expect(relatedKey('')).toBe('cbf29ce484222325');
  expect(relatedKey('a')).toBe('af63dc4c8601ec8c');
});
