import type { Message } from 'discord.js';

import type { ChannelMode } from '../library/settings.ts';
import { replyLocales, toReplyLocale, type ReplyLocale } from '../render/locale.ts';
import { detectLanguage } from '../text/detect-language.ts';

import { isQuestion } from './is-question.ts';
import type { ServerRules } from './server-rules.ts';

/** What a message asks of the bot. */
export interface AskedMessage {
  /** Nobody called the bot in the latter two, so it speaks up only when it is sure; `offered` shows its answer to few. */
  readonly way: 'addressed' | 'overheard' | 'offered';
  /** Empty when there is nothing but the call itself. */
  readonly question: string;
  /** Discord keeps the text from bots that are not mentioned in it. */
  readonly isWithheld: boolean;
  readonly locale: ReplyLocale;
}

/** @returns null for whatever the bot does not answer: other bots, itself, system messages, talk among people. */
export function readQuestion(message: Message, rules: ServerRules): AskedMessage | null {
  if (message.author.bot || message.webhookId !== null || message.system) return null;
  const question = cleanQuestion(message.content);
  const isEmpty = message.content === '';
  const isWithheld = isEmpty && message.guildId !== null;
  const way = wayOf(message, question, modeOf(message, rules));
  if (way === null) return null;
  return { way, question, isWithheld, locale: rules.language ?? localeOf(message, question) };
}

/** Whether the bot was called, and if not, what it does with a question in this channel. */
function wayOf(message: Message, question: string, mode: ChannelMode): AskedMessage['way'] | null {
  if (mode === 'off') return null;
  if (isAddressed(message)) {
    const hasOnlyFiles = message.content === '' && message.attachments.size + message.stickers.size > 0;
    return hasOnlyFiles ? null : 'addressed';
  }
  if (mode === 'mention' || !isQuestion(question)) return null;
  return mode === 'answer' ? 'overheard' : 'offered';
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

function modeOf({ channel, channelId, guildId }: Message, rules: ServerRules): ChannelMode {
  if (guildId === null) return 'mention';
  const parentId = channel.isThread() ? channel.parentId : null;
  return rules.modeIn(parentId === null ? [channelId] : [channelId, parentId]);
}

/** In a direct message nothing says which language the person has set, but the question shows one. */
function localeOf({ guild }: Message, question: string): ReplyLocale {
  return toReplyLocale(guild?.preferredLocale ?? detectLanguage(question, replyLocales));
}
