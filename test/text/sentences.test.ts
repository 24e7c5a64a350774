import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { languages, type Language } from '../../src/text/language.ts';
import { splitSentences } from '../../src/text/sentences.ts';

function split(text: string, language: Language = 'en'): readonly string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** Sentences that are written one after the other, with a space between them, must come back as they were. */
function expectSeparate(language: Language, sentences: readonly string[], separator = ' '): void {
  expect(split(sentences.join(separator), language)).toEqual(sentences);
}

describe('an abbreviation does not end a sentence', () => {
  test.each([
    ['a title before a name', 'Mr. Smith and Dr. No met Prof. Will Green.'],
    ['an acronym before a name', 'The U.S. Justice Department agreed.'],
    ['initials', 'J. K. Rowling and George W. Bush spoke.'],
    ['a number', 'See No. 5, Vol. II and Fig. 3 on p. 12.'],
    ['a month or a weekday before a number', 'It opened on Sat. 7 Jan. 2023 at noon.'],
    ['a company before a name', 'They hired Acme Inc. Europe and Smith Bros. Trading.'],
    ['words that lead something in', 'Use a tool, e.g. Chapter 3, i.e. Hammer vs. Nail.'],
    ['a time of day', 'It starts at 3 p.m. on Monday.'],
  ])('%s', (_, sentence) => {
    expectSeparate('en', [sentence, 'Another one follows.']);
  });

  test('in other languages', () => {
    expectSeparate('es', [
      'El Sr. García y la Dra. Paz hablaron.',
      'Los EE. UU. y España firmaron.',
      'Vea la pág. 12.',
      '¿Cuándo?',
      '¡Hoy!',
    ]);
    expectSeparate('de', ['Nr. 5 gilt z. B. am 3. Mai und für den 2. Platz.', 'Das Haus schließt um 3.']);
    expectSeparate('fr', ['Mme. Curie a vu M. Dupont.', 'Il est parti.']);
  });
});

describe('a word that is spelled like an abbreviation ends a sentence', () => {
  test.each([
    [['The answer is no.', 'Maria went home.']],
    [['We sat in the sun.', 'Bring a fig.', 'He saw art.', 'Nobody came.']],
    [['It belongs to Acme Inc.', 'The company is old.']],
    [['He left the U.S.', 'The next day he came back.']],
    [['Is the answer no?', 'I asked.', 'It is no.', 'I left.']],
  ])('%j', (sentences) => {
    expectSeparate('en', sentences);
  });
});

test('every line is a sentence of its own, and the marker of an item belongs to it', () => {
  expect(split('1. First do this.\n2. Then do that. And rest.\n\n- a\n| x | y |')).toEqual([
    '1. First do this.',
    '2. Then do that.',
    'And rest.',
    '- a',
    '| x | y |',
  ]);
});

test('a question and a shout end a sentence; what goes on in lower case does not begin one', () => {
  expectSeparate('en', ['Really?', 'Yes!', '"Is it?" she asked.', 'Wait... what is this?', 'It is 3.5.']);
});

test.each([
  ['zh', ['图书馆九点开门。', '借书需要证件！', '可以续借吗？', '可以。']],
  ['ja', ['図書館は九時に開きます。', '本は七冊まで借りられます！', '何日間ですか？', '二週間です。']],
] as const)('sentences of a script without spaces: %s', (language, sentences) => {
  expectSeparate(language, sentences, '');
});

const piece = fc.oneof(
  fc.constantFrom(
    'Mr. ',
    'U.S. ',
    '3. ',
    'no. ',
    'e.g. ',
    '。',
    '？',
    '\n',
    '\n\n',
    ' ',
    '👍🏽',
    '…',
    '" ',
    '! ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('The end. ', 'word ', 'Maria ', '図書館', 'a'.repeat(4_100), '👍'.repeat(2_100)),
);

test('whatever the text: sentences are in order, do not overlap, are trimmed and leave out white space only', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(...languages), (pieces, language) => {
      const text = pieces.join('');
      let reached = 0;
      for (const { start, end } of splitSentences(text, language)) {
        expect(text.slice(reached, start).trim()).toBe('');
        const sentence = text.slice(start, end);
        expect(sentence).not.toBe('');
        expect(sentence).toBe(sentence.trim());
        expect(sentence).not.toContain('\n');
        // No half of a surrogate pair.
        expect(sentence).not.toMatch(/\p{Cs}/u);
        reached = end;
      }
      expect(text.slice(reached).trim()).toBe('');
    }),
    { numRuns: 200 },
  );
});

// Each of these took minutes when the work grew with the square of the length; the time limit of a test is enough.
test.each([
  ['one word', 'a', 1_000_000],
  ['initials', 'A. B. ', 150_000],
  ['short sentences', 'One more. ', 100_000],
  ['empty lines', '\n', 1_000_000],
  ['no spaces', '字', 300_000],
])('a text of a megabyte on one line is split: %s', (_, unit, times) => {
  const text = unit.repeat(times);
  const sentences = splitSentences(text, 'ja');
  expect(sentences.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThanOrEqual(text.length);
  expect(sentences.at(-1)?.end ?? 0).toBe(text.trimEnd().length);
});
