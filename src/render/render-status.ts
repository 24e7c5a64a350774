import type { LibraryStatus } from '../library/library.ts';

import { say, sayInSpans } from './catalog/say.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { text, type Part, type Reply } from './reply.ts';
import { showProblems } from './show-problems.ts';

const barLength = 12;

/** What the bot answers from and how its answers went; the problems of the content are for moderators. */
export function renderStatus(
  status: LibraryStatus,
  { locale, isModerator }: { readonly locale: ReplyLocale; readonly isModerator: boolean },
): Reply {
  const { documents, passages, entries, languages, refreshedAt, problems } = status;
  return fit({
    tone: 'notice',
    parts: [
      text('plain', [{ kind: 'bold', text: say(locale, 'statusTitle', {}) }]),
      text('plain', say(locale, 'statusHolds', { documents, passages, entries })),
      text('plain', say(locale, 'statusLanguages', { languages: nameLanguages(languages, locale) })),
      text('plain', sayInSpans(locale, 'statusRefreshed', { when: { kind: 'countdown', at: refreshedAt } })),
      { kind: 'separator' },
      ...showQuestions(status.questions, locale),
      ...(isModerator ? [{ kind: 'separator' } as const, ...showProblems(problems, locale)] : []),
    ],
  });
}

function nameLanguages(languages: LibraryStatus['languages'], locale: ReplyLocale): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return languages.length === 0
    ? '–'
    : languages.map((language) => names.of(language) ?? language).join(', ');
}

/** How many questions ended in which way, as bars of one picture. */
function showQuestions(questions: LibraryStatus['questions'], locale: ReplyLocale): readonly Part[] {
  const rows = [
    { count: questions.answered, said: say(locale, 'statusAnswered', { count: questions.answered }) },
    { count: questions.suggested, said: say(locale, 'statusSuggested', { count: questions.suggested }) },
    { count: questions.unanswered, said: say(locale, 'statusUnanswered', { count: questions.unanswered }) },
  ];
  const most = Math.max(1, ...rows.map((row) => row.count));
  const lines = rows.map(({ count, said }) => {
    const filled = Math.round((count / most) * barLength);
    return `${'█'.repeat(filled)}${'░'.repeat(barLength - filled)} ${said}`;
  });
  return [text('plain', say(locale, 'statusQuestions', {})), text('plain', lines.join('\n'))];
}
