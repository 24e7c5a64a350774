import { addPhrasing, addToTheFaq, editAgain, saveAnyway, writeEntry } from '../commands/add-to-the-faq.ts';
import {
  ask,
  askRelated,
  explainAnswer,
  giveReason,
  removeAnswer,
  showOffer,
  voteHelpful,
  voteUnhelpful,
} from '../commands/ask.ts';
import {
  changeEntry,
  entry,
  openEntryTags,
  pressRemove,
  setEntryChannels,
  setEntryRoles,
  setEntryTags,
  undoEntry,
} from '../commands/entry.ts';
import { faq } from '../commands/faq.ts';
import { findTheAnswer, postPreview } from '../commands/find-the-answer.ts';
import {
  answerGap,
  dismissGap,
  gaps,
  linkToEntry,
  openGap,
  reopenGap,
  tellMe,
  turnGapsPage,
} from '../commands/gaps.ts';
import { insights } from '../commands/insights.ts';
import { forgetMe, privacy } from '../commands/privacy.ts';
import { confirmRefresh, refresh } from '../commands/refresh.ts';
import { openPassage, search } from '../commands/search.ts';
import {
  backToSettings,
  openChannelSetting,
  setCaution,
  setCooldown,
  setLanguage,
  setLogChannel,
  setMode,
  setRoles,
  settings,
} from '../commands/settings.ts';
import { status } from '../commands/status.ts';
import { openTopic, topics, turnTopicsPage } from '../commands/topics.ts';

import type { Command } from './discord/define-command.ts';
import type { Actions, Forms } from './discord/find-job.ts';

/** Every command of the bot, as it is registered and run. */
export const commandList: readonly Command[] = [
  ask,
  search,
  faq,
  topics,
  status,
  privacy,
  refresh,
  gaps,
  insights,
  entry,
  settings,
  findTheAnswer,
  addToTheFaq,
];

/** What every button and select of the bot does. */
export const actionList: Actions = {
  ask: askRelated,
  open: openPassage,
  topic: openTopic,
  'topics-page': turnTopicsPage,
  why: explainAnswer,
  helpful: voteHelpful,
  unhelpful: voteUnhelpful,
  'vote-why': giveReason,
  'answer-remove': removeAnswer,
  post: postPreview,
  'confirm-refresh': confirmRefresh,
  tell: tellMe,
  'gaps-page': turnGapsPage,
  gap: openGap,
  'gap-answer': answerGap,
  'gap-link': linkToEntry,
  'gap-dismiss': dismissGap,
  'gap-reopen': reopenGap,
  'entry-again': editAgain,
  'entry-save': saveAnyway,
  'entry-phrasing': addPhrasing,
  'entry-remove': pressRemove,
  'entry-undo': undoEntry,
  'entry-channels': setEntryChannels,
  'entry-roles': setEntryRoles,
  'entry-tags': openEntryTags,
  forget: forgetMe,
  offer: showOffer,
  settings: backToSettings,
  'settings-channel': openChannelSetting,
  'settings-mode': setMode,
  'settings-caution': setCaution,
  'settings-language': setLanguage,
  'settings-cooldown': setCooldown,
  'settings-log': setLogChannel,
  'settings-roles': setRoles,
};

/** What submitting every form of the bot does. */
export const formList: Forms = {
  'write-entry': writeEntry,
  'change-entry': changeEntry,
  'change-tags': setEntryTags,
};
