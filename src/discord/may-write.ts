import { PermissionFlagsBits, type GuildTextBasedChannel } from 'discord.js';

/** Whether the bot may write here, as far as the client knows; where it knows nothing, Discord itself will say. */
export function mayWriteIn(channel: GuildTextBasedChannel): boolean {
  const { ViewChannel, ReadMessageHistory, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const write = channel.isThread() ? SendMessagesInThreads : SendMessages;
  try {
    // Discord takes a reply only from someone who may read what it replies to.
    const needed = [ViewChannel, ReadMessageHistory, write];
    return channel.permissionsFor(channel.client.user)?.has(needed) ?? true;
  } catch {
    // A malformed event can leave a member in the client's cache whose roles cannot be read.
    return true;
  }
}
