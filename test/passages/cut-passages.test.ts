import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import { cutPassages } from '../../src/passages/cut-passages.ts';
import type { Passage } from '../../src/passages/passage.ts';
import { linesOf } from '../../src/text/source-text.ts';

function cut(text: string, path = 'articles/roles.md'): readonly Passage[] {
  return cutPassages(parseCorpus([{ path, text }]).documents);
}

const long = (letter: string): string => `${letter.repeat(30)} ${letter.repeat(30)} ends here.`;

test('a paragraph is a passage of its own, with an id, a heading trail and its lines', () => {
  const passages = cut(`# Roles\n\n${long('a')}\n\n## Ask a moderator\n\n${long('b')}\n\n${long('c')}\n`);
  expect(
    passages.map(({ id, headingTrail, text, headLines }) => [id, headingTrail, text, headLines]),
  ).toEqual([
    ['articles/roles', [], long('a'), [3, 3]],
    ['articles/roles#ask-a-moderator', ['Ask a moderator'], long('b'), [7, 7]],
    ['articles/roles#ask-a-moderator-2', ['Ask a moderator'], long('c'), [9, 9]],
  ]);
});

test('ids stay unique where a heading is called like a second passage', () => {
  const passages = cut(`# T\n\n## Roles\n\n${long('a')}\n\n${long('b')}\n\n## Roles 2\n\n${long('c')}\n`);
  expect(passages.map(({ id }) => id)).toEqual([
    'articles/roles#roles',
    'articles/roles#roles-3',
    'articles/roles#roles-2',
  ]);
});

test('a line that leads in a list stays with it', () => {
  const [passage, ...others] = cut(
    `To join the team of helpers you first of all need three different things:\n\n- a\n- b\n`,
  );
  expect(others).toEqual([]);
  expect(passage?.blocks.map(({ kind, start, end }) => [kind, passage.text.slice(start, end)])).toEqual([
    ['paragraph', 'To join the team of helpers you first of all need three different things:'],
    ['list', '- a\n- b'],
  ]);
  expect(passage?.text).toContain('things:\n\n- a');
});

test('a very short sentence goes with the paragraph after it, at the end with the one before it', () => {
  const passages = cut(`Note this.\n\n${long('a')}\n\n${long('b')}\n\nThat is all.\n`);
  expect(passages.map(({ text }) => text)).toEqual([
    `Note this.\n\n${long('a')}`,
    `${long('b')}\n\nThat is all.`,
  ]);
});

test('a long paragraph is cut at sentence ends, and each part knows its lines', () => {
  const sentences = Array.from(
    { length: 60 },
    (_, index) => `Sentence number ${index} says something about roles.`,
  );
  const passages = cut(sentences.join('\n'));
  expect(passages.map(({ text }) => text).join(' ')).toBe(sentences.join(' '));
  for (const passage of passages) {
    expect(passage.text.length).toBeLessThanOrEqual(2000);
    expect(passage.text).toMatch(/^Sentence .* roles\.$/u);
    const [first, last] = linesOf(passage, 0, passage.text.length);
    expect(passage.text.startsWith(sentences[first - 1] ?? '?')).toBe(true);
    expect(passage.text.endsWith(sentences[last - 1] ?? '?')).toBe(true);
  }
});

test('long code is cut between its lines and keeps their indentation', () => {
  const lines = Array.from({ length: 200 }, (_, index) => `    call(${index}, "some argument");`);
  const passages = cut(`\`\`\`\n${lines.join('\n')}\n\`\`\`\n`);
  expect(passages.length).toBeGreaterThan(1);
  expect(passages.map(({ text }) => text).join('\n')).toBe(lines.join('\n'));
});

test('a paragraph of the largest file that may be read is cut in reasonable time', () => {
  const passages = cut('Some sentence here. '.repeat(50_000));
  expect(passages).toHaveLength(500);
});

test('an FAQ entry is one passage with its whole answer, and an open question an empty one', () => {
  const passages = cut(
    '## How?\n\nalias: in what way\n\nFirst do this.\n\n- a\n- b\n\n## Why?\n',
    'faq/help.md',
  );
  expect(
    passages.map(({ id, question, aliases, text, headLines, blocks }) => ({
      id,
      question,
      aliases,
      text,
      headLines,
      blocks: blocks.length,
    })),
  ).toEqual([
    {
      id: 'faq/help#how',
      question: 'How?',
      aliases: ['in what way'],
      text: 'First do this.\n\n- a\n- b',
      headLines: [1, 1],
      blocks: 2,
    },
    { id: 'faq/help#why', question: 'Why?', aliases: [], text: '', headLines: [10, 10], blocks: 0 },
  ]);
});

test('the address of a document leads to the section, unless it has a fragment already', () => {
  const urls = (url: string): readonly (string | null)[] =>
    cut(`---\nurl: ${url}\n---\n\n${long('a')}\n\n## Más roles\n\n${long('b')}\n`).map(
      (passage) => passage.url,
    );
  expect(urls('https://example.org/roles')).toEqual([
    'https://example.org/roles',
    'https://example.org/roles#m%C3%A1s-roles',
  ]);
  expect(urls('https://example.org/#top')).toEqual(['https://example.org/#top', 'https://example.org/#top']);
});

test('the URL of an entry in a list is its own, and stays as it was written', () => {
  const list = '- question: How?\n  answer: So.\n  url: https://example.org/how\n';
  const { documents } = parseCorpus([{ path: 'list.yaml', text: list }]);
  expect(cutPassages(documents).map(({ url }) => url)).toEqual(['https://example.org/how']);
});

const part = fc.constantFrom(
  '# Title',
  '## Section',
  '### Sub',
  'Short.',
  'You need:',
  long('x'),
  long('y').repeat(40),
  'word '.repeat(900),
  '- a\n- b\n  - c',
  `- ${'item '.repeat(30)}\n`.repeat(30),
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '```\ncode\n\n  more\n```',
  '👍🏽'.repeat(900),
  '## FAQ\n\n### What?\n\nThat.\n\n### Open?',
);

test('whatever the text: a passage is made of its blocks, its ids are unique, its lines ascend and are in the file', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.constantFrom('a.md', 'faq/a.md'), (parts, path) => {
      const text = parts.join('\n\n');
      const passages = cut(text, path);
      expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
      for (const passage of passages) {
        expect(passage.blocks.map(({ start, end }) => passage.text.slice(start, end)).join('\n\n')).toBe(
          passage.text,
        );
        // No half of a surrogate pair.
        expect(passage.text).not.toMatch(/\p{Cs}/u);
        const { lineStarts } = passage;
        if (passage.text !== '') expect(lineStarts[0]?.offset).toBe(0);
        for (const [index, { offset, line }] of lineStarts.entries()) {
          expect(offset).toBeGreaterThan(lineStarts[index - 1]?.offset ?? -1);
          expect(line).toBeGreaterThanOrEqual(lineStarts[index - 1]?.line ?? 1);
          expect(line).toBeLessThanOrEqual(text.split('\n').length);
        }
      }
    }),
    { numRuns: 150 },
  );
});
