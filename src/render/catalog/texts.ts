import type { VoteReason } from '../../library/feedback.ts';
import type { Asked } from '../../search/asked.ts';
import type { Span } from '../reply.ts';

import type { Amount, ModeratorTexts, NoValues } from './moderator-texts.ts';

interface Words {
  readonly words: string;
}
/** From 0 to 1. */
interface Share {
  readonly share: number;
}
/** A confidence and what it is held against, each from 0 to 1. */
interface Sureness {
  readonly confidence: number;
  readonly answered: number;
  readonly suggested: number;
}

/** A text for each kind of thing that a question can ask for. */
type AskedTexts = Readonly<Record<`asked-${Asked}`, NoValues>>;

/** A text for each reason why an answer did not help. */
type ReasonTexts = Readonly<Record<`reason-${VoteReason}`, NoValues>>;

/** Every text of the catalogue with the values that it needs. */
export interface Texts extends AskedTexts, ReasonTexts, ModeratorTexts {
  readonly unanswered: NoValues;
  readonly raised: { readonly title: string };
  readonly suggested: NoValues;
  readonly found: NoValues;
  readonly topicsLine: { readonly topics: string };
  readonly greeting: NoValues;
  readonly welcomeTitle: NoValues;
  readonly welcome: NoValues;
  readonly welcomeTry: Amount;
  readonly welcomeTryOpen: NoValues;
  readonly welcomeLocal: NoValues;
  readonly unreadable: NoValues;
  readonly line: { readonly line: number };
  readonly lines: { readonly first: number; readonly last: number };
  readonly updated: { readonly date: string };
  readonly maybeOutdated: NoValues;
  readonly relatedTitle: NoValues;
  readonly typeQuestion: NoValues;
  readonly showAll: NoValues;
  readonly gone: NoValues;
  readonly noEntry: NoValues;
  readonly postIt: NoValues;
  readonly posted: NoValues;
  readonly cannotPost: NoValues;
  readonly topicsTitle: NoValues;
  readonly topicsEmpty: NoValues;
  readonly topicsPick: NoValues;
  readonly topicsPrevious: NoValues;
  readonly topicsNext: NoValues;
  readonly topicTags: { readonly tags: string };
  readonly topicAsk: NoValues;
  readonly passages: Amount;
  readonly andMore: Amount;
  readonly why: NoValues;
  readonly whyAnswered: Sureness;
  readonly whySuggested: Sureness;
  readonly whyUnanswered: Sureness;
  readonly whyNothing: NoValues;
  readonly whyNamed: NoValues;
  readonly whyCourtesy: NoValues;
  readonly whyOpen: NoValues;
  readonly whyPassage: NoValues;
  readonly whyChanged: NoValues;
  readonly whyRespelled: Words;
  readonly whyInSentence: Words;
  readonly whyElsewhere: Words;
  readonly whyClose: Words;
  readonly whyMissing: Words;
  readonly whyMissingNames: Words;
  readonly whyUnknown: Words;
  readonly whyAsked: { readonly what: string };
  readonly whyNotAsked: { readonly what: string };
  readonly whyStandsOut: Share;
  readonly whyRivals: Share;
  readonly whyMeaning: Share;
  readonly whyOtherMeaning: Share;
  readonly whyEntryQuestion: Share;
  readonly whyOtherQuestion: Share;
  readonly whyUnaddressed: NoValues;
  readonly whyOnlyGrammar: NoValues;
  readonly whyFewWords: Amount;
  readonly voteHelpful: NoValues;
  readonly voteUnhelpful: NoValues;
  readonly voteWhy: NoValues;
  readonly voteReason: { readonly reason: string };
  readonly answerRemove: NoValues;
  readonly answerRemoved: NoValues;
  readonly answerStays: NoValues;
  readonly answerNotYours: NoValues;
  readonly offer: NoValues;
  readonly offerShow: NoValues;
  readonly tellMe: NoValues;
  readonly tellMeNoted: NoValues;
  readonly tellMeAlready: NoValues;
  readonly tellMeSettled: NoValues;
  readonly answeredNow: NoValues;
  readonly privacyWaits: Amount;
  readonly privacyActs: Amount;
  readonly privacyQuestions: NoValues;
  readonly privacyForget: NoValues;
  readonly privacyForgotten: NoValues;
  readonly writtenHere: NoValues;
  readonly busy: NoValues;
  readonly cooldown: { readonly when: Span };
  readonly notAllowed: NoValues;
  readonly fault: { readonly reference: string };
  readonly tooOld: NoValues;
}

/** The name of a text. */
export type TextKey = keyof Texts;

/** One language's texts, as ICU messages. `<em>` is the only tag. */
export type Catalog = Readonly<Record<TextKey, string>>;
