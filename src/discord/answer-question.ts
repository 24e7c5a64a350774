import type { Answer } from '../answer/answer.ts';
import type { Library, Scope } from '../library/library.ts';
import type { GapNoter, Noted } from '../library/note-gaps.ts';
import type { ReplyLocale } from '../render/locale.ts';
import { renderAnswer, type AnswerContext } from '../render/render-answer.ts';
import type { Reply } from '../render/reply.ts';
import { shownTopics } from '../render/say-topics.ts';

import type { AskedQuestions } from './asked-questions.ts';
import type { Context } from './define-command.ts';

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
  /** When the reply is shown, in milliseconds since the epoch. */
  readonly at: number;
}

/** For whom a question is answered. */
export interface Asker extends Scope {
  readonly userId: string;
  /** When it is answered, in milliseconds since the epoch. */
  readonly at: number;
}

/** Who ran a command that asks something. */
export function askerOf({ caller, scope, act }: Context): Asker {
  return { ...scope, userId: caller.userId, at: act.at };
}

/** What the buttons of an answer are about. */
type AnswerKeys = Pick<AnswerContext, 'whyKey' | 'voteKey' | 'gapId'>;

/** Asks the library and puts its answer into words, with a button that says why; what found no answer becomes a gap. */
export async function answerQuestion(
  { library, askedQuestions, gaps }: AnswerParts,
  question: string,
  asker: Asker,
  locale: ReplyLocale,
): Promise<{ readonly answer: Answer; readonly reply: Reply }> {
  const answer = await library.answer(question, asker);
  const noted = await gaps.note(question, answer, asker);
  const keys = { ...keepQuestion(askedQuestions, question, answer, asker), ...gapKey(noted) };
  return { answer, reply: await replyWith({ library, scope: asker, at: asker.at }, answer, locale, keys) };
}

/** For an answer without buttons that need a question. */
export const noKeys = { whyKey: null, voteKey: null, gapId: null } as const;

/**
 * The reply to an answer, with the knowledge's topics for the case that there is none.
 * @param keys What its buttons are about; `noKeys` for an answer that nobody asked for in words.
 */
export async function replyWith(
  from: Asked,
  answer: Answer,
  locale: ReplyLocale,
  keys: AnswerKeys,
): Promise<Reply> {
  const topics = answer.outcome === 'unanswered' ? await listTopics(from) : [];
  return renderAnswer(answer, { locale, now: new Date(from.at), topics, ...keys });
}

/** Remembers the question of an answer that shows something. Votes are taken in servers, whose moderators read them. */
export function keepQuestion(
  askedQuestions: AskedQuestions,
  question: string,
  answer: Answer,
  { guildId, userId }: Pick<Asker, 'guildId' | 'userId'>,
): Pick<AnswerKeys, 'whyKey' | 'voteKey'> {
  if (answer.outcome === 'unanswered') return { whyKey: null, voteKey: null };
  const passageIds = answer.snippets.map(({ passageId }) => passageId);
  const key = askedQuestions.put({ question, passageIds, askedBy: userId, guildId });
  return { whyKey: key, voteKey: guildId === null ? null : key };
}

/** What the button "Tell me when this is answered" is about. */
export function gapKey(noted: Noted): Pick<AnswerKeys, 'gapId'> {
  return { gapId: noted.kind === 'open' ? noted.gapId : null };
}

/** Titles of what the knowledge holds, as many as are shown. */
export function listTopics({ library, scope }: Omit<Asked, 'at'>): Promise<readonly string[]> {
  return library.topicTitles(scope, shownTopics);
}
