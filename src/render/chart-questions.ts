import type { DayTally } from '../library/feedback.ts';

import { say } from './catalog/say.ts';
import type { Chart } from './chart/chart.ts';
import { drawColumns } from './chart/columns.ts';
import { stackPanels } from './chart/panel.ts';
import type { ReplyLocale } from './locale.ts';
import { countQuestions, sayQuestions } from './say-questions.ts';

const dayMs = 24 * 60 * 60_000;

/** How the questions of these days ended, a column a day; null when nobody asked. */
export function chartQuestions(days: readonly DayTally[], locale: ReplyLocale): Chart | null {
  const counts = countQuestions(days);
  if (counts.answered + counts.suggested + counts.unanswered === 0) return null;
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const title = say(locale, 'statusWeek', {});
  const panel = drawColumns(title, {
    series: [
      { label: say(locale, 'chartAnswered', {}), color: 'blue' },
      { label: say(locale, 'chartSuggested', {}), color: 'orange' },
      { label: say(locale, 'chartUnanswered', {}), color: 'grey' },
    ],
    counts: 'stacked',
    columns: days.map(({ day, answered, suggested, unanswered }) => ({
      label: weekdays.format(day * dayMs),
      counts: [answered, suggested, unanswered],
    })),
  });
  return { svg: stackPanels([panel]), description: `${title}: ${sayQuestions(counts, locale)}` };
}
