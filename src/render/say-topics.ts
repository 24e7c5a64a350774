import { say } from './catalog/say.ts';
import { cutText } from './cut-text.ts';
import type { ReplyLocale } from './locale.ts';
import { text, type Part } from './reply.ts';

/** More titles than these would not be one line. */
export const shownTopics = 5;
const topicLength = 60;

/** One line on what the knowledge is about; none where it is about nothing. */
export function topicsLine(topics: readonly string[], locale: ReplyLocale): readonly string[] {
  const titles = [...new Set(topics)].slice(0, shownTopics).map((title) => cutText(title, topicLength));
  return titles.length === 0 ? [] : [say(locale, 'topicsLine', { topics: titles.join(' · ') })];
}

/** The same line in small print. */
export function sayTopics(topics: readonly string[], locale: ReplyLocale): readonly Part[] {
  return topicsLine(topics, locale).map((line) => text('small', line));
}
