import { expect, test } from 'vitest';

import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import { questionsToTry } from '../../src/library/questions-to-try.ts';

function toTry(files: Readonly<Record<string, string>>): ReturnType<typeof questionsToTry> {
  const { documents } = parseCorpus(Object.entries(files).map(([path, text]) => ({ path, text })));
  return questionsToTry(documents, 3);
}

test('are entries with an answer, from each file in turn, and the first one that has none', () => {
  expect(
    toTry({
      'faq/a.md': '## Who?\n\nAnyone.\n\n## Why?\n\n## When?\n\nNow.\n\n## How?\n\nSo.\n',
      'faq/b.md': '## Where?\n\nHere.\n\n## Whence?\n',
    }),
  ).toEqual({ answered: ['Who?', 'Where?', 'When?'], open: 'Why?' });
});

test('are sections of articles where entries are wanting', () => {
  expect(
    toTry({
      'a.md': '# Boats\n\n## Oars\n\nTwo of them.\n\n## Empty\n\n## Ropes\n\nOne of them.\n',
      'faq/b.md': '## Where?\n\nHere.\n',
    }),
  ).toEqual({ answered: ['Where?', 'Oars', 'Ropes'], open: null });
});

test('are in one language, that of most documents', () => {
  const spanish = '---\nlanguage: es\n---\n\n## ¿Quién?\n\nNadie.\n\n## ¿Por qué?\n';
  const english = '---\nlanguage: en\n---\n\n## Who?\n\nAnyone.\n\n## When?\n\nNow.\n\n## How?\n\nSo.\n';
  expect(toTry({ 'faq/a.md': spanish, 'faq/b.md': english })).toEqual({
    answered: ['Who?', 'When?', 'How?'],
    open: null,
  });
});

test('are none where there is no knowledge', () => {
  expect(toTry({})).toEqual({ answered: [], open: null });
});
