import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createEditCounter } from '../../src/search/count-edits.ts';
import { createSpellingCorrector } from '../../src/search/spelling.ts';
import { createVocabulary } from '../../src/search/vocabulary.ts';
import { createWordList } from '../../src/search/word-list.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';
import type { Language } from '../../src/text/language.ts';

const meaning = await loadMeaning();

/** What a word becomes, asked of a knowledge with these words. */
function correct(word: string, known: readonly string[], language: Language = 'en'): string {
  const vocabulary = createVocabulary();
  for (const one of known) {
    const { id, word } = vocabulary.know(one, one);
    vocabulary.countWord(id, word);
  }
  const words = [createWordList(vocabulary.words())];
  return createSpellingCorrector({ vocabulary, words, meaning })(word, known.includes(word), language);
}

test.each([
  ['a letter dropped', 'keepr'],
  ['a letter doubled', 'keeeper'],
  ['a letter replaced', 'kerper'],
  ['neighbours swapped', 'keepre'],
])('one slip is put right: %s', (_, word) => {
  expect(correct(word, ['keeper', 'drawer'])).toBe('keeper');
});

test('a word up to seven letters may have one slip, a longer one two', () => {
  expect(correct('librxxy', ['library'])).toBe('librxxy');
  expect(correct('entraxxe', ['entrance'])).toBe('entrance');
  expect(correct('entrxxxe', ['entrance'])).toBe('entrxxxe');
});

test.each([
  ['a word of three letters', 'kep', ['keep']],
  ['a word that the knowledge has', 'keep', ['keep', 'keeper']],
  ['a word with a digit', 'room3x', ['room3']],
  ['a very long string', `${'ab'.repeat(16)}x`, ['ab'.repeat(16)]],
  ['a word that nothing comes close to', 'zzzzzz', ['keeper']],
  ['an English word that was meant as it is', 'nature', ['mature']],
])('%s stays as it is', (_, word, known) => {
  expect(correct(word, known)).toBe(word);
});

test.each([
  ['mnay', 'many'],
  ['wehre', 'where'],
  ['whcih', 'which'],
  ['becuase', 'because'],
  ['wer', 'were'],
  ['teh', 'teh'],
  ['hte', 'the'],
  ['yuo', 'you'],
])('grammar words are known without any knowledge: %s', (word, meant) => {
  // "teh" stands in the list of English words: so many write it.
  expect(correct(word, [])).toBe(meant);
});

test('they are those of the language of the question', () => {
  expect(correct('dodne', [], 'es')).toBe('donde');
  expect(correct('quadn', [], 'fr')).toBe('quand');
  expect(correct('dodne', [], 'ja')).toBe('dodne');
});

test('a grammar word wins over a word of the knowledge that is as near, and never over one that is nearer', () => {
  expect(correct('wich', ['wick', 'wick'])).toBe('with');
  expect(correct('abuot', ['abbot'])).toBe('about');
  expect(correct('anothxr', ['another', 'other'])).toBe('another');
});

test('a word of three letters becomes a grammar word only by a letter more, or by a swap', () => {
  expect(correct('wre', ['wren'])).toBe('were');
  expect(correct('hzs', [])).toBe('hzs');
});

test('an English word in a question of another language may be a slip', () => {
  expect(correct('libre', ['libro'], 'es')).toBe('libro');
  expect(correct('house', ['mouse'], 'es')).toBe('mouse');
});

test('the nearest word wins, then one with the same first letter, then a swap, then the most frequent one', () => {
  expect(correct('entrancx', ['entrants', 'entrance'])).toBe('entrance');
  expect(correct('blxck', ['clack', 'block'])).toBe('block');
  expect(correct('flick', ['slick', 'flock'], 'de')).toBe('flock');
  expect(correct('sotne', ['scone', 'scone', 'stone'], 'de')).toBe('stone');
  expect(correct('stoxe', ['stole', 'stone', 'stone'])).toBe('stone');
  expect(correct('stoxe', ['stone', 'stole', 'stole'])).toBe('stole');
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ñ'), maxLength: 8 });

test('edits are counted the same in both directions, are none only between equals, and stop above the limit', () => {
  fc.assert(
    fc.property(word, word, fc.nat(3), (a, b, most) => {
      const edits = createEditCounter(a, 99)(b);
      expect(createEditCounter(b, 99)(a)).toBe(edits);
      expect(edits === 0).toBe(a === b);
      expect(edits).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      expect(createEditCounter(a, most)(b)).toBe(Math.min(edits, most + 1));
    }),
  );
});

test('one slip is one edit', () => {
  fc.assert(
    fc.property(word, fc.nat(8), fc.constantFrom('x', 'y'), (text, place, letter) => {
      const at = Math.min(place, text.length);
      const [before, after] = [text.slice(0, at), text.slice(at)];
      expect(createEditCounter(text, 2)(before + letter + after)).toBe(1);
      if (after === '') return;
      expect(createEditCounter(text, 2)(before + after.slice(1))).toBe(1);
      expect(createEditCounter(text, 2)(before + letter + after.slice(1))).toBe(1);
      const swapped = before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
      expect(createEditCounter(text, 2)(swapped)).toBe(swapped === text ? 0 : 1);
    }),
  );
});
