import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { gapKey, keepQuestion, replyWith } from '../src/discord/answer-question.ts';
import { publicScope } from '../src/discord/caller.ts';
import type { ActionDefinition, MessageCommand } from '../src/discord/define-command.ts';
import { renderGreeting, renderNotice } from '../src/render/render-notice.ts';
import { renderPreview } from '../src/render/render-preview.ts';

/** Answers a message that someone wrote, at first only for the person who looked it up. */
export const findTheAnswer: MessageCommand = {
  kind: 'message',
  definition: {
    type: ApplicationCommandType.Message,
    name: 'Find the answer',
    name_localizations: { 'es-ES': 'Buscar la respuesta', 'es-419': 'Buscar la respuesta' },
    contexts: [InteractionContextType.Guild],
  },
  audience: 'everyone',
  visibility: 'private',
  async run({ target, caller, services, locale, act }) {
    const { library, drafts, askedQuestions, gaps } = services;
    if (target.question === '') return renderGreeting(locale, []);
    // What is previewed here may be posted for everyone.
    const scope = publicScope(caller);
    const answer = await library.answer(target.question, scope);
    const noted = await gaps.note(target.question, answer, scope);
    // The asker is who wrote the message, not who looked the answer up.
    const asker = { ...scope, userId: target.authorId };
    const keys = { ...keepQuestion(askedQuestions, target.question, answer, asker), ...gapKey(noted) };
    const asked = { library, scope, at: act.at };
    const preview = await replyWith(asked, answer, locale, keys);
    if (caller.channelId === null || answer.outcome === 'unanswered') return preview;
    const key = drafts.put({
      userId: caller.userId,
      channelId: caller.channelId,
      messageId: target.id,
      reply: await replyWith(asked, answer, caller.publicLocale, keys),
    });
    return renderPreview(preview, key, locale);
  },
};

/** "Post it": the previewed answer becomes a reply to the message, for everyone. */
export const postPreview: ActionDefinition = {
  audience: 'everyone',
  visibility: 'in-place',
  isQuestion: false,
  run({ argument, caller, services, locale }) {
    if (!caller.canPostHere) return Promise.resolve({ aside: renderNotice(locale, 'cannotPost', {}) });
    const draft = services.drafts.take(argument, caller.userId);
    if (draft === null) return Promise.resolve(renderNotice(locale, 'tooOld', {}));
    return Promise.resolve({
      post: draft.reply,
      channelId: draft.channelId,
      messageId: draft.messageId,
      nonce: argument,
      whenPosted: renderNotice(locale, 'posted', {}),
      whenRefused: renderNotice(locale, 'cannotPost', {}),
    });
  },
};
