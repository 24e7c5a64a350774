import type { Message } from 'discord.js';

import { replyLocales, toReplyLocale, type ReplyLocale } from '../render/locale.ts';
import { detectLanguage } from '../text/detect-language.ts';

import { isQuestion } from './is-question.ts';

/** What a message asks of the bot. */
export interface AskedMessage {
  /** `overheard`: nobody called the bot, so it speaks up only when it is sure. */
  readonly way: 'addressed' | 'overheard';
  /** Empty when there is nothing but the call itself. */
  readonly question: string;
  /** Discord keeps the text from bots that are not mentioned in it. */
  readonly isWithheld: boolean;
  readonly locale: ReplyLocale;
}

/** @returns null for whatever the bot does not answer: other bots, itself, system messages, talk among people. */
export function readQuestion(message: Message, answerChannels: readonly string[]): AskedMessage | null {
  if (message.author.bot || message.webhookId !== null || message.system) return null;
  const question = cleanQuestion(message.content);
  const isEmpty = message.content === '';
  const isWithheld = isEmpty && message.guildId !== null;
  const locale = localeOf(message, question);
  if (isAddressed(message)) {
    const hasOnlyFiles = isEmpty && message.attachments.size + message.stickers.size > 0;
    return hasOnlyFiles ? null : { way: 'addressed', question, isWithheld, locale };
  }
  if (!isIn(message, answerChannels) || !isQuestion(question)) return null;
  return { way: 'overheard', question, isWithheld, locale };
}

/** The text of a message without mentions and custom emoji, on one line. */
export function cleanQuestion(content: string): string {
  return content
    .replace(/<(?:@[!&]?|#|a?:\w+:)\d+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A direct message, a mention, or a reply to the bot. */
function isAddressed({ guildId, mentions, client }: Message): boolean {
  return (
    guildId === null || mentions.users.has(client.user.id) || mentions.repliedUser?.id === client.user.id
  );
}

function isIn({ channel, channelId }: Message, channels: readonly string[]): boolean {
  const parent = channel.isThread() ? channel.parentId : null;
  return channels.includes(channelId) || (parent !== null && channels.includes(parent));
}

/** In a direct message nothing says which language the person has set, but the question shows one. */
function localeOf({ guild }: Message, question: string): ReplyLocale {
  return toReplyLocale(guild?.preferredLocale ?? detectLanguage(question, replyLocales));
}
