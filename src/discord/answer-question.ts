import type { Answer } from '../answer/answer.ts';
import type { Library, Scope } from '../library/library.ts';
import type { GapNoter } from '../library/note-gaps.ts';
import type { ReplyLocale } from '../render/locale.ts';
import { renderAnswer, type AnswerContext } from '../render/render-answer.ts';
import type { Reply } from '../render/reply.ts';

import type { AskedQuestions } from './asked-questions.ts';

/** What questions are answered with. */
export interface AnswerParts {
  readonly library: Library;
  readonly askedQuestions: AskedQuestions;
  readonly gaps: GapNoter;
}

/** The library, and for whom it is asked. */
export interface Asked {
  readonly library: Library;
  readonly scope: Scope;
}

/** Asks the library and puts its answer into words, with a button that says why; what found no answer becomes a gap. */
export async function answerQuestion(
  { library, askedQuestions, gaps }: AnswerParts,
  question: string,
  scope: Scope,
  locale: ReplyLocale,
): Promise<{ readonly answer: Answer; readonly reply: Reply }> {
  const answer = await library.answer(question, scope);
  const noted = await gaps.note(question, answer, scope);
  const keys = {
    whyKey: keepQuestion(askedQuestions, question, answer),
    gapId: noted.kind === 'open' ? noted.gapId : null,
  };
  return { answer, reply: await replyWith({ library, scope }, answer, locale, keys) };
}

/** For an answer without buttons that need a question. */
export const noKeys = { whyKey: null, gapId: null } as const;

/**
 * The reply to an answer, with the knowledge's topics for the case that there is none.
 * @param keys What its buttons are about; `noKeys` for an answer that nobody asked for in words.
 */
export async function replyWith(
  from: Asked,
  answer: Answer,
  locale: ReplyLocale,
  keys: Pick<AnswerContext, 'whyKey' | 'gapId'>,
): Promise<Reply> {
  return renderAnswer(answer, { locale, topics: await listTopics(from), ...keys });
}

/** Remembers the question of an answer that shows something; null when there is nothing to explain. */
export function keepQuestion(
  askedQuestions: AskedQuestions,
  question: string,
  answer: Answer,
): string | null {
  if (answer.outcome === 'unanswered') return null;
  return askedQuestions.put({ question, passageIds: answer.snippets.map(({ passageId }) => passageId) });
}

/** Titles of what the knowledge holds. */
export async function listTopics({ library, scope }: Asked): Promise<readonly string[]> {
  return (await library.topics(scope)).map(({ title }) => title);
}
