import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Snippet } from '../../src/answer/answer.ts';
import { cutSnippet, wholeSnippet } from '../../src/answer/cut-snippet.ts';
import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import { cutPassages } from '../../src/passages/cut-passages.ts';
import type { Passage } from '../../src/passages/passage.ts';
import { splitSentences, type SentenceRange } from '../../src/text/sentences.ts';

function passagesOf(text: string, path = 'articles/a.md'): readonly Passage[] {
  return cutPassages(parseCorpus([{ path, text }]).documents);
}

function answerOf({ text, answer }: Snippet): string {
  return text.slice(answer.start, answer.end);
}

/** The snippet around the first sentence of the text that holds `words`. */
function quote(text: string, words: string, path?: string): Snippet {
  const passage = passagesOf(text, path).find((one) => one.text.includes(words));
  if (passage === undefined) throw new Error(`No passage holds "${words}".`);
  const sentences = splitSentences(passage.text, passage.language);
  return cutSnippet(
    passage,
    sentences,
    sentences.findIndex(({ start, end }) => passage.text.slice(start, end).includes(words)),
  );
}

const long = (name: string): string => `${name} ${'says one thing more '.repeat(12)}here.`;

describe('how much is quoted', () => {
  test('a short passage whole', () => {
    const snippet = quote('One is here. Two is there. Three is gone.', 'Two');
    expect(snippet.text).toBe('One is here. Two is there. Three is gone.');
    expect(answerOf(snippet)).toBe('Two is there.');
    expect(snippet.cut).toEqual({ before: false, after: false });
  });

  test('of a long one the answer sentence, with neighbours only while there is room', () => {
    const text = ['Alpha', 'Beta', 'Gamma'].map(long).join(' ');
    const snippet = quote(text, 'Beta');
    expect(answerOf(snippet)).toBe(long('Beta'));
    expect(snippet.text).toBe(long('Beta'));
    expect(snippet.cut).toEqual({ before: true, after: true });
    const short = quote(`${long('Alpha')} So it is. ${long('Beta')} It ends.`, 'So it is.');
    expect(short.text).toBe(`${long('Alpha')} So it is.`);
    expect(short.cut).toEqual({ before: false, after: true });
  });

  test('an FAQ answer whole where a paragraph of an article is cut, since it was written as one', () => {
    const answer = ['Alpha', 'Beta', 'Gamma'].map(long).join(' ');
    const snippet = quote(`## Why?\n\n${answer}\n`, 'Beta', 'faq/a.md');
    expect(snippet.text).toBe(answer);
    expect(answerOf(snippet)).toBe(long('Beta'));
    expect(snippet.entry).toBe('Why?');
  });

  test('neighbours come from the same paragraph', () => {
    const snippet = quote(
      `## Why?\n\n${long('Alpha')} So it is.\n\nIt ends. ${long('Beta')} ${long('Gamma')} ${long('Delta')}\n`,
      'So it is.',
      'faq/a.md',
    );
    expect(snippet.text).toBe(`${long('Alpha')} So it is.`);
  });

  test('steps whole when the answer sentence opens them', () => {
    const steps = Array.from({ length: 20 }, (_, i) => `${i + 1}. Turn the wheel number ${i} once around.`);
    const snippet = quote(`To open it you have to do the following:\n\n${steps.join('\n')}\n`, 'To open');
    expect(snippet.text).toBe(`To open it you have to do the following:\n\n${steps.join('\n')}`);
    expect(answerOf(snippet)).toBe('To open it you have to do the following:');
  });

  test('of a table the rows from its head to the answer', () => {
    const rows = Array.from({ length: 30 }, (_, i) => `| Town ${i} | ${i * 1000} people live there |`);
    const snippet = quote(`| Town | People |\n|---|---|\n${rows.join('\n')}\n`, 'Town 9 ');
    expect(answerOf(snippet)).toBe('Town 9 | 9000 people live there');
    expect(snippet.text).toMatch(/^Town \| People\n/u);
    expect(snippet.text).toMatch(/Town 9 \| 9000 people live there$/u);
  });

  test('of a table that is asked for by its head the first rows, and not the head alone', () => {
    const rows = Array.from({ length: 60 }, (_, i) => `| Town ${i} | ${i * 1000} people live there |`);
    const snippet = quote(`| Town | People |\n|---|---|\n${rows.join('\n')}\n`, 'Town | People');
    expect(answerOf(snippet)).toBe('Town | People');
    expect(snippet.text.split('\n').length).toBeGreaterThan(8);
    expect(snippet.text).toMatch(/people live there$/u);
    expect(snippet.cut).toEqual({ before: false, after: true });
  });
});

