import fc from 'fast-check';
import { expect, test } from 'vitest';

import { foldWord } from '../../src/text/fold-word.ts';
import { languages, type Language } from '../../src/text/language.ts';
import { stemWord } from '../../src/text/stem-word.ts';
import { splitWords } from '../../src/text/words.ts';

function words(text: string, language: Language = 'en'): string {
  return splitWords(text, language)
    .map((word) => word.text)
    .join(' ');
}

test.each([
  ['case and accents do not matter', 'Café NAÏVE Łódź Straße', 'cafe naive lodz strasse'],
  ['acronyms are one word', 'the U.S. and N.A.T.O.', 'the us and nato'],
  ['thousands are one number', '1,000 and 1,234,567.5 but 3.5', '1000 and 1234567.5 but 3.5'],
  ['the possessive is dropped, contractions are one word', "John's dogs' don’t", 'john dogs dont'],
  ['C++ and C# are words', 'C++, C# and C', 'c++ c# and c'],
  ['marks part words', 'a\tb`c|d=e/f_g-h', 'a b c d e f g h'],
  ['invisible characters are no part of a word', 'ze\u200bro so\u00adft', 'zero soft'],
  ['wide letters and digits are ordinary ones', 'ＡＢＣ １２３', 'abc 123'],
  ['emoji and punctuation are no words', '🎉 !? — …', ''],
])('%s', (_, text, expected) => {
  expect(words(text)).toBe(expected);
});

test('numbers and articles are read as the language writes them', () => {
  expect(words('1.234,5 und 1.000', 'de')).toBe('1234.5 und 1000');
  expect(words("L'eau d’Orange", 'fr')).toBe('l eau d orange');
  expect(words("l'acqua dell'isola", 'it')).toBe('l acqua dell isola');
});

test('scripts without spaces are segmented by dictionary, beside Latin words too', () => {
  expect(words('图书馆的开门时间', 'zh').split(' ')).toContain('时间');
  expect(words('図書館は九時に開きます', 'ja').split(' ')).toEqual(
    expect.arrayContaining(['図書館', '九時']),
  );
  expect(words('Discordサーバー', 'ja')).toBe('discord サーバー');
});

test('a word says where it stands, and whether it is a number or has a capital', () => {
  expect(splitWords("In Spain's 3rd Ñandú", 'en')).toEqual([
    { text: 'in', start: 0, end: 2, isCapitalised: true, isNumeric: false },
    { text: 'spain', start: 3, end: 8, isCapitalised: true, isNumeric: false },
    { text: '3rd', start: 11, end: 14, isCapitalised: false, isNumeric: true },
    { text: 'nandu', start: 15, end: 20, isCapitalised: true, isNumeric: false },
  ]);
});

const anyText = fc.array(
  fc.oneof(
    fc.constantFrom(
      "'",
      '’',
      '.',
      ',',
      ' ',
      "l'",
      "'s",
      'U.S.',
      '1,000',
      'ß',
      '字',
      'サーバー',
      'ไทย',
      '\u0301',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  ),
  { maxLength: 30 },
);

test('whatever the text: words are in order, do not overlap, are not empty and stand where they say', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...languages), (parts, language) => {
      const text = parts.join('');
      let reached = 0;
      for (const { text: word, start, end } of splitWords(text, language)) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        expect(word).not.toBe('');
        expect(word).toBe(word.toLowerCase());
        expect(text.slice(start, end)).not.toMatch(/\s/u);
        reached = end;
      }
      expect(reached).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('a word that was folded is not changed by folding it again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (word) => {
      expect(foldWord(foldWord(word))).toBe(foldWord(word));
    }),
  );
});

test('a megabyte without spaces is segmented', () => {
  // This took minutes when the work grew with the square of the length; the time limit of a test is enough.
  const text = '図書館は九時に開きます'.repeat(30_000);
  const found = splitWords(text, 'ja');
  expect(found.at(-1)?.end).toBe(text.length);
  expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
});

test.each([
  ['en', 'extradition', 'extraditions'],
  ['en', 'running', 'runs'],
  ['es', 'biblioteca', 'bibliotecas'],
  ['es', 'abierto', 'abierta'],
  ['de', 'buch', 'buches'],
  ['de', 'offnung', 'offnungen'],
  ['fr', 'livre', 'livres'],
  ['fr', 'ouvert', 'ouverte'],
  ['pt', 'livro', 'livros'],
  ['pt', 'aberto', 'aberta'],
  ['it', 'libro', 'libri'],
  ['it', 'aperto', 'aperta'],
] as const)('forms of one word share a stem (%s): %s, %s', (language, one, other) => {
  expect(stemWord(one, language)).toBe(stemWord(other, language));
});

test('numbers, short words and words without endings are their own stem', () => {
  expect(['2025', '3rds', 'us', 'is'].map((word) => stemWord(word, 'en'))).toEqual([
    '2025',
    '3rds',
    'us',
    'is',
  ]);
  expect(stemWord('図書館', 'ja')).toBe('図書館');
  expect(stemWord('图书馆', 'zh')).toBe('图书馆');
});
