import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Snippet } from '../../src/answer/answer.ts';
import { cutSnippet } from '../../src/answer/cut-snippet.ts';
import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import { cutPassages } from '../../src/passages/cut-passages.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { splitWords } from '../../src/text/words.ts';
import { KnowledgeFolder } from '../support/knowledge-folder.ts';
import { commonScope } from '../../src/library/library.ts';

let folder: KnowledgeFolder;

beforeEach(async () => {
  folder = await KnowledgeFolder.create();
});

afterEach(async () => {
  await folder.remove();
});

function wordsOf(text: string): readonly string[] {
  return splitWords(text, 'en').map((word) => word.text);
}

/** The cited lines hold every word of the quote, its first word in the first line and its last in the last. */
function expectProven(snippet: Snippet, file: string): void {
  const [first, last] = snippet.citation.lines;
  const lines = file.split('\n').slice(first - 1, last);
  expect(lines).toHaveLength(last - first + 1);
  const quoted = wordsOf(snippet.text);
  expect(wordsOf(lines.join('\n'))).toEqual(expect.arrayContaining([...quoted]));
  expect(wordsOf(lines.at(0) ?? '')).toContain(quoted.at(0));
  expect(wordsOf(lines.at(-1) ?? '')).toContain(quoted.at(-1));
}

const filler = 'Nothing of note is said in this line, which only fills the paragraph up. '.repeat(3).trim();
const sentence = 'The brass key hangs behind\nthe keeper desk.';

test.each([
  [
    'Markdown',
    'articles/a.md',
    `---\ntitle: Maps\n---\n\n# Map room\n\n## Key\n\n${filler}\n${sentence}\n${filler}\n`,
    11,
  ],
  ['an FAQ', 'faq/a.md', `# Help\n\n## Where is it?\n\nalias: which place\n\nWell.\n\n${sentence}\n`, 7],
  ['plain text', 'a.txt', `Map room\n\n${filler}\n\n${sentence.replace('\n', ' ')}\n`, 5],
  [
    'HTML',
    'a.html',
    `<html><body>\n<h1>Map room</h1>\n<p>${filler}</p>\n<p>The <b>brass</b> key hangs behind\n<a href="/k">the keeper</a> desk.</p>\n</body></html>\n`,
    4,
  ],
  [
    'a list in YAML',
    'faq/a.yaml',
    `- question: Who?\n  answer: Nobody.\n- question: Where is it?\n  answer: |\n    The brass key hangs behind\n    the keeper desk.\n`,
    5,
  ],
])('a citation names the lines on which the quote stands: %s', async (_, path, text, line) => {
  for (const written of [text, `\ufeff${text.replaceAll('\n', '\r\n')}`]) {
    await folder.write(path, written);
    const [snippet] = await (await folder.openLibrary()).find('brass key behind keeper desk', commonScope, 1);
    if (snippet === undefined) throw new Error('The passage is found.');
    expect(snippet.citation.path).toBe(path);
    expect(snippet.citation.lines[0]).toBeGreaterThanOrEqual(line - 2);
    expect(snippet.citation.lines[0]).toBeLessThanOrEqual(line);
    expectProven(snippet, await readFile(join(folder.path, path), 'utf8'));
  }
});

/** Words that occur once, so that a line of the file is told by them. */
const shapes = fc.array(
  fc.record({
    kind: fc.constantFrom('paragraph', 'list', 'table', 'code', 'heading'),
    sentences: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 8 },
);

function write(blocks: readonly { readonly kind: string; readonly sentences: readonly number[] }[]): string {
  let number = 0;
  const next = (length: number): string =>
    Array.from({ length }, () => `word${(number += 1)}`)
      .join(' ')
      .replace(/^w/u, 'W');
  const lines = blocks.map(({ kind, sentences }) => {
    const texts = sentences.map((length) => `${next(length)}.`);
    if (kind === 'list') return texts.map((text) => `- ${text}`).join('\n');
    if (kind === 'table') return ['| a |', '|---|', ...texts.map((text) => `| ${text} |`)].join('\n');
    if (kind === 'code') return ['```', ...texts, '```'].join('\n');
    if (kind === 'heading') return `## ${next(2)}`;
    // Sentences that begin in the middle of a line and go over its end.
    return texts.join(' ').replace(/((?:\S+ ){7})/gu, (line) => `${line.trimEnd()}\n`);
  });
  return `# Title\n\n${lines.join('\n\n')}\n`;
}

test('whatever the text: every quote stands on the lines that its citation names', () => {
  fc.assert(
    fc.property(shapes, fc.constantFrom('articles/a.md', 'faq/a.md'), (blocks, path) => {
      const text = write(blocks);
      for (const passage of cutPassages(parseCorpus([{ path, text }]).documents)) {
        const sentences = splitSentences(passage.text, passage.language);
        sentences.forEach((_, at) => {
          expectProven(cutSnippet(passage, sentences, at), text);
        });
      }
    }),
    { numRuns: 60 },
  );
});
