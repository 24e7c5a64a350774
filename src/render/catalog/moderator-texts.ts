import type { Caution } from '../../answer/caution.ts';
import type { ChannelMode } from '../../library/settings.ts';
import type { ReplyLocale } from '../locale.ts';
import type { Span } from '../reply.ts';

/** For a text without values. */
export type NoValues = Readonly<Record<string, never>>;

/** For a text that says how many. */
export interface Amount {
  readonly count: number;
}

/** A text for each choice of a setting. */
type SettingTexts = Readonly<
  Record<`mode-${ChannelMode}` | `caution-${Caution}` | `language-${ReplyLocale}`, NoValues>
>;

/** The texts that moderators alone read, with the values that they need. */
export interface ModeratorTexts extends SettingTexts {
  readonly refreshed: {
    readonly seconds: number;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly passages: number;
  };
  readonly refreshFewer: { readonly had: number; readonly left: number };
  readonly refreshUnreadable: NoValues;
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
  /** `share` is from 0 to 1. */
  readonly statusRepeated: { readonly share: number };
  readonly statusShards: {
    readonly here: number;
    readonly ids: string;
    readonly count: number;
    readonly lost: number;
    readonly lostIds: string;
  };
  readonly statusWeek: NoValues;
  readonly statusNoQuestions: NoValues;
  readonly chartAnswered: NoValues;
  readonly chartSuggested: NoValues;
  readonly chartUnanswered: NoValues;
  readonly statusAnswered: Amount;
  readonly statusSuggested: Amount;
  readonly statusUnanswered: Amount;
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
  readonly auditDone: { readonly who: Span; readonly action: string };
  readonly auditRefused: { readonly who: Span; readonly action: string };
  readonly auditTimes: Amount;
  readonly auditBefore: NoValues;
  readonly auditAfter: NoValues;
  readonly settingsTitle: NoValues;
  readonly settingsChannels: NoValues;
  readonly settingsNoChannels: NoValues;
  readonly settingsPickChannel: NoValues;
  readonly settingsChannel: { readonly channel: Span };
  readonly settingsThreads: NoValues;
  readonly settingsNeedsContent: NoValues;
  readonly settingsBack: NoValues;
  readonly settingsOperator: { readonly value: string };
  readonly settingsCaution: NoValues;
  readonly settingsLanguage: NoValues;
  readonly settingsLanguageDiscord: NoValues;
  readonly settingsCooldown: NoValues;
  readonly settingsSeconds: Amount;
  readonly settingsNoCooldown: NoValues;
  readonly settingsLog: NoValues;
  readonly settingsLogClosed: NoValues;
  readonly settingsNoLog: NoValues;
  readonly settingsNoRoles: NoValues;
  readonly settingsRoles: NoValues;
  readonly settingsRolesHint: NoValues;
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
  readonly entryChannels: NoValues;
  readonly entryChannelsAll: NoValues;
  readonly entryRoles: NoValues;
  readonly entryRolesAll: NoValues;
  readonly entryRolesPrivate: NoValues;
  readonly entryNoTags: NoValues;
  readonly formTags: NoValues;
  readonly formTagsField: NoValues;
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
  readonly 'fault-question-length': NoValues;
  readonly 'fault-question-lines': NoValues;
  readonly 'fault-answer-length': NoValues;
  readonly 'fault-answer-heading': NoValues;
  readonly 'fault-aliases-count': NoValues;
  readonly 'fault-alias-length': NoValues;
  readonly 'fault-url-form': NoValues;
  readonly 'fault-review-date': NoValues;
}

/** The moderators' texts of one language. */
export type ModeratorCatalog = Readonly<Record<keyof ModeratorTexts, string>>;
