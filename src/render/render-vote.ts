import { voteReasons, type VoteReason } from '../library/feedback.ts';

import { say, sayInSpans } from './catalog/say.ts';
import type { ReplyLocale } from './locale.ts';
import { buttonRow, text, type Part, type Reply } from './reply.ts';

/** An answer that somebody voted on. */
export interface AnswerPlace {
  readonly key: string;
  /** Id of the public message that the person may remove; null when there is none. */
  readonly messageId: string | null;
}

/** For somebody whom an answer did not help: why not? */
export function renderUnhelpful(place: AnswerPlace, locale: ReplyLocale): Reply {
  return {
    tone: 'notice',
    parts: [
      text('plain', say(locale, 'voteUnhelpful', {})),
      {
        kind: 'select',
        chosen: null,
        action: 'vote-why',
        placeholder: say(locale, 'voteWhy', {}),
        // The value names both: a select has no argument of its own.
        choices: voteReasons.map((reason) => ({
          label: say(locale, `reason-${reason}`, {}),
          value: `${reason}.${toArgument(place)}`,
        })),
      },
      ...removeButton(place, locale),
    ],
  };
}

/** The reason that was given. */
export function renderReason(reason: VoteReason, place: AnswerPlace, locale: ReplyLocale): Reply {
  const said = say(locale, `reason-${reason}`, {});
  return {
    tone: 'notice',
    parts: [
      text('plain', sayInSpans(locale, 'voteReason', { reason: said })),
      ...removeButton(place, locale),
    ],
  };
}

function removeButton(place: AnswerPlace, locale: ReplyLocale): readonly Part[] {
  if (place.messageId === null) return [];
  return buttonRow([
    {
      label: say(locale, 'answerRemove', {}),
      action: { name: 'answer-remove', argument: toArgument(place) },
      look: 'danger',
    },
  ]);
}

function toArgument({ key, messageId }: AnswerPlace): string {
  return `${key}.${messageId ?? ''}`;
}
