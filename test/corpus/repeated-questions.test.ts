import { describe, expect, test } from 'vitest';

import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import { formatProblem } from '../../src/corpus/problem.ts';

describe('a question that two entries answer', () => {
  const repeated = (...files: readonly (readonly [string, string])[]): readonly string[] =>
    parseCorpus(files.map(([path, text]) => ({ path, text })))
      .problems.filter(({ rule }) => rule === 'repeated-question')
      .map((problem) => `${problem.severity} ${formatProblem(problem)}`);

  test('is reported at the second, with the place of the first', () => {
    expect(
      repeated(
        ['faq/b.md', '# B\n\n## who is THAT\n\nEveryone.\n'],
        ['faq/a.md', '## Who is that?\n\nAnyone.\n'],
      ),
    ).toEqual([
      'warning faq/b.md:3: unexpected second entry for "who is THAT", expected one: it is asked in faq/a.md:1 too (repeated-question)',
    ]);
  });

  test('is reported of aliases as well, and in one file, but not within one entry', () => {
    const text =
      '## Who?\n\naliases: who | which person\n\nAnyone.\n\n## What?\n\naliases: Which person?\n\nA thing.\n';
    expect(repeated(['faq/a.md', text])).toEqual([
      expect.stringMatching(/^warning faq\/a\.md:7: .*"Which person\?".*faq\/a\.md:1 too/u),
    ]);
  });

  test('is one in words: those that have none of them are no repetition', () => {
    expect(repeated(['faq/a.md', '## ???\n\nYes.\n\n## !!!\n\nNo.\n'])).toEqual([]);
  });
});
