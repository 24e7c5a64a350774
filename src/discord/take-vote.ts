import { voteReasons, type Vote, type VoteReason } from '../library/feedback.ts';
import type { AnswerPlace } from '../render/render-vote.ts';

import type { AskedQuestion } from './asked-questions.ts';
import type { Caller } from './caller.ts';
import type { Context } from './define-command.ts';

/** Notes what the person thinks of an answer. @returns null when the answer is too old to be known. */
export async function takeVote(
  { caller, services, act }: Context,
  answerKey: string,
  opinion: Pick<Vote, 'value' | 'reason'>,
): Promise<AskedQuestion | null> {
  const { guildId, userId } = caller;
  const asked = services.askedQuestions.get(answerKey);
  const passageId = asked?.passageIds[0];
  if (guildId === null || asked === null || passageId === undefined) return null;
  await services.store.votes.vote(guildId, { userId, answerKey, passageId, at: act.at, ...opinion });
  return asked;
}

/** Whether this person may remove the answer to this question. */
export function mayRemove({ userId, isModerator }: Caller, { askedBy }: AskedQuestion): boolean {
  return isModerator || userId === askedBy;
}

/** Reads the argument of "Remove this answer". */
export function readPlace(argument: string): AnswerPlace {
  const [key = '', messageId = ''] = argument.split('.');
  return { key, messageId: messageId === '' ? null : messageId };
}

/** Reads the choice of a reason; null when it is none of ours. */
export function readReason(
  argument: string,
): { readonly reason: VoteReason; readonly place: AnswerPlace } | null {
  const end = argument.indexOf('.');
  const reason = voteReasons.find((known) => known === argument.slice(0, Math.max(end, 0)));
  return reason === undefined ? null : { reason, place: readPlace(argument.slice(end + 1)) };
}
