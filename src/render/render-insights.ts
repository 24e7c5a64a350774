import type { Snippet } from '../answer/answer.ts';
import { voteReasons, type PassageVotes, type VoteReason } from '../library/feedback.ts';
import type { Gap } from '../library/store.ts';

import { say } from './catalog/say.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { describeGap, nameGap } from './render-gaps.ts';
import { buttonRow, plain, text, type Part, type Reply, type Span } from './reply.ts';
import { showCitation } from './show-citation.ts';

/** What moderators learn from their server. */
export interface Insights {
  /** How many days the votes are of. */
  readonly days: number;
  /** The passages that answered most questions. */
  readonly mostAsked: readonly { readonly times: number; readonly passage: Snippet | null }[];
  readonly votes: readonly PassageVotes[];
  /** The passages that helped least; null for the text of one that is gone. */
  readonly leastHelpful: readonly (PassageVotes & { readonly passage: Snippet | null })[];
  /** Open gaps, most asked first. */
  readonly gaps: readonly Gap[];
  readonly now: Date;
}

const shownGaps = 5;

/** What was asked most, what people voted, what helped least and what was asked most in vain. */
export function renderInsights(
  { days, mostAsked, votes, leastHelpful, gaps, now }: Insights,
  locale: ReplyLocale,
): Reply {
  return fit({
    tone: 'notice',
    parts: [
      ...(mostAsked.length === 0 ? [] : [heading(say(locale, 'insightsMost', { count: days }))]),
      ...mostAsked.map(({ times, passage }) =>
        text('plain', [plain(`${times} × `), ...namePassage(passage, locale, now)]),
      ),
      heading(say(locale, 'insightsVotes', { count: days })),
      ...showVotes(votes, locale),
      ...(leastHelpful.length === 0 ? [] : [heading(say(locale, 'insightsLeast', {}))]),
      ...leastHelpful.map((each) =>
        text('plain', [...namePassage(each.passage, locale, now), plain(`\n${countVotes(each, locale)}`)]),
      ),
      { kind: 'separator' },
      ...showGaps(gaps, locale),
    ],
  });
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
