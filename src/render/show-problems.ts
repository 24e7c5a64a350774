import { formatProblem, type Problem } from '../corpus/problem.ts';

import { say } from './catalog/say.ts';
import { cutText } from './cut-text.ts';
import type { ReplyLocale } from './locale.ts';
import { text, type Part } from './reply.ts';

const shownProblems = 10;
const problemLength = 300;

/** Problems as a list in the grammar of ARCHITECTURE.md, the first ones only. */
export function showProblems(problems: readonly Problem[], locale: ReplyLocale): readonly Part[] {
  if (problems.length === 0) return [text('small', say(locale, 'noProblems', {}))];
  const hidden = problems.length - shownProblems;
  const lines = problems
    .slice(0, shownProblems)
    .map((problem) => `• ${cutText(formatProblem(problem), problemLength)}`);
  return [
    text('plain', say(locale, 'problems', { count: problems.length })),
    text('plain', lines.join('\n')),
    ...(hidden > 0 ? [text('small', say(locale, 'andMore', { count: hidden }))] : []),
  ];
}
