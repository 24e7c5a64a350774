import { ask, askRelated, explainAnswer } from '../commands/ask.ts';
import { faq } from '../commands/faq.ts';
import { findTheAnswer, postPreview } from '../commands/find-the-answer.ts';
import { confirmRefresh, refresh } from '../commands/refresh.ts';
import { openPassage, search } from '../commands/search.ts';
import { status } from '../commands/status.ts';
import { openTopic, topics, turnTopicsPage } from '../commands/topics.ts';

import type { Command } from './discord/define-command.ts';
import type { Actions } from './discord/find-job.ts';

/** Every command of the bot, as it is registered and run. */
export const commandList: readonly Command[] = [ask, search, faq, topics, status, refresh, findTheAnswer];

/** What every button and select of the bot does. */
export const actionList: Actions = {
  ask: askRelated,
  open: openPassage,
  topic: openTopic,
  'topics-page': turnTopicsPage,
  why: explainAnswer,
  post: postPreview,
  'confirm-refresh': confirmRefresh,
};
