import { expect, test } from 'vitest';

import { stemWord } from '../../src/text/stem-word.ts';
import { analyzeTerms } from '../../src/text/terms.ts';

function contentOf(text: string): readonly string[] {
  return analyzeTerms(text, 'en', stemWord)
    .filter(({ isStopWord }) => !isStopWord)
    .map((term) => term.text);
}

test('an acronym in capitals is no grammar word', () => {
  expect(contentOf('Who was sent to the US?')).toEqual(['sent', 'us']);
  expect(contentOf('a law of the U.S.')).toEqual(['law', 'us']);
});

test('the same letters in small ones, or where everything is in capitals, are', () => {
  expect(contentOf('tell us about it')).toEqual([]);
  expect(contentOf('TELL US ABOUT THE LAW')).toEqual(['law']);
});

test('"used" is not taken for the US, nor "his" for a greeting', () => {
  expect(stemWord('used', 'en')).toBe(stemWord('uses', 'en'));
  expect(stemWord('used', 'en')).not.toBe(stemWord('us', 'en'));
  expect(stemWord('his', 'en')).not.toBe(stemWord('hi', 'en'));
});
