import { ApplicationCommandOptionType, ApplicationCommandType, InteractionContextType } from 'discord.js';

import { answerQuestion, askerOf, keepQuestion, replyWith } from '../src/discord/answer-question.ts';
import { defineCommand, type ActionDefinition, type Context } from '../src/discord/define-command.ts';
import type { Result } from '../src/discord/result.ts';
import { mayRemove, readPlace, readReason, takeVote } from '../src/discord/take-vote.ts';
import { renderExplanation } from '../src/render/render-explanation.ts';
import { renderNotice } from '../src/render/render-notice.ts';
import { renderReason, renderUnhelpful } from '../src/render/render-vote.ts';

/** `/ask`: answers a question for everyone in the channel. */
export const ask = defineCommand({
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    name_localizations: { 'es-ES': 'preguntar', 'es-419': 'preguntar' },
    description: 'Ask a question and get the passage that answers it',
    description_localizations: {
      'es-ES': 'Haz una pregunta y recibe el pasaje que la responde',
      'es-419': 'Haz una pregunta y recibe el pasaje que la responde',
    },
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        name_localizations: { 'es-ES': 'pregunta', 'es-419': 'pregunta' },
        description: 'What you want to know',
        description_localizations: { 'es-ES': 'Lo que quieres saber', 'es-419': 'Lo que quieres saber' },
        required: true,
        max_length: 1000,
      },
    ],
  },
  audience: 'everyone',
  visibility: 'public',
  async run(context) {
    const { options, services, locale } = context;
    return (await answerQuestion(services, options.question, askerOf(context), locale)).reply;
  },
});

/** The button of a related question, and the choice of a heading: asks it, for the person who clicked. */
export const askRelated: ActionDefinition = {
  audience: 'everyone',
  visibility: 'private',
  isQuestion: true,
  async run(context) {
    const { argument, scope, services, locale } = context;
    const question = await services.library.related(argument, scope);
    if (question === null) return renderNotice(locale, 'tooOld', {});
    return (await answerQuestion(services, question, askerOf(context), locale)).reply;
  },
};

/** "Show it to me alone", where the bot answers in private. */
export const showOffer: ActionDefinition = {
  audience: 'everyone',
  visibility: 'private',
  isQuestion: true,
  async run({ argument, caller, scope, services, locale, act }) {
    const { library, askedQuestions } = services;
    const asked = askedQuestions.get(argument);
    if (asked === null) return renderNotice(locale, 'tooOld', {});
    const answer = await library.answer(asked.question, scope);
    const asker = { guildId: caller.guildId, userId: caller.userId };
    const keys = { ...keepQuestion(askedQuestions, asked.question, answer, asker), gapId: null };
    return replyWith({ library, scope, at: act.at }, answer, locale, keys);
  },
};

/** "Why this answer": the reasons, for the person who clicked alone. */
export const explainAnswer: ActionDefinition = {
  audience: 'everyone',
  visibility: 'private',
  isQuestion: false,
  async run({ argument, scope, services, locale, act }) {
    const asked = services.askedQuestions.get(argument);
    if (asked === null) return renderNotice(locale, 'tooOld', {});
    const explanation = await services.library.explain(asked.question, scope);
    const { snippet } = explanation;
    // Reasons for another passage than those that were shown would only confuse.
    const isShown = snippet !== null && asked.passageIds.includes(snippet.passageId);
    return isShown
      ? renderExplanation(explanation, locale, new Date(act.at))
      : renderNotice(locale, 'whyChanged', {});
  },
};

/** 👍: it helped. */
export const voteHelpful: ActionDefinition = {
  audience: 'everyone',
  visibility: 'private',
  isQuestion: false,
  async run(context) {
    const asked = await takeVote(context, context.argument, { value: 'helpful', reason: null });
    return renderNotice(context.locale, asked === null ? 'tooOld' : 'voteHelpful', {});
  },
};

/** 👎: it did not help, and then why, and the way to have it removed. */
export const voteUnhelpful: ActionDefinition = {
  audience: 'everyone',
  visibility: 'private',
  isQuestion: false,
  async run(context) {
    const { argument: key, caller, message, locale } = context;
    const asked = await takeVote(context, key, { value: 'unhelpful', reason: null });
    if (asked === null) return renderNotice(locale, 'tooOld', {});
    // What only one person sees, that person can dismiss without the bot.
    const isRemovable = !message.isPrivate && mayRemove(caller, asked);
    return renderUnhelpful({ key, messageId: isRemovable ? message.id : null }, locale);
  },
};

/** Why it did not help. */
export const giveReason: ActionDefinition = {
  audience: 'everyone',
  visibility: 'in-place',
  isQuestion: false,
  async run(context) {
    const { argument, locale } = context;
    const given = readReason(argument);
    if (given === null) return renderNotice(locale, 'tooOld', {});
    const { reason, place } = given;
    const asked = await takeVote(context, place.key, { value: 'unhelpful', reason });
    return asked === null ? renderNotice(locale, 'tooOld', {}) : renderReason(reason, place, locale);
  },
};

/** "Remove this answer", for who asked and for moderators. */
export const removeAnswer: ActionDefinition = {
  audience: 'everyone',
  visibility: 'in-place',
  isQuestion: false,
  async run(context): Promise<Result> {
    const { argument, caller, services, locale } = context;
    const { key, messageId } = readPlace(argument);
    const asked = services.askedQuestions.get(key);
    const { channelId } = caller;
    if (asked === null || messageId === null || channelId === null) return renderNotice(locale, 'tooOld', {});
    const isAllowed = mayRemove(caller, asked);
    if (caller.userId !== asked.askedBy) await noteRemoval(context, isAllowed ? 'done' : 'refused');
    if (!isAllowed) return renderNotice(locale, 'answerNotYours', {});
    return {
      channelId,
      removedId: messageId,
      whenRemoved: renderNotice(locale, 'answerRemoved', {}),
      whenRefused: renderNotice(locale, 'answerStays', {}),
    };
  },
};

/** Who removes the answer to a question of their own does not act as a moderator. */
async function noteRemoval({ caller, services, act }: Context, outcome: 'done' | 'refused'): Promise<void> {
  const { guildId } = caller;
  if (guildId === null) return;
  const { by, at } = act;
  await services.audit.note({ guildId, by, at, action: 'answer.remove', outcome });
}
