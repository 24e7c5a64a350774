import type { APIReaction } from 'discord-api-types/v10';

/** Who reacted to which message with which emoji, in the order of coming. */
export class Reactions {
  readonly #byMessage = new Map<string, ReadonlyMap<string, readonly string[]>>();

  /** User ids by emoji. */
  of(messageId: string): ReadonlyMap<string, readonly string[]> {
    return this.#byMessage.get(messageId) ?? new Map<string, readonly string[]>();
  }

  /** Whether that changed anything. */
  set(messageId: string, { emoji, userId, isThere }: Reaction): boolean {
    const before = this.of(messageId);
    const users = before.get(emoji) ?? [];
    if (users.includes(userId) === isThere) return false;
    const after = new Map(before).set(
      emoji,
      isThere ? [...users, userId] : users.filter((id) => id !== userId),
    );
    if (after.get(emoji)?.length === 0) after.delete(emoji);
    this.#byMessage.set(messageId, after);
    return true;
  }

  forget(messageId: string): void {
    this.#byMessage.delete(messageId);
  }

  /** As they stand in a message that this user, the bot, reads. */
  toApi(messageId: string, readerId: string): APIReaction[] {
    return [...this.of(messageId)].map(([name, users]) => ({
      emoji: { id: null, name },
      count: users.length,
      count_details: { burst: 0, normal: users.length },
      me: users.includes(readerId),
      me_burst: false,
      burst_colors: [],
    }));
  }
}

/** `isThere` false takes it away. */
export interface Reaction {
  readonly emoji: string;
  readonly userId: string;
  readonly isThere: boolean;
}

const parts = /^(?:\p{Emoji}|\p{Emoji_Component})+$/u;
const sign = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

/** Whether this is one of Unicode's emoji; the servers here have none of their own. */
export const isEmoji = (text: string): boolean => parts.test(text) && sign.test(text);
