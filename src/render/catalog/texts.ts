import type { VoteReason } from '../../library/feedback.ts';
import type { Asked } from '../../search/asked.ts';
import type { Span } from '../reply.ts';

type NoValues = Readonly<Record<string, never>>;
interface Amount {
  readonly count: number;
}

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
export interface Texts extends AskedTexts, ReasonTexts {
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
  readonly refreshed: {
    readonly seconds: number;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly passages: number;
  };
  readonly refreshKept: { readonly reason: string };
  readonly refreshAnyway: NoValues;
  readonly oldVersionServes: NoValues;
  readonly oldFilesServe: { readonly files: string };
  readonly noProblems: NoValues;
  readonly problems: Amount;
  readonly statusTitle: NoValues;
  readonly statusHolds: { readonly documents: number; readonly passages: number; readonly entries: number };
  readonly statusLanguages: { readonly languages: string };
  readonly statusRefreshed: { readonly when: Span };
  readonly statusQuestions: NoValues;
  readonly statusWeek: NoValues;
  readonly statusNoQuestions: NoValues;
  readonly chartAnswered: NoValues;
  readonly chartSuggested: NoValues;
  readonly chartUnanswered: NoValues;
  readonly statusAnswered: Amount;
  readonly statusSuggested: Amount;
  readonly statusUnanswered: Amount;
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
  /** `count` is a number of days, here and in the next. */
  readonly insightsMost: Amount;
  readonly insightsVotes: Amount;
  readonly insightsNoVotes: NoValues;
  readonly insightsLeast: NoValues;
  readonly insightsGone: NoValues;
  readonly insightsEmpty: NoValues;
  readonly insightsGaps: NoValues;
  readonly insightsWeeks: { readonly count: number; readonly opened: number; readonly settled: number };
  readonly insightsWeek: { readonly date: string; readonly opened: number; readonly settled: number };
  readonly insightsOverdue: Amount;
  readonly insightsOverdueSince: { readonly date: string };
  readonly insightsPicture: { readonly gaps: string; readonly most: string; readonly least: string };
  readonly chartOpened: NoValues;
  readonly chartSettled: NoValues;
  readonly chartHelpful: NoValues;
  readonly chartUnhelpful: NoValues;
  readonly tellMe: NoValues;
  readonly tellMeNoted: NoValues;
  readonly tellMeAlready: NoValues;
  readonly tellMeSettled: NoValues;
  readonly answeredNow: NoValues;
  readonly gapsEmpty: NoValues;
  readonly gapsTitle: Amount;
  readonly gapAsked: Amount & { readonly last: Span };
  readonly gapWaiting: Amount;
  readonly gapsPick: NoValues;
  readonly gapsBack: NoValues;
  readonly gapAnswer: NoValues;
  readonly gapDismiss: NoValues;
  readonly gapLink: NoValues;
  readonly gapLinkHint: NoValues;
  readonly gapLinked: { readonly entry: string };
  readonly gapDismissed: NoValues;
  readonly gapReopened: NoValues;
  readonly gapGone: NoValues;
  readonly takeBack: NoValues;
  readonly repeated: NoValues;
  readonly entrySaved: NoValues;
  readonly entryUndone: NoValues;
  readonly entryRemoved: NoValues;
  readonly entryRemove: NoValues;
  readonly entryRemoveAsk: NoValues;
  readonly entryGone: NoValues;
  readonly entryNothingToUndo: NoValues;
  readonly entryConflict: NoValues;
  readonly entryTheirs: NoValues;
  readonly entryMine: NoValues;
  readonly entryClose: NoValues;
  readonly entryAddPhrasing: NoValues;
  readonly entrySaveNew: NoValues;
  readonly entryEditAgain: NoValues;
  readonly entryImpact: NoValues;
  readonly entryBefore: NoValues;
  readonly entryAfter: NoValues;
  readonly entryNoAnswer: NoValues;
  readonly entrySaveAnyway: NoValues;
  readonly entryFaults: NoValues;
  readonly entryHistory: { readonly question: string };
  readonly entryVersion: {
    readonly version: number;
    readonly change: string;
    readonly when: Span;
    readonly by: Span;
  };
  readonly 'change-added': NoValues;
  readonly 'change-edited': NoValues;
  readonly 'change-removed': NoValues;
  readonly 'change-restored': NoValues;
  readonly formAdd: NoValues;
  readonly formEdit: NoValues;
  readonly formQuestion: NoValues;
  readonly formAnswer: NoValues;
  readonly formAliases: NoValues;
  readonly formUrl: NoValues;
  readonly formReviewOn: NoValues;
  readonly privacyWaits: Amount;
  readonly privacyActs: Amount;
  readonly privacyQuestions: NoValues;
  readonly privacyForget: NoValues;
  readonly privacyForgotten: NoValues;
  readonly 'fault-question-length': NoValues;
  readonly 'fault-question-lines': NoValues;
  readonly 'fault-answer-length': NoValues;
  readonly 'fault-answer-heading': NoValues;
  readonly 'fault-aliases-count': NoValues;
  readonly 'fault-alias-length': NoValues;
  readonly 'fault-url-form': NoValues;
  readonly 'fault-review-date': NoValues;
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
