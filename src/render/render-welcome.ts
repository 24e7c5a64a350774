import { askButtons } from './ask-buttons.ts';
import { say } from './catalog/say.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { buttonRow, plain, text, type Reply } from './reply.ts';

/** The bot's first message on a Discord of its own: who it is, and questions to try, the last without an answer. */
export function renderWelcome(questions: readonly string[], locale: ReplyLocale): Reply {
  const title = { kind: 'bold', text: say(locale, 'welcomeTitle', {}) } as const;
  return fit({
    tone: 'notice',
    parts: [
      text('plain', [title, plain(` ${say(locale, 'welcome', {})}`)]),
      text('plain', say(locale, 'welcomeTry', {})),
      ...askButtons(questions).flatMap((button) => buttonRow([button])),
      text('small', say(locale, 'welcomeLocal', {})),
    ],
  });
}
