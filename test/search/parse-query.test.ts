import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { stemWord } from '../../src/text/stem-word.ts';

import { indexFiles } from '../support/index-files.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';

const index = indexFiles(sampleKnowledge);

function content(question: string): readonly string[] {
  return index.parse(question).contentTerms.map(({ word }) => word);
}

describe('a question costs no more than its limits allow', () => {
  test('what stands behind the first 512 characters is left out', () => {
    expect(content(`${'the '.repeat(126)}keeper`)).toEqual(['keeper']);
    expect(content(`${'the '.repeat(128)}keeper`)).toEqual(['the']);
  });

  test('of the words that carry meaning the first 16 count', () => {
    const numbers = Array.from({ length: 30 }, (_, i) => String(1000 + i));
    expect(content(numbers.join(' '))).toEqual(numbers.slice(0, 16));
  });

  test('a word of more than 40 characters is left out', () => {
    const longest = 'xy'.repeat(20);
    expect(content(`keeper ${longest} ${longest}z`)).toEqual(['keeper', longest]);
  });

  test('whatever is typed, they hold', () => {
    const typed = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('books ', '__proto__ ', '字'.repeat(90), '🎉', '\u0000', ' the ', '\ud83d'),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(typed, (parts) => {
        const { terms, contentTerms } = index.parse(parts.join(''));
        expect(contentTerms.length).toBeLessThanOrEqual(16);
        expect(terms.length).toBeLessThanOrEqual(512);
        for (const term of terms) {
          expect(term.word.length).toBeLessThanOrEqual(40);
          expect(term.idf).toBeGreaterThan(0);
        }
      }),
    );
  });
});

test('grammar words carry no meaning beside words that do', () => {
  expect(content('Who is the keeper of it?')).toEqual(['keeper']);
});

test('a question of nothing but grammar words is asked with all of them, each once', () => {
  expect(content('to be or not to be')).toEqual(['to', 'be', 'or', 'not']);
});

test.each([[''], ['   '], ['?!…'], ['🎉🎉'], ['\u200b']])('%j has no words', (question) => {
  const { terms, asked, vector } = index.parse(question);
  expect(terms).toEqual([]);
  expect(asked).toBeNull();
  expect(vector).toBeNull();
});

test('names that every object has are words like others', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
  for (const term of index.parse(names.join(' ')).terms) expect(term.ids).toEqual([]);
  const code = indexFiles({
    'faq/code.md':
      '## What runs first?\n\nThe constructor.\n\n## What is inherited?\n\nThe __proto__ of it.\n',
  });
  expect(code.search(code.parse('constructor'), 1)[0]?.passage.question).toBe('What runs first?');
  expect(code.search(code.parse('__proto__'), 1)[0]?.passage.question).toBe('What is inherited?');
});

test('a misspelt word is asked as the knowledge spells it', () => {
  expect(content('wich boks may I borow')).toEqual(['books', 'may', 'borrow']);
});

test('what a question asks for is told by the words that were meant', () => {
  expect(index.parse('how mnay boks').asked).toBe('number');
  expect(index.parse('wehre is the kee').asked).toBe('place');
});

test('a question is parsed in its own language and matched in those of the knowledge', () => {
  const both = indexFiles({
    'faq/es.md': '---\nlanguage: es\n---\n\n## ¿Qué hay?\n\nHay bibliotecas grandes en la ciudad.\n',
    'faq/en.md': '## What is there?\n\nThere are large libraries in the town.\n',
  });
  const spanish = both.parse('¿Dónde está la biblioteca?');
  expect(spanish.language).toBe('es');
  expect(spanish.contentTerms.map(({ ids }) => ids.length)).toEqual([1]);
  // Nothing tells the language of a single word, and still its stem in either language is found.
  expect(both.parse('bibliotecas').contentTerms[0]?.ids).not.toEqual([]);
  expect(both.parse('library').contentTerms[0]?.ids).not.toEqual([]);
});

test('however many words were asked before, each has its own stem', () => {
  const letter = (i: number): string => String.fromCharCode(97 + (Math.floor(i) % 26));
  const words = Array.from(
    { length: 3000 },
    (_, i) => `${letter(i)}${letter(i / 26)}${letter(i / 676)}kings`,
  );
  const asked = [...words, ...words].flatMap((word) => index.parse(`the ${word}`).terms.slice(1));
  expect(asked.map(({ stems }) => stems[0])).toEqual(asked.map(({ word }) => stemWord(word, 'en')));
  expect(new Set(asked.map(({ word }) => word)).size).toBeGreaterThan(2900);
});
