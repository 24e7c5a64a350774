import type { QuestionsToTry } from '../library/questions-to-try.ts';

import { askButtons } from './ask-buttons.ts';
import { say } from './catalog/say.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { buttonRow, plain, text, type Reply } from './reply.ts';

/** The bot's first message on a Discord of its own: who it is, and questions to try, an open one as the last. */
export function renderWelcome({ answered, open }: QuestionsToTry, locale: ReplyLocale): Reply {
  const questions = open === null ? answered : [...answered, open];
  const invitation =
    open === null
      ? say(locale, 'welcomeTry', { count: questions.length })
      : say(locale, 'welcomeTryOpen', {});
  const title = { kind: 'bold', text: say(locale, 'welcomeTitle', {}) } as const;
  return fit({
    tone: 'notice',
    parts: [
      text('plain', [title, plain(` ${say(locale, 'welcome', {})}`)]),
      text('plain', invitation),
      ...askButtons(questions).flatMap((button) => buttonRow([button])),
      text('small', say(locale, 'welcomeLocal', {})),
    ],
  });
}
