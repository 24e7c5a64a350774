import type { LibraryStatus } from '../library/library.ts';

import { say } from './catalog/say.ts';
import type { ReplyLocale } from './locale.ts';

type Counts = LibraryStatus['questions'];

/** How many questions ended in which way, over all of these. */
export function countQuestions(counts: readonly Counts[]): Counts {
  const sum = (outcome: keyof Counts): number => counts.reduce((total, each) => total + each[outcome], 0);
  return { answered: sum('answered'), suggested: sum('suggested'), unanswered: sum('unanswered') };
}

/** `12 answered · 3 closest · 4 none`. */
export function sayQuestions({ answered, suggested, unanswered }: Counts, locale: ReplyLocale): string {
  return [
    say(locale, 'statusAnswered', { count: answered }),
    say(locale, 'statusSuggested', { count: suggested }),
    say(locale, 'statusUnanswered', { count: unanswered }),
  ].join(' · ');
}
