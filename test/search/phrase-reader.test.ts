import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createPhraseReader, termFlags } from '../../src/search/phrase-reader.ts';
import { createVocabulary } from '../../src/search/vocabulary.ts';
import { languages } from '../../src/text/language.ts';
import { stemWord } from '../../src/text/stem-word.ts';
import { analyzeTerms } from '../../src/text/terms.ts';

const piece = fc.oneof(
  fc.constantFrom(
    'The',
    'US',
    'us',
    "cat's",
    "l'arbre",
    "3'a",
    '1,000',
    'C++',
    'your',
    'IT',
    'años',
    '図書館は本です',
    '.',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));

test('a reader that remembers words reads every text as if it was the first', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), fc.constantFrom(...languages), (texts, language) => {
      const vocabulary = createVocabulary();
      const reader = createPhraseReader({ vocabulary, stem: stemWord, meaning: null });
      for (const one of texts) {
        const terms = analyzeTerms(one, language, stemWord);
        const found = reader.read(one, language);
        expect(found.map((term) => reader.written.ids[term])).toEqual(
          terms.map(({ stem }) => vocabulary.idOf(stem)),
        );
        expect(found.map((term) => ((reader.written.flags[term] ?? 0) & termFlags.stopWord) !== 0)).toEqual(
          terms.map(({ isStopWord }) => isStopWord),
        );
        expect(
          found.map((term) => ((reader.written.flags[term] ?? 0) & termFlags.capitalised) !== 0),
        ).toEqual(terms.map(({ isCapitalised }) => isCapitalised));
      }
    }),
  );
});
