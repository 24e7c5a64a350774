import { createHash } from 'node:crypto';

import type { Poster } from './poster.ts';
import type { Telling } from './result.ts';

/** Discord takes no longer nonce. */
const nonceLength = 25;

/** Calls people by name in a channel; where the bot may not write, it writes to each of them, if they let it. */
export async function tellPeople(
  poster: Poster,
  { channelId, userIds, told, nonce }: Telling,
): Promise<void> {
  const inChannel = await poster.post({ channelId, replyTo: null, reply: told, calls: userIds, nonce });
  if (inChannel !== null) return;
  for (const userId of userIds) {
    await poster.postDirect({ userId, reply: told, nonce: nonceFor(nonce, userId) });
  }
}

/** Discord holds a nonce against all that the bot wrote lately, wherever: with one for all, only the first would be told. */
function nonceFor(nonce: string, userId: string): string {
  return createHash('sha256').update(`${nonce}/${userId}`).digest('base64url').slice(0, nonceLength);
}
