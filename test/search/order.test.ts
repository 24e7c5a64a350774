import { describe, expect, test } from 'vitest';

import { rankPassages } from '../../src/answer/answer-question.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';

import { indexFiles } from '../support/index-files.ts';

/** Titles or entry questions of the passages, best first. */
function order(index: SearchIndex, question: string): readonly string[] {
  return rankPassages(question, index, 10).map(({ passage }) => passage.question ?? passage.text);
}

function article(...paragraphs: readonly string[]): SearchIndex {
  return indexFiles({ 'articles/a.md': `# House\n\n${paragraphs.join('\n\n')}\n` });
}

describe('the best passage comes first', () => {
  test('one that has every word of the question comes before those that have some', () => {
    const [all, some, none] = [
      'Visitors may take photographs in the garden without asking anybody for permission.',
      'Visitors may not bring dogs, and the fence around the old pond is not to be climbed.',
      'The kitchen was rebuilt after a fire and has been used by three families since then.',
    ];
    expect(order(article(none, some, all), 'may visitors take photographs in the garden')).toEqual([
      all,
      some,
      none,
    ]);
  });

  test('a rare word says more than a common one', () => {
    const [rare, ...common] = [
      'The chandelier was made by hand and hangs above the stairs of the eastern entrance.',
      'The house has a kitchen that the house keeper uses, and the house is warm in winter.',
      'The house was sold twice, and the house got a new roof when the house was a school.',
    ];
    expect(order(article(...common, rare), 'chandelier house')[0]).toBe(rare);
  });

  test('a sentence about a name comes before a row of a table that lists it', () => {
    const table = '| Date | Guests |\n|---|---|\n| May 3 | "El Pintor"; "El Poeta de la Plaza" |';
    const sentence = 'Ramon Ibarra, who is called "El Pintor", leads the painters of the old town.';
    expect(order(article(table, sentence), 'Who is El Pintor?')[0]).toBe(sentence);
  });

  test('words that stand together say more than the same words apart', () => {
    const together = 'Behind the barn stands a water mill that a family of millers ran for sixty years.';
    const apart = 'Fresh water comes from the well in the yard, sixty steps from the old paper mill.';
    expect(order(article(apart, together), 'is there a water mill')[0]).toBe(together);
    expect(order(article(together, apart), 'is there a water mill')[0]).toBe(together);
  });

  test('another form of a word finds it, and so does another word of the same meaning', () => {
    const travel = 'Two aircraft brought the painters and their crates to the island in the spring.';
    const others = [
      'The chairs in the hall were carved from a single oak that fell in a winter storm.',
      'Bread is baked on the first day of each week in the stone oven behind the stable.',
    ];
    const index = article(...others, travel);
    expect(order(index, 'who was bringing a crate')[0]).toBe(travel);
    expect(order(index, 'how many airplanes')[0]).toBe(travel);
  });

  test('a misspelt question finds what the well spelt one finds', () => {
    const oven = 'Bread is baked on the first day of each week in the stone oven behind the stable.';
    const index = article('The chairs in the hall were carved from oak that fell in a storm.', oven);
    expect(order(index, 'wher is bred bakked')[0]).toBe(oven);
  });
});

const faq = indexFiles({
  'faq/a.md': [
    '## How do I reset my password?\n\naliases: I forgot my login | ¿olvidó la clave?\n\nAsk a moderator.',
    '## How do I change my name?\n\nOpen the settings and type another one there.',
    '## Where do I reset the clock?\n\nIn the hall.',
  ].join('\n\n'),
  'articles/b.md': `# Clocks\n\n## Winding\n\n${'The clock is wound once a week. '.repeat(4)}\n\n${'It has two keys. '.repeat(6)}\n`,
});

describe('a passage that the question names', () => {
  test.each([
    ['How do I reset my password?', 'How do I reset my password?'],
    ['how do i RESET my pässword', 'How do I reset my password?'],
    ['I forgot my login!', 'How do I reset my password?'],
    ['Olvido la clave', 'How do I reset my password?'],
    ['where do I reset the clock', 'Where do I reset the clock?'],
  ])('is the only one, whatever case, accents and marks: %s', (question, entry) => {
    expect(order(faq, question)).toEqual([entry]);
  });

  test('may be a heading, and gives the passages below it in their order', () => {
    expect(order(faq, 'winding')).toEqual([
      'The clock is wound once a week. '.repeat(4).trim(),
      'It has two keys. '.repeat(6).trim(),
    ]);
  });

  test('may be one of many of that name, of which the first three speak for it', () => {
    const parts = Array.from(
      { length: 5 },
      (_, i) => `Drawer ${i} ${'holds more maps of rivers '.repeat(4)}today.`,
    );
    const many = indexFiles({ 'articles/a.md': `# Room\n\n## Maps\n\n${parts.join('\n\n')}\n` });
    expect(order(many, 'Maps')).toEqual(parts.slice(0, 3));
  });

  test('is not one that is named in part', () => {
    expect(faq.findNamed(faq.parse('reset my password'))).toEqual([]);
    expect(faq.findNamed(faq.parse('How do I reset my password today?'))).toEqual([]);
    expect(faq.findNamed(faq.parse(''))).toEqual([]);
  });
});

test('an entry is found by its other phrasings too', () => {
  expect(order(faq, 'forgot login, what now')[0]).toBe('How do I reset my password?');
});

test('of many passages the right one is found, and only as many are given as were asked for', () => {
  // More than are measured one by one, so the candidates have to be retrieved.
  const names = Array.from({ length: 300 }, (_, i) => `Quarter ${String.fromCharCode(65 + (i % 26))}${i}`);
  const text = names.map(
    (name, i) => `## ${name}\n\nIts postman is called Smith${i} and brings letters daily.`,
  );
  const index = indexFiles({ 'articles/post.md': `# Post\n\n${text.join('\n\n')}\n` });
  expect(index.size).toBe(300);
  const hits = index.search(index.parse('where is postman Smith217'), 5);
  expect(hits).toHaveLength(5);
  expect(hits[0]?.passage.text).toContain('Smith217');
  const scores = hits.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

test('an empty knowledge finds nothing', () => {
  const index = indexFiles({});
  expect(index.search(index.parse('anything'), 5)).toEqual([]);
  expect(index.findNamed(index.parse('anything'))).toEqual([]);
});

test('entries can be asked as if there were no articles, in the order that they have among them', () => {
  const question = 'who may use the sauna in the garden house';
  const index = indexFiles({
    'articles/sauna.md':
      '# Sauna\n\nWho may use the sauna in the garden house is what the keeper decides each day.\n',
    'faq/house.md':
      '## Who may use the sauna?\n\nMembers may use the sauna.\n\n## When does the garden open?\n\nIt opens at nine.\n',
  });
  const all = index.search(index.parse(question), 10);
  expect(all.some(({ passage }) => passage.question === null)).toBe(true);
  expect(index.searchEntries(index.parse(question), 10)).toEqual(
    all.filter(({ passage }) => passage.question !== null),
  );
});