const sentence = fc.constantFrom(
  'The U.S. Justice Department agreed.',
  'Mr. Smith came at 3 p.m. on Monday.',
  'Why not?',
  '図書館は九時に開きます。',
  long('Alpha'),
  long('Beta'),
  'word '.repeat(500),
  '👍🏽'.repeat(700),
);
const block = fc.oneof(
  fc.array(sentence, { minLength: 1, maxLength: 8 }).map((sentences) => sentences.join(' ')),
  fc.array(sentence, { minLength: 1, maxLength: 8 }).map((sentences) => sentences.join('\n')),
  fc.constantFrom(
    'You need:',
    '- a\n- b. Or c.\n  - d',
    '1. Do this. Then that.\n'.repeat(60),
    '| a | b |\n|---|---|\n| 1. One | 2 |',
    `| a | b |\n|---|---|\n${'| one more row | with its words |\n'.repeat(60)}`,
    '```\nrun it.\n\n  now.\n```',
  ),
);
const document = fc
  .record({ blocks: fc.array(block, { minLength: 1, maxLength: 6 }), isEntry: fc.boolean() })
  .map(({ blocks, isEntry }) => ({
    text: `${isEntry ? '## What?' : '# Title'}\n\n${blocks.join('\n\n')}\n`,
    path: isEntry ? 'faq/a.md' : 'articles/a.md',
  }));

/** Where in the passage the snippet stands, so that its answer is the chosen sentence. */
function placeOf(snippet: Snippet, chosen: SentenceRange): { readonly start: number; readonly end: number } {
  const start = chosen.start - snippet.answer.start;
  return { start, end: start + snippet.text.length };
}

test('whatever the text and the sentence: a snippet is one slice of its passage, cut at sentence ends, and holds the answer', () => {
  fc.assert(
    fc.property(document, fc.nat(), ({ text, path }, pick) => {
      for (const passage of passagesOf(text, path)) {
        const sentences = splitSentences(passage.text, passage.language);
        const at = pick % sentences.length;
        const chosen = sentences[at];
        if (chosen === undefined) continue;
        const snippet = cutSnippet(passage, sentences, at);
        const { start, end } = placeOf(snippet, chosen);
        expect(snippet.text).toBe(passage.text.slice(start, end));
        expect(answerOf(snippet)).toBe(passage.text.slice(chosen.start, chosen.end));
        // No sentence is cut in two.
        expect(sentences.every((one) => one.end <= start || one.start >= start)).toBe(true);
        expect(sentences.every((one) => one.end <= end || one.start >= end)).toBe(true);
        expect(snippet.cut).toEqual({
          before: (sentences[0]?.start ?? 0) < start,
          after: (sentences.at(-1)?.end ?? 0) > end,
        });
        expect(snippet.text).not.toMatch(/\p{Cs}/u);
      }
    }),
    { numRuns: 200 },
  );
});

test('a passage quoted whole is all of it', () => {
  const [passage] = passagesOf('## What?\n\nThis. And that.\n\n- a\n', 'faq/a.md');
  if (passage === undefined) throw new Error('There is one passage.');
  expect(wholeSnippet(passage)).toMatchObject({
    passageId: 'faq/a#what',
    text: 'This. And that.\n\n- a',
    answer: { start: 0, end: 20 },
    cut: { before: false, after: false },
  });
});
