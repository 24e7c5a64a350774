import type { Snippet } from '../answer/answer.ts';
import type { WeekTally } from '../library/fill-days.ts';

import { say } from './catalog/say.ts';
import { drawBars } from './chart/bars.ts';
import type { Chart } from './chart/chart.ts';
import { drawColumns } from './chart/columns.ts';
import { stackPanels, type Panel } from './chart/panel.ts';
import type { Insights } from './insights.ts';
import type { ReplyLocale } from './locale.ts';
import { nameOf } from './show-citation.ts';

const shortDates: Readonly<Record<ReplyLocale, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
};

/** Gaps over time, what was asked most and what helped least; null when there is nothing of all that. */
export function chartInsights(insights: Insights, locale: ReplyLocale): Chart | null {
  const { days, weeks, mostAsked, leastHelpful } = insights;
  const most = mostAsked.map(({ passage, times }) => ({ label: nameIn(passage, locale), counts: [times] }));
  const least = leastHelpful.map(({ passage, helpful, unhelpful }) => ({
    label: nameIn(passage, locale),
    counts: [helpful, unhelpful],
  }));
  const panels: readonly Panel[] = [
    ...(isQuiet(weeks) ? [] : [chartWeeks(weeks, locale)]),
    ...(most.length === 0
      ? []
      : [
          drawBars(say(locale, 'insightsMost', { count: days }), {
            series: [{ label: say(locale, 'chartAnswered', {}), color: 'blue' }],
            bars: most,
          }),
        ]),
    ...(least.length === 0 ? [] : [drawBars(say(locale, 'insightsLeast', {}), voteBars(least, locale))]),
  ];
  if (panels.length === 0) return null;
  const listed = (bars: typeof least): string =>
    bars.length === 0 ? '–' : `${bars.map((bar) => `${bar.label} (${bar.counts.join(' · ')})`).join('; ')}.`;
  const description = say(locale, 'insightsPicture', {
    gaps: sayWeeks(weeks, locale),
    most: listed(most),
    least: listed(least),
  });
  return { svg: stackPanels(panels), description };
}

/** Whether no gap began and none was settled. */
export function isQuiet(weeks: readonly WeekTally[]): boolean {
  return weeks.every(({ opened, settled }) => opened === 0 && settled === 0);
}

/** How many gaps began and were settled in all of these weeks. */
export function sayWeeks(weeks: readonly WeekTally[], locale: ReplyLocale): string {
  const opened = weeks.reduce((sum, week) => sum + week.opened, 0);
  const settled = weeks.reduce((sum, week) => sum + week.settled, 0);
  return say(locale, 'insightsWeeks', { count: weeks.length, opened, settled });
}

function chartWeeks(weeks: readonly WeekTally[], locale: ReplyLocale): Panel {
  return drawColumns(say(locale, 'insightsGaps', {}), {
    series: [
      { label: say(locale, 'chartOpened', {}), color: 'orange' },
      { label: say(locale, 'chartSettled', {}), color: 'blue' },
    ],
    counts: 'beside',
    columns: weeks.map(({ from, opened, settled }) => ({
      label: shortDates[locale].format(from),
      counts: [opened, settled],
    })),
  });
}

function voteBars<Bar>(bars: readonly Bar[], locale: ReplyLocale) {
  return {
    series: [
      { label: say(locale, 'chartHelpful', {}), color: 'blue' as const },
      { label: say(locale, 'chartUnhelpful', {}), color: 'orange' as const },
    ],
    bars,
  };
}

function nameIn(passage: Snippet | null, locale: ReplyLocale): string {
  return passage === null ? say(locale, 'insightsGone', {}) : nameOf(passage);
}
