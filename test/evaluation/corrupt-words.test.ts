import fc from 'fast-check';
import { expect, test } from 'vitest';

import { corruptWords } from '../../src/evaluation/corrupt-words.ts';
import { createRandom } from '../../src/evaluation/random.ts';
import { createEditCounter } from '../../src/search/count-edits.ts';

const question = 'Where were all those individuals of the second group transported, and how many?';

test('the same seed makes the same slips, another seed others', () => {
  const corrupt = (seed: number): string => corruptWords(question.repeat(5), createRandom(seed));
  expect(corrupt(1)).toBe(corrupt(1));
  expect(corrupt(2)).not.toBe(corrupt(1));
});

test('about 30 % of the words of four letters and more get a slip', () => {
  // Different letters, so that no swap of neighbours goes unseen.
  const words = Array.from({ length: 5_000 }, () => 'planet');
  const corrupted = corruptWords(words.join(' '), createRandom(3)).split(' ');
  const changed = corrupted.filter((word) => word !== 'planet').length / words.length;
  expect(changed).toBeGreaterThan(0.27);
  expect(changed).toBeLessThan(0.33);
});

/** Edits are counted in UTF-16 units, of which a letter outside of the basic plane has two. */
function mostEdits(word: string): number {
  return word.length === Array.from(word).length ? 1 : 4;
}

test('a slip is one edit inside the word; short words, numbers and marks stay as they are', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.string({ unit: 'grapheme', maxLength: 9 })), (seed, parts) => {
      const text = [...parts, question, '1,000 a an the U.S. ¿é?'].join(' ');
      const words = text.split(/(\P{L}+)/u);
      const corrupted = corruptWords(text, createRandom(seed)).split(/(\P{L}+)/u);
      expect(corrupted).toHaveLength(words.length);
      words.forEach((word, i) => {
        const other = corrupted[i] ?? '';
        if (/^\P{L}/u.test(word) || Array.from(word).length < 4) expect(other).toBe(word);
        else expect(createEditCounter(word, 4)(other)).toBeLessThanOrEqual(mostEdits(word));
        expect(Array.from(other)[0]).toBe(Array.from(word)[0]);
      });
    }),
  );
});
