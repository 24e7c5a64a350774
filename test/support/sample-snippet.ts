import type { Citation, Snippet } from '../../src/answer/answer.ts';

export const sampleCitation: Citation = {
  title: 'Roles',
  headingTrail: ['Moderators', 'Asking one'],
  path: 'articles/roles.md',
  lines: [18, 20],
  url: 'https://example.org/roles#asking-one',
  updated: '2026-01-20',
  reviewOn: null,
};

/** A snippet of `text` whose answer is `answer`, or all of it. */
export function sampleSnippet(text: string, answer = text, rest: Partial<Snippet> = {}): Snippet {
  const start = text.indexOf(answer);
  return {
    passageId: 'articles/roles#asking-one',
    text,
    answer: { start, end: start + answer.length },
    entry: null,
    cut: { before: false, after: false },
    citation: sampleCitation,
    ...rest,
  };
}
