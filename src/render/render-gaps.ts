import type { EntryChoice } from '../library/library.ts';
import { relatedKey } from '../library/related-key.ts';
import type { Gap } from '../library/store.ts';

import { say, sayInSpans } from './catalog/say.ts';
import { cutText } from './cut-text.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { pageButtons } from './page-buttons.ts';
import { buttonRow, plain, text, type Button, type Part, type Reply, type Span } from './reply.ts';

/** As many gaps as a reply shows at once without crowding a phone. */
const gapsOnPage = 10;
const phrasingLength = 200;
const shownPhrasings = 10;

/** One page of the open gaps, counted from 0, and a select that opens one of them; the last page is the end. */
export function renderGaps(gaps: readonly Gap[], wanted: number, locale: ReplyLocale): Reply {
  const lastPage = Math.ceil(gaps.length / gapsOnPage) - 1;
  const page = Math.max(0, Math.min(wanted, lastPage));
  const shown = gaps.slice(page * gapsOnPage, (page + 1) * gapsOnPage);
  if (shown.length === 0) return { tone: 'notice', parts: [text('plain', say(locale, 'gapsEmpty', {}))] };
  return fit({
    tone: 'notice',
    parts: [
      text('plain', say(locale, 'gapsTitle', { count: gaps.length })),
      ...shown.map((gap) =>
        text('plain', [{ kind: 'bold', text: nameGap(gap) }, plain('\n'), ...describeGap(gap, locale)]),
      ),
      {
        kind: 'select',
        chosen: null,
        action: 'gap',
        placeholder: say(locale, 'gapsPick', {}),
        choices: shown.map((gap) => ({ label: nameGap(gap), value: gap.id })),
      },
      ...buttonRow(pageButtons({ page, lastPage, action: 'gaps-page' }, locale)),
    ],
  });
}

/** The first phrasing of a gap, by which it is listed. */
export function nameGap({ phrasings }: Gap): string {
  return cutText(phrasings[0] ?? '', phrasingLength);
}

/** One gap: how it was asked, and what can be done about it; `closest` are entries that may answer it already. */
export function renderGap(gap: Gap, closest: readonly EntryChoice[], locale: ReplyLocale): Reply {
  const { id, phrasings } = gap;
  const hidden = phrasings.length - shownPhrasings;
  return fit({
    tone: 'notice',
    parts: [
      ...phrasings
        .slice(0, shownPhrasings)
        .map((phrasing) => text('quote', cutText(phrasing, phrasingLength))),
      ...(hidden > 0 ? [text('small', say(locale, 'andMore', { count: hidden }))] : []),
      text('small', describeGap(gap, locale)),
      ...buttonRow([
        { label: say(locale, 'gapAnswer', {}), action: { name: 'gap-answer', argument: id }, look: 'main' },
        {
          label: say(locale, 'gapDismiss', {}),
          action: { name: 'gap-dismiss', argument: id },
          look: 'quiet',
        },
        backToList(locale),
      ]),
      ...linkSelect(gap, closest, locale),
    ],
  });
}

/** What was done about a gap, with the way to take it back where there is one. */
export function renderSettledGap(gap: Gap, said: readonly Span[], locale: ReplyLocale): Reply {
  return fit({
    tone: 'notice',
    parts: [
      text('quote', nameGap(gap)),
      text('plain', said),
      ...buttonRow([...(gap.state === 'open' ? [] : [takeBack(gap, locale)]), backToList(locale)]),
    ],
  });
}

/** How often and when a gap was asked, and how many wait for it. */
export function describeGap(gap: Gap, locale: ReplyLocale): readonly Span[] {
  const { timesAsked, lastAskedAt, waiting } = gap;
  const last: Span = { kind: 'countdown', at: new Date(lastAskedAt) };
  return [
    ...sayInSpans(locale, 'gapAsked', { count: timesAsked, last }),
    ...(waiting === 0 ? [] : [plain(` · ${say(locale, 'gapWaiting', { count: waiting })}`)]),
  ];
}

/** The value names both: a select has no argument of its own. */
function linkSelect({ id }: Gap, closest: readonly EntryChoice[], locale: ReplyLocale): readonly Part[] {
  return [
    {
      kind: 'select',
      chosen: null,
      action: 'gap-link',
      placeholder: say(locale, 'gapLink', {}),
      choices: closest.map((entry) => ({ label: entry.question, value: `${id}.${relatedKey(entry.id)}` })),
    },
    text('small', say(locale, 'gapLinkHint', {})),
  ];
}

function takeBack({ id }: Gap, locale: ReplyLocale): Button {
  return { label: say(locale, 'takeBack', {}), action: { name: 'gap-reopen', argument: id }, look: 'quiet' };
}

function backToList(locale: ReplyLocale): Button {
  return { label: say(locale, 'gapsBack', {}), action: { name: 'gaps-page', argument: '0' }, look: 'quiet' };
}
