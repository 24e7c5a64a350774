import type { Answer, Snippet } from '../answer/answer.ts';
import { answerQuestion } from '../answer/answer-question.ts';

import type { AnswerChange } from './library.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * How a question that has an answer would lose it, or get it from elsewhere; null when it would not. A question that
 * had none and gets one is no change for the worse.
 */
export function compareAnswer(before: Snapshot, after: Snapshot, question: string): AnswerChange | null {
  const now = firstSnippet(answerQuestion(question, before.index));
  if (now === null) return null;
  const then = firstSnippet(answerQuestion(question, after.index));
  // Whoever rewrites an entry means to change what it says.
  const isSame = then?.passageId === now.passageId;
  return isSame ? null : { question, before: now, after: then };
}

function firstSnippet(answer: Answer): Snippet | null {
  return answer.outcome === 'answered' ? (answer.snippets[0] ?? null) : null;
}
