import { expect, test } from 'vitest';

import { detectLanguage } from '../../src/text/detect-language.ts';

test.each([
  ['en', 'When does the library open?'],
  ['es', '¿Cuándo abre la biblioteca?'],
  ['es', 'cuando abren y donde esta la biblioteca'],
  ['de', 'Wann öffnet die Bibliothek?'],
  ['fr', 'Quand ouvre la bibliothèque ?'],
  ['pt', 'Quando é que a biblioteca abre e até quando posso ficar?'],
  ['it', 'Quando apre la biblioteca e quanti libri posso prendere?'],
  ['zh', '图书馆几点开门？'],
  ['ja', '図書館はいつ開きますか？'],
  ['ja', 'サーバー'],
] as const)('a question is told to be in its own language: %s %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test('a text that says nothing of its language is in the first of those that may be', () => {
  for (const text of ['', '🎉', '12345', 'Tlalpan']) {
    expect(detectLanguage(text, ['it', 'en'])).toBe('it');
    expect(detectLanguage(text, ['en', 'it'])).toBe('en');
  }
});

test('between languages that fit equally well it is the first of those that may be', () => {
  // Every grammar word of this question is both Italian and Portuguese.
  expect(detectLanguage('Quando ... la?', ['it', 'pt'])).toBe('it');
  expect(detectLanguage('Quando ... la?', ['pt', 'it'])).toBe('pt');
});

test('a name in another script does not change the language of a text', () => {
  expect(detectLanguage('The word 図 stands for a map in the books of the library.')).toBe('en');
});

test('a long text is told by its beginning', () => {
  expect(detectLanguage(`${'The book is on the table. '.repeat(200)}${'¿Dónde está? '.repeat(10_000)}`)).toBe(
    'en',
  );
});
