import { LRUCache } from 'lru-cache';

import type { Reply } from '../render/reply.ts';

import type { Poster } from './poster.ts';

/** The bot's answer to one message. */
interface GivenAnswer {
  readonly channelId: string;
  readonly messageId: string;
  readonly question: string;
}

/** The answers to messages, as long as they are remembered: each message has one at most. */
export interface GivenAnswers {
  /** The question that a message was last answered for. */
  questionOf(messageId: string): string | null;
  /** Answers a message, or replaces the answer that it has. */
  give(
    message: { readonly id: string; readonly channelId: string },
    question: string,
    reply: Reply,
  ): Promise<void>;
  /** Removes the answer to a message, if there is one. */
  retract(messageId: string): Promise<void>;
}

const rememberedAnswers = 5000;

/** No answers given yet; `poster` sends, edits and removes them. */
export function createGivenAnswers(poster: Poster): GivenAnswers {
  const answers = new LRUCache<string, GivenAnswer>({ max: rememberedAnswers });
  return {
    questionOf: (messageId) => answers.get(messageId)?.question ?? null,
    async give({ id, channelId }, question, reply) {
      const before = answers.get(id);
      if (before !== undefined) {
        await poster.edit(before.channelId, before.messageId, reply);
        answers.set(id, { ...before, question });
        return;
      }
      const messageId = await poster.post({ channelId, replyTo: id, reply, calls: [], nonce: id });
      if (messageId !== null) answers.set(id, { channelId, messageId, question });
    },
    async retract(messageId) {
      const answer = answers.get(messageId);
      if (answer === undefined) return;
      answers.delete(messageId);
      await poster.remove(answer.channelId, answer.messageId);
    },
  };
}
