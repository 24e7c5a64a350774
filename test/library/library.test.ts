import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { commonScope, type Library } from '../../src/library/library.ts';
import { relatedKey } from '../../src/library/related-key.ts';
import { KnowledgeFolder } from '../support/knowledge-folder.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';

let folder: KnowledgeFolder;
let library: Library;
let time = 1_000;

beforeEach(async () => {
  time = 1_000;
  folder = await KnowledgeFolder.create(sampleKnowledge);
  library = await folder.openLibrary({ clock: { now: () => (time += 5) } });
});

afterEach(async () => {
  await folder.remove();
});

/** What the library quotes under this entry question or heading; null when it does not have it. */
async function quoted(name: string): Promise<string | null> {
  const answer = await library.answer(name, commonScope);
  return answer.outcome === 'answered' && answer.confidence === 1 ? (answer.snippets[0]?.text ?? null) : null;
}

const borrow = 'How many books may I borrow?';
const sevenBooks = 'Each reader may borrow seven books for four weeks.';

describe('a refresh', () => {
  test('reports what was added, changed and removed, in path order, and answers from it', async () => {
    await folder.write('faq/b.md', '## Is there tea?\n\nYes.\n');
    await folder.write('faq/a.md', '## Is there coffee?\n\nNo.\n');
    await folder.write('faq/library.md', `## ${borrow}\n\nNine.\n\n## Where do I pay?\n\nNowhere.\n`);
    await folder.remove('articles');
    expect(await library.refresh()).toEqual({
      outcome: 'swapped',
      reason: null,
      isConfirmable: false,
      added: ['faq/a.md', 'faq/b.md'],
      changed: ['faq/library.md'],
      removed: ['articles/map-room.md'],
      stale: [],
      passages: 4,
      problems: [],
      tookMs: 5,
    });
    expect(await quoted(borrow)).toBe('Nine.');
    expect(await quoted('Is there tea?')).toBe('Yes.');
    expect(await quoted('Copies')).toBeNull();
  });

  test('without changes reports none', async () => {
    expect(await library.refresh()).toMatchObject({
      outcome: 'swapped',
      added: [],
      changed: [],
      removed: [],
    });
    expect(await quoted(borrow)).toBe(sevenBooks);
  });

  test('of a folder that is gone keeps the last good snapshot and says why', async () => {
    await folder.remove();
    const report = await library.refresh();
    expect(report).toMatchObject({ outcome: 'kept', isConfirmable: false, removed: [], passages: 5 });
    const cause: unknown = expect.stringMatching(/^The knowledge folder ".*" does not exist: .*\.$/u);
    expect(report.reason).toEqual({ kind: 'unreadable', cause });
    expect(await quoted(borrow)).toBe(sevenBooks);
    await folder.write('faq/a.md', '## Is it back?\n\nYes.\n');
    await library.refresh({ confirmed: true });
    expect(await quoted('Is it back?')).toBe('Yes.');
  });

  test('that would drop over half of the passages waits for a confirmation', async () => {
    await folder.remove('faq');
    const report = await library.refresh();
    expect(report).toMatchObject({
      outcome: 'kept',
      isConfirmable: true,
      reason: { kind: 'fewer-passages', had: 5, left: 2 },
      removed: ['faq/library.md'],
    });
    expect(await quoted(borrow)).toBe(sevenBooks);
    expect(await library.refresh({ confirmed: true })).toMatchObject({ outcome: 'swapped', passages: 2 });
    expect(await quoted(borrow)).toBeNull();
  });

  test('of a file with an error keeps the last good version of it alone, until it is mended', async () => {
    await folder.write('faq/library.md', `---\ntags: {\n---\n\n## ${borrow}\n\nNine.\n`);
    await folder.write('faq/new.md', '## Is there tea?\n\nYes.\n');
    const report = await library.refresh();
    expect(report).toMatchObject({ outcome: 'swapped', stale: ['faq/library.md'], added: ['faq/new.md'] });
    expect(report.problems.map(({ path, severity }) => [path, severity])).toEqual([
      ['faq/library.md', 'error'],
    ]);
    expect(await quoted(borrow)).toBe(sevenBooks);
    expect(await quoted('Is there tea?')).toBe('Yes.');
    await folder.write('faq/library.md', `## ${borrow}\n\nTen.\n`);
    expect(await library.refresh()).toMatchObject({ changed: ['faq/library.md'], stale: [], problems: [] });
    expect(await quoted(borrow)).toBe('Ten.');
  });

  test('that is asked for while another runs comes after it and misses nothing', async () => {
    const first = library.refresh();
    await folder.write('faq/late.md', '## Is it late?\n\nYes.\n');
    const reports = await Promise.all([first, library.refresh(), library.refresh()]);
    expect(reports.flatMap(({ added }) => added)).toEqual(['faq/late.md']);
    expect(await quoted('Is it late?')).toBe('Yes.');
  });
});

test('a folder that is not there cannot be opened, in one sentence', async () => {
  await folder.remove();
  await expect(folder.openLibrary()).rejects.toThrow(/^The knowledge folder ".*" does not exist: .*\.$/u);
});

