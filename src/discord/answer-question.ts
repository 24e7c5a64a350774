import type { Answer } from '../answer/answer.ts';
import type { Library } from '../library/library.ts';
import type { ReplyLocale } from '../render/locale.ts';
import { renderAnswer } from '../render/render-answer.ts';
import type { Reply } from '../render/reply.ts';

/** Asks the library and puts its answer into words. */
export async function answerQuestion(
  library: Library,
  question: string,
  locale: ReplyLocale,
): Promise<{ readonly answer: Answer; readonly reply: Reply }> {
  const answer = await library.answer(question);
  return { answer, reply: await replyWith(library, answer, locale) };
}

/** The reply to an answer, with the knowledge's topics for the case that there is none. */
export async function replyWith(library: Library, answer: Answer, locale: ReplyLocale): Promise<Reply> {
  return renderAnswer(answer, { locale, topics: await listTopics(library) });
}

/** Titles of what the knowledge holds. */
export async function listTopics(library: Library): Promise<readonly string[]> {
  return (await library.topics()).map(({ title }) => title);
}
