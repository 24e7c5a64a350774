import type { DayTally } from '../library/feedback.ts';
import type { LibraryStatus } from '../library/library.ts';

import { say, sayInSpans } from './catalog/say.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { text, type Part, type PicturePart, type Reply } from './reply.ts';
import { countQuestions, sayQuestions } from './say-questions.ts';
import { showShards, type ShardsHere } from './render-shards.ts';
import { showProblems } from './show-problems.ts';

/** The last days of one server. */
export interface QuestionWeek {
  readonly days: readonly DayTally[];
  /** Null when nobody asked, or it could not be drawn. */
  readonly picture: PicturePart | null;
}

interface StatusContext {
  /** Null where there is no server. */
  readonly week: QuestionWeek | null;
  readonly locale: ReplyLocale;
  /** The connections of this process to Discord. */
  readonly shards: ShardsHere;
  readonly isModerator: boolean;
}

/** What the bot answers from and how its answers went; the problems of the content are for moderators. */
export function renderStatus(
  status: LibraryStatus,
  { week, locale, shards, isModerator }: StatusContext,
): Reply {
  const { documents, passages, entries, languages, refreshedAt } = status;
  return fit({
    tone: 'notice',
    parts: [
      text('plain', [{ kind: 'bold', text: say(locale, 'statusTitle', {}) }]),
      text('plain', say(locale, 'statusHolds', { documents, passages, entries })),
      text('plain', say(locale, 'statusLanguages', { languages: nameLanguages(languages, locale) })),
      text('plain', sayInSpans(locale, 'statusRefreshed', { when: { kind: 'countdown', at: refreshedAt } })),
      { kind: 'separator' },
      ...showQuestions(status, week, locale),
      ...(isModerator ? [...showShards(shards, locale), ...showInnards(status, locale)] : []),
    ],
  });
}

/** What concerns those who look after the bot. */
function showInnards({ repeated, problems }: LibraryStatus, locale: ReplyLocale): readonly Part[] {
  const { asked, remembered } = repeated;
  const share = remembered / asked;
  return [
    ...(asked === 0 ? [] : [text('plain', say(locale, 'statusRepeated', { share }))]),
    { kind: 'separator' },
    ...showProblems(problems, locale),
  ];
}

function nameLanguages(languages: LibraryStatus['languages'], locale: ReplyLocale): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return languages.length === 0
    ? '–'
    : languages.map((language) => names.of(language) ?? language).join(', ');
}

/** Those of the last days, with their picture; where there are none, as in direct messages, those since the start. */
function showQuestions(
  { questions }: LibraryStatus,
  week: QuestionWeek | null,
  locale: ReplyLocale,
): readonly Part[] {
  if (week === null)
    return [text('plain', `${say(locale, 'statusQuestions', {})} ${sayQuestions(questions, locale)}`)];
  const { days, picture } = week;
  const counts = countQuestions(days);
  if (counts.answered + counts.suggested + counts.unanswered === 0)
    return [text('plain', say(locale, 'statusNoQuestions', {}))];
  const title = say(locale, 'statusWeek', {});
  return [text('plain', `${title}: ${sayQuestions(counts, locale)}`), ...(picture === null ? [] : [picture])];
}
