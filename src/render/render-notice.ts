import { say, sayInSpans } from './catalog/say.ts';
import type { Texts } from './catalog/texts.ts';
import type { ReplyLocale } from './locale.ts';
import { buttonRow, text, type Reply, type Span } from './reply.ts';
import { sayTopics } from './say-topics.ts';

type NoticeKey =
  | 'answerNotYours'
  | 'answerRemoved'
  | 'answerStays'
  | 'busy'
  | 'entryGone'
  | 'entryNothingToUndo'
  | 'gapGone'
  | 'privacyForgotten'
  | 'repeated'
  | 'tellMeAlready'
  | 'tellMeNoted'
  | 'tellMeSettled'
  | 'cannotPost'
  | 'gone'
  | 'noEntry'
  | 'notAllowed'
  | 'posted'
  | 'tooOld'
  | 'unreadable'
  | 'voteHelpful'
  | 'whyChanged';

/** One sentence of the bot's own. */
export function renderNotice<K extends NoticeKey>(locale: ReplyLocale, key: K, values: Texts[K]): Reply {
  return { tone: 'notice', parts: [text('plain', sayInSpans(locale, key, values))] };
}

/** For someone who asks too fast: from when on the next question is fine. */
export function renderCooldown(locale: ReplyLocale, endsAt: Date): Reply {
  const when: Span = { kind: 'countdown', at: endsAt };
  return { tone: 'notice', parts: [text('plain', sayInSpans(locale, 'cooldown', { when }))] };
}

/** What a person learns of a fault: the reference under which its cause stands in the log. */
export function renderFault(locale: ReplyLocale, reference: string): Reply {
  return { tone: 'fault', parts: [text('plain', sayInSpans(locale, 'fault', { reference }))] };
}

/** Where the bot answers in private alone: that it has an answer, by the key of the question. */
export function renderOffer(key: string, locale: ReplyLocale): Reply {
  return {
    tone: 'notice',
    parts: [
      text('plain', say(locale, 'offer', {})),
      ...buttonRow([
        { label: say(locale, 'offerShow', {}), action: { name: 'offer', argument: key }, look: 'main' },
      ]),
    ],
  };
}

/** For someone who calls the bot without a question. */
export function renderGreeting(locale: ReplyLocale, topics: readonly string[]): Reply {
  return {
    tone: 'notice',
    parts: [text('plain', say(locale, 'greeting', {})), ...sayTopics(topics, locale)],
  };
}
