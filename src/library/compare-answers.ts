import type { Answer, Snippet } from '../answer/answer.ts';
import { answerQuestion } from '../answer/answer-question.ts';

import type { AnswerChange } from './library.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Those of `questions` that have an answer and would lose it, or get it from elsewhere. A question that had none and
 * gets one is no change for the worse, and is left out.
 */
export function compareAnswers(
  before: Snapshot,
  after: Snapshot,
  questions: readonly string[],
): readonly AnswerChange[] {
  return questions.flatMap((question): readonly AnswerChange[] => {
    const now = firstSnippet(answerQuestion(question, before.index));
    if (now === null) return [];
    const then = firstSnippet(answerQuestion(question, after.index));
    const isSame = then?.passageId === now.passageId && then.text === now.text;
    return isSame ? [] : [{ question, before: now, after: then }];
  });
}

function firstSnippet(answer: Answer): Snippet | null {
  return answer.outcome === 'answered' ? (answer.snippets[0] ?? null) : null;
}
