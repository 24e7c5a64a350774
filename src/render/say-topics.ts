import { say } from './catalog/say.ts';
import { cutText } from './cut-text.ts';
import type { ReplyLocale } from './locale.ts';
import { text, type Part } from './reply.ts';

/** More titles than these would not be one line. */
export const shownTopics = 5;
const topicLength = 60;

/** One line of small print on what the knowledge is about. */
export function sayTopics(topics: readonly string[], locale: ReplyLocale): readonly Part[] {
  const titles = [...new Set(topics)].slice(0, shownTopics).map((title) => cutText(title, topicLength));
  return titles.length === 0
    ? []
    : [text('small', say(locale, 'topicsLine', { topics: titles.join(' · ') }))];
}
