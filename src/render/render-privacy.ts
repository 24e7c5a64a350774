import type { StoredAboutPerson } from '../library/store.ts';

import { say } from './catalog/say.ts';
import type { ReplyLocale } from './locale.ts';
import { buttonRow, text, type Button, type Reply } from './reply.ts';

/** What is stored about the person who reads it, and the way to have it forgotten. */
export function renderPrivacy({ waits, acts }: StoredAboutPerson, locale: ReplyLocale): Reply {
  const forget: Button = {
    label: say(locale, 'privacyForget', {}),
    action: { name: 'forget', argument: '' },
    look: 'danger',
  };
  return {
    tone: 'notice',
    parts: [
      ...(waits === 0 && acts > 0 ? [] : [text('plain', say(locale, 'privacyWaits', { count: waits }))]),
      ...(acts === 0 ? [] : [text('plain', say(locale, 'privacyActs', { count: acts }))]),
      text('small', say(locale, 'privacyQuestions', {})),
      ...buttonRow(waits === 0 ? [] : [forget]),
    ],
  };
}
