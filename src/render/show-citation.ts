import type { Citation, Snippet } from '../answer/answer.ts';
import { isWrittenEntry } from '../corpus/entry-document.ts';
import { oncePerKey } from '../text/once-per-key.ts';

import { say } from './catalog/say.ts';
import type { ReplyLocale } from './locale.ts';
import { plain, type Span } from './reply.ts';

const marks = ['¹', '²', '³', '⁴', '⁵'] as const;
/** Days as they are written in a language; English in British order, as in "20 Jan 2026". */
const datesIn = oncePerKey(
  (locale: ReplyLocale) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeZone: 'UTC' }),
);

/** The sign that ties the quote at `index` (counted from 0) to its footnote. */
export function footnoteMark(index: number): string {
  return marks[index] ?? `(${index + 1})`;
}

/** Where a quote stands: title › heading trail as a link, lines, date of the last update, and whether that is long ago. */
export function showCitation(citation: Citation, locale: ReplyLocale, now: Date): readonly Span[] {
  const { path, lines, updated, reviewOn } = citation;
  const place = isWrittenEntry(path) ? say(locale, 'writtenHere', {}) : sayLines(lines, locale);
  const details = [
    place,
    ...(updated === null ? [] : [sayUpdated(updated, locale)]),
    ...(isPast(reviewOn, now) ? [say(locale, 'maybeOutdated', {})] : []),
  ];
  return [showPlace(citation), plain(` · ${details.join(' · ')}`)];
}

/** Whether the day of an ISO date is over, in UTC. */
function isPast(isoDate: string | null, now: Date): boolean {
  return isoDate !== null && isoDate < now.toISOString().slice(0, 10);
}

/** Title › heading trail, linked where the document is on the web. */
function showPlace({ title, headingTrail, url }: Citation): Span {
  const text = [title, ...headingTrail].join(' › ');
  return url === null ? plain(text) : { kind: 'link', text, url };
}

/** What a snippet is called in a list or on a button: its question, or the nearest heading. */
export function nameOf({ entry, citation }: Snippet): string {
  return entry ?? citation.headingTrail.at(-1) ?? citation.title;
}

function sayLines([first, last]: Citation['lines'], locale: ReplyLocale): string {
  return first === last ? say(locale, 'line', { line: first }) : say(locale, 'lines', { first, last });
}

function sayUpdated(isoDate: string, locale: ReplyLocale): string {
  return say(locale, 'updated', { date: sayDate(new Date(isoDate), locale) });
}

/** A day as people write it, such as "20 Jan 2026". */
export function sayDate(date: Date, locale: ReplyLocale): string {
  return datesIn(locale).format(date);
}