test('the status counts documents, passages and entries, and what was asked', async () => {
  await folder.write('faq/es.md', '---\nlanguage: es\n---\n\n## ¿Hay té?\n\nSí.\n\n## ¿Y café?\n');
  const report = await library.refresh();
  await library.answer(borrow, commonScope);
  await library.answer('asdfghjkl', commonScope);
  const { questions, repeated, problems, refreshedAt, ...counts } = await library.status(commonScope);
  expect(counts).toEqual({ documents: 3, passages: 6, entries: 5, languages: ['en', 'es'] });
  expect(report.passages).toBe(counts.passages);
  expect(questions).toEqual({ answered: 1, suggested: 0, unanswered: 1 });
  expect(repeated).toEqual({ asked: 2, remembered: 0 });
  expect(problems.map(({ rule }) => rule)).toEqual(['unanswered-question']);
  expect(refreshedAt).toEqual(new Date(1_010));
});

test('why a question is answered can be asked as often as one likes: it counts as no question', async () => {
  const question = 'how many books may a reader borrow';
  const before = (await library.status(commonScope)).questions;
  const { snippet, confidence } = await library.explain(question, commonScope);
  expect(await library.explain(question, commonScope)).toMatchObject({ snippet, confidence });
  expect((await library.status(commonScope)).questions).toEqual(before);
  const answer = await library.answer(question, commonScope);
  expect([confidence, snippet]).toEqual([
    answer.confidence,
    'snippets' in answer ? answer.snippets[0] : null,
  ]);
});

describe('the passages for some words', () => {
  test('are those that have any of them, best first, as many as asked for', async () => {
    const found = await library.find('copies of maps', commonScope, 2);
    expect(found[0]?.text).toBe('Copies of maps cost two coins each and are ready on Thursday.');
    expect(await library.find('book', commonScope, 1)).toHaveLength(1);
    expect(await library.find('asdfghjkl', commonScope, 5)).toEqual([]);
    expect(await library.find('', commonScope, 5)).toEqual([]);
  });

  test('leave out questions that are open', async () => {
    await folder.write('faq/open.md', '## Will there be tulips?\n');
    await library.refresh();
    expect(await library.find('tulips', commonScope, 5)).toEqual([]);
  });
});

test('an entry is opened by its id, its key or its question, whole; an open one is said to be open', async () => {
  await folder.write('faq/open.md', '## Will there be tea?\n');
  await library.refresh();
  for (const name of [
    'faq/library#how-many-books-may-i-borrow',
    relatedKey('faq/library#how-many-books-may-i-borrow'),
    borrow,
  ]) {
    expect(await library.entry(name, commonScope)).toMatchObject({
      outcome: 'answered',
      confidence: 1,
      snippets: [{ text: sevenBooks, entry: borrow }],
    });
  }
  expect(await library.entry('Will there be tea?', commonScope)).toMatchObject({
    outcome: 'unanswered',
    raised: { text: 'Will there be tea?' },
  });
  expect(await library.entry('articles/map-room#copies', commonScope)).toBeNull();
  expect(await library.entry('nothing of the kind', commonScope)).toBeNull();
});

test('passages and related questions are found by their keys as long as the knowledge has them', async () => {
  const passageKey = relatedKey('articles/map-room#copies');
  const text = 'Copies of maps cost two coins each and are ready on Thursday.';
  expect(await library.passage(passageKey, commonScope)).toMatchObject({ text });
  expect(await library.related(relatedKey(borrow), commonScope)).toBe(borrow);
  expect(await library.related(relatedKey('Copies'), commonScope)).toBe('Copies');
  await folder.remove('articles');
  await library.refresh();
  expect(await library.passage(passageKey, commonScope)).toBeNull();
  expect(await library.related(relatedKey('Copies'), commonScope)).toBeNull();
});

test('the titles of topics come each once, as many as asked for', async () => {
  await folder.write('articles/a.md', '# The library\n\nAnother one.\n');
  await library.refresh();
  expect(await library.topicTitles(commonScope, 5)).toEqual(['The library', 'The map room']);
  expect(await library.topicTitles(commonScope, 1)).toEqual(['The library']);
});

test('the topics are the source files in path order, with what can be asked of each', async () => {
  await folder.write(
    'articles/tea.md',
    '---\ntags: [tea, drink]\nurl: https://example.org/tea\nreview: 2027-01-31\n---\n\n# Tea\n\nHot.\n',
  );
  await library.refresh();
  expect(await library.topics(commonScope)).toEqual([
    {
      id: 'articles/map-room',
      title: 'The map room',
      path: 'articles/map-room.md',
      url: null,
      reviewOn: null,
      tags: [],
      passages: 2,
      headings: ['Opening a drawer', 'Copies'],
    },
    {
      id: 'articles/tea',
      title: 'Tea',
      path: 'articles/tea.md',
      url: 'https://example.org/tea',
      reviewOn: '2027-01-31',
      tags: ['tea', 'drink'],
      passages: 1,
      headings: [],
    },
    {
      id: 'faq/library#when-does-the-reading-room-open',
      title: 'The library',
      path: 'faq/library.md',
      url: null,
      reviewOn: null,
      tags: [],
      passages: 3,
      headings: ['When does the reading room open?', borrow, 'Where do I return a book?'],
    },
  ]);
});
