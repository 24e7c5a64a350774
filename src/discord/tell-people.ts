import type { Poster } from './poster.ts';
import type { Telling } from './result.ts';

/** Calls people by name in a channel; where the bot may not write, it writes to each of them, if they let it. */
export async function tellPeople(
  poster: Poster,
  { channelId, userIds, told, nonce }: Telling,
): Promise<void> {
  const inChannel = await poster.post({ channelId, replyTo: null, reply: told, calls: userIds, nonce });
  if (inChannel !== null) return;
  for (const userId of userIds) {
    const direct = await poster.openDirect(userId);
    if (direct === null) continue;
    await poster.post({ channelId: direct, replyTo: null, reply: told, calls: [], nonce });
  }
}
