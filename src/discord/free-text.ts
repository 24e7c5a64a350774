import type { Message } from 'discord.js';

import type { Library } from '../library/library.ts';
import type { GapNoter } from '../library/note-gaps.ts';
import type { Clock, Logger } from '../library/ports.ts';
import { renderCooldown, renderGreeting, renderNotice, renderOffer } from '../render/render-notice.ts';
import type { Reply } from '../render/reply.ts';

import { answerQuestion, keepQuestion, listTopics, type AnswerParts, type Asker } from './answer-question.ts';
import type { AskedQuestions } from './asked-questions.ts';
import type { Cooldown } from './cooldown.ts';
import { createGivenAnswers } from './given-answers.ts';
import { mayWriteIn } from './may-write.ts';
import type { Poster } from './poster.ts';
import { placesOf, publicReader } from './reader.ts';
import { readQuestion, type AskedMessage } from './read-question.ts';
import type { SeenIds } from './seen-ids.ts';
import type { RulesOf } from './server-rules.ts';
import { tellFailure } from './tell-failure.ts';
import { createTurns } from './turns.ts';

/** What messages are answered with. */
export interface FreeTextParts {
  readonly library: Library;
  readonly askedQuestions: AskedQuestions;
  readonly gaps: GapNoter;
  readonly poster: Poster;
  readonly cooldown: Cooldown;
  readonly seenIds: SeenIds;
  readonly rulesOf: RulesOf;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The bot's part in talk that is no command: an answer follows its question through edits and deletion. */
export interface FreeText {
  onCreate(message: Message): Promise<void>;
  onEdit(message: Message): Promise<void>;
  onDelete(messageId: string): Promise<void>;
}

/** Later than this, an edit does not call the bot into a conversation that went on. */
const editableMs = 15 * 60_000;

/** Answers messages through `parts.poster`; what goes wrong is logged, and told where the bot was called. */
export function createFreeText(parts: FreeTextParts): FreeText {
  const given = createGivenAnswers(parts.poster);
  const inTurn = createTurns();

  async function answer(message: Message, asked: AskedMessage): Promise<void> {
    try {
      const reply = await composeReply(parts, asked, askerOf(message, parts));
      await (reply === null ? given.retract(message.id) : given.give(message, asked.question, reply));
    } catch (error) {
      const failure = { message: 'a message was not answered' };
      const told = tellFailure(parts.logger, error, failure, asked.locale);
      if (asked.way === 'addressed') await given.give(message, asked.question, told);
    }
  }

  async function takeUp(message: Message, asked: AskedMessage): Promise<void> {
    if (message.inGuild() && !mayWriteIn(message.channel)) {
      parts.poster.keepOut(message.channelId);
      return;
    }
    const refusal = await refuse(parts, message, asked);
    if (refusal === null) await answer(message, asked);
    else if (refusal.reply !== null) await given.give(message, asked.question, refusal.reply);
  }

  async function follow(message: Message, editedAt: number): Promise<void> {
    const asked = readQuestion(message, parts.rulesOf(message.guildId));
    const before = given.questionOf(message.id);
    if (asked === null) return given.retract(message.id);
    if (before === asked.question) return;
    // An edit that brings a question is as good as a new message; one to an answered question costs no second wait.
    if (before !== null) await answer(message, asked);
    else if (editedAt - message.createdTimestamp <= editableMs) await takeUp(message, asked);
  }

  return {
    async onCreate(message) {
      const asked = readQuestion(message, parts.rulesOf(message.guildId));
      if (asked === null || !parts.seenIds.isNew(message.id)) return;
      await inTurn(message.id, () => takeUp(message, asked));
    },
    async onEdit(message) {
      const { editedTimestamp, id } = message;
      // Discord also sends an edit when it has looked up a link.
      if (editedTimestamp === null || !parts.seenIds.isNew(`${id}/${editedTimestamp}`)) return;
      await inTurn(id, () => follow(message, editedTimestamp));
    },
    onDelete: (messageId) => inTurn(messageId, () => given.retract(messageId)),
  };
}

/** Everyone in the channel will read the answer. */
function askerOf({ guildId, channelId, channel, author }: Message, { clock, rulesOf }: FreeTextParts): Asker {
  const channels = guildId === null ? [] : placesOf(channelId, channel);
  const { caution } = rulesOf(guildId);
  return { guildId, reader: publicReader(channels), caution, userId: author.id, at: clock.now() };
}

/** @returns null where the bot had better be silent. */
async function composeReply(parts: AnswerParts, asked: AskedMessage, asker: Asker): Promise<Reply | null> {
  const { question, isWithheld, locale, way } = asked;
  if (isWithheld) return renderNotice(locale, 'unreadable', {});
  if (question === '')
    return renderGreeting(locale, await listTopics({ library: parts.library, scope: asker }));
  const { answer, reply } = await answerQuestion(parts, question, asker, locale);
  if (way === 'addressed') return reply;
  if (answer.outcome !== 'answered') return null;
  if (way === 'overheard') return reply;
  const { whyKey } = keepQuestion(parts.askedQuestions, question, answer, asker);
  return whyKey === null ? null : renderOffer(whyKey, locale);
}

/** Whether this person has to wait, and what to say to that: the first time only, and only when the bot was called. */
async function refuse(
  { cooldown, clock, rulesOf }: FreeTextParts,
  { author, guildId }: Message,
  { way, locale }: AskedMessage,
): Promise<{ readonly reply: Reply | null } | null> {
  const wait = await cooldown.take(author.id, rulesOf(guildId).cooldownSeconds);
  if (wait === null) return null;
  if (!wait.isFirst || way !== 'addressed') return { reply: null };
  return { reply: renderCooldown(locale, new Date(clock.now() + wait.waitMs)) };
}
