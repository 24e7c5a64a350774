import type { Snippet } from '../answer/answer.ts';
import { voteReasons, type PassageVotes, type VoteReason } from '../library/feedback.ts';
import type { WeekTally } from '../library/fill-days.ts';
import type { Gap } from '../library/store.ts';

import { say } from './catalog/say.ts';
import { isQuiet, sayWeeks } from './chart-insights.ts';
import { fit } from './fit.ts';
import type { Insights } from './insights.ts';
import type { ReplyLocale } from './locale.ts';
import { describeGap, nameGap } from './render-gaps.ts';
import { buttonRow, plain, text, type Part, type PicturePart, type Reply, type Span } from './reply.ts';
import { sayDate, showCitation } from './show-citation.ts';

const shownGaps = 5;

const shownEntries = 5;
const shownWeeks = 4;

/**
 * Gaps over time, what was asked most, what people voted, what helped least, what is to be checked again and what was
 * asked most in vain: as a picture, where it could be drawn, and in words.
 */
export function renderInsights(insights: Insights, picture: PicturePart | null, locale: ReplyLocale): Reply {
  if (isEmpty(insights))
    return fit({ tone: 'notice', parts: [text('plain', say(locale, 'insightsEmpty', {}))] });
  const { days, weeks, mostAsked, votes, leastHelpful, gaps, overdue, now } = insights;
  return fit({
    tone: 'notice',
    parts: [
      ...(picture === null ? [] : [picture]),
      ...showWeeks(weeks, locale),
      ...(mostAsked.length === 0 ? [] : [heading(say(locale, 'insightsMost', { count: days }))]),
      ...mostAsked.map(({ times, passage }, at) =>
        text('plain', [plain(`${at + 1}. ${times} × `), ...namePassage(passage, locale, now)]),
      ),
      heading(say(locale, 'insightsVotes', { count: days })),
      ...showVotes(votes, locale),
      ...(leastHelpful.length === 0 ? [] : [heading(say(locale, 'insightsLeast', {}))]),
      ...leastHelpful.map((each, at) =>
        text('plain', [
          plain(`${at + 1}. `),
          ...namePassage(each.passage, locale, now),
          plain(`\n${countVotes(each, locale)}`),
        ]),
      ),
      ...showOverdue(overdue, locale),
      { kind: 'separator' },
      ...showGaps(gaps, locale),
    ],
  });
}

function isEmpty({ weeks, mostAsked, votes, gaps, overdue }: Insights): boolean {
  return isQuiet(weeks) && [mostAsked, votes, gaps, overdue].every(({ length }) => length === 0);
}

/** All weeks in one line, then the latest ones in which something happened. */
function showWeeks(weeks: readonly WeekTally[], locale: ReplyLocale): readonly Part[] {
  if (isQuiet(weeks)) return [];
  const lines = weeks
    .filter((week) => !isQuiet([week]))
    .slice(-shownWeeks)
    .map(({ from, opened, settled }) =>
      say(locale, 'insightsWeek', { date: sayDate(new Date(from), locale), opened, settled }),
    );
  return [
    heading(say(locale, 'insightsGaps', {})),
    text('plain', [sayWeeks(weeks, locale), ...lines].join('\n')),
  ];
}

function showOverdue(overdue: Insights['overdue'], locale: ReplyLocale): readonly Part[] {
  if (overdue.length === 0) return [];
  const lines = overdue.slice(0, shownEntries).map(({ name, reviewOn }) => {
    const date = sayDate(new Date(reviewOn), locale);
    return `${name} · ${say(locale, 'insightsOverdueSince', { date })}`;
  });
  const rest = overdue.length - lines.length;
  return [
    heading(say(locale, 'insightsOverdue', { count: overdue.length })),
    text('plain', [...lines, ...(rest === 0 ? [] : [say(locale, 'andMore', { count: rest })])].join('\n')),
  ];
}

function heading(words: string): Part {
  return text('plain', [{ kind: 'bold', text: words }]);
}

function showVotes(votes: readonly PassageVotes[], locale: ReplyLocale): readonly Part[] {
  if (votes.length === 0) return [text('plain', say(locale, 'insightsNoVotes', {}))];
  const sum = (count: (each: PassageVotes) => number): number =>
    votes.reduce((total, each) => total + count(each), 0);
  const because = (reason: VoteReason): number => sum(({ reasons }) => reasons[reason]);
  const total = {
    helpful: sum(({ helpful }) => helpful),
    unhelpful: sum(({ unhelpful }) => unhelpful),
    reasons: {
      wrong: because('wrong'),
      outdated: because('outdated'),
      'other-question': because('other-question'),
      'no-help': because('no-help'),
    },
  };
  return [text('plain', countVotes(total, locale))];
}

/** `👍 1 · 👎 4 · Wrong 2`: a line of the table. */
function countVotes(
  { helpful, unhelpful, reasons }: Pick<PassageVotes, 'helpful' | 'unhelpful' | 'reasons'>,
  locale: ReplyLocale,
): string {
  const given = voteReasons.filter((reason) => reasons[reason] > 0);
  return [
    `👍 ${helpful}`,
    `👎 ${unhelpful}`,
    ...given.map((reason) => `${say(locale, `reason-${reason}`, {})} ${reasons[reason]}`),
  ].join(' · ');
}

function namePassage(passage: Snippet | null, locale: ReplyLocale, now: Date): readonly Span[] {
  if (passage === null) return [plain(say(locale, 'insightsGone', {}))];
  const { entry, citation } = passage;
  return [...(entry === null ? [] : [plain(`${entry} · `)]), ...showCitation(citation, locale, now)];
}

function showGaps(gaps: readonly Gap[], locale: ReplyLocale): readonly Part[] {
  if (gaps.length === 0) return [text('plain', say(locale, 'gapsEmpty', {}))];
  return [
    heading(say(locale, 'gapsTitle', { count: gaps.length })),
    ...gaps
      .slice(0, shownGaps)
      .map((gap) => text('plain', [plain(`${nameGap(gap)}\n`), ...describeGap(gap, locale)])),
    ...buttonRow([
      {
        label: say(locale, 'gapsBack', {}),
        action: { name: 'gaps-page', argument: '0' },
        look: 'quiet',
      },
    ]),
  ];
}
