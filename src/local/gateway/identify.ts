import { GatewayIntentBits } from 'discord-api-types/v10';
import { z } from 'zod';

/** What a login carries, as far as it matters here. */
export const identifyPayload = z.object({
  token: z.string(),
  intents: z.int().nonnegative(),
  properties: z.object({}),
  shard: z.tuple([z.int().nonnegative(), z.int().positive()]).default([0, 1]),
});
/** A login. */
export type Identify = z.infer<typeof identifyPayload>;

/** What a session is taken up again with. */
export const resumePayload = z.object({
  token: z.string(),
  session_id: z.string(),
  seq: z.int().nonnegative(),
});

const knownIntents = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

interface Refusal {
  readonly code: number;
  readonly reason: string;
}

/** Why Discord closes a connection that identifies like this; null when it does not. */
export const refuseIdentify = (
  identify: Identify,
  botToken: string,
  isMessageContentAllowed: boolean,
): Refusal | null => {
  const { token, intents, shard } = identify;
  if (token !== botToken) return { code: 4004, reason: 'Authentication failed.' };
  if (shard[0] >= shard[1]) return { code: 4010, reason: 'Invalid shard.' };
  if ((intents & ~knownIntents) !== 0) return { code: 4013, reason: 'Invalid intent(s).' };
  const neverAllowed = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences;
  const disallowed = isMessageContentAllowed ? neverAllowed : neverAllowed | GatewayIntentBits.MessageContent;
  return (intents & disallowed) === 0 ? null : { code: 4014, reason: 'Disallowed intent(s).' };
};
