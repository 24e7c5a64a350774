import { PermissionFlagsBits, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { limits } from '../../validation/limits.ts';
import { isEmoji } from '../../world/reactions.ts';
import { ApiError, missingPermissions, unknownThing } from '../api-error.ts';
import { noContent, ok, ordinaryRate, type Call, type RestAnswer, type Route } from '../route.ts';
import { findChannel, findMessage } from './message-routes.ts';

const requireEmoji = (call: Call): string => {
  const emoji = call.param('emoji_name');
  if (isEmoji(emoji)) return emoji;
  throw new ApiError(400, RESTJSONErrorCodes.UnknownEmoji, 'Unknown Emoji', { violation: 'unknown-emoji' });
};

const require = (call: Call, needed: bigint): void => {
  if ((findChannel(call).permissions & needed) !== needed) throw missingPermissions();
};

/** Joining a reaction that is there takes less than starting one. */
const react = (call: Call): RestAnswer => {
  const message = findMessage(call);
  const emoji = requireEmoji(call);
  const there = call.world.reactions.of(message.id);
  const starting = there.has(emoji) ? 0n : PermissionFlagsBits.AddReactions;
  require(call, PermissionFlagsBits.ReadMessageHistory | starting);
  if (!there.has(emoji) && there.size >= limits.reactions) {
    const code = RESTJSONErrorCodes.MaximumNumberOfReactionsReached;
    throw new ApiError(400, code, 'Maximum number of reactions reached (20)', {
      violation: 'too-many-reactions',
    });
  }
  call.world.react(message.id, { emoji, userId: call.world.botId, isThere: true });
  return noContent;
};

const takeAway = (call: Call, userId: string): RestAnswer => {
  const message = findMessage(call);
  if (userId !== call.world.botId) require(call, PermissionFlagsBits.ManageMessages);
  if (!call.world.users.has(userId)) throw unknownThing('User');
  call.world.react(message.id, { emoji: requireEmoji(call), userId, isThere: false });
  return noContent;
};

const listUsers = (call: Call): RestAnswer => {
  const message = findMessage(call);
  require(call, PermissionFlagsBits.ReadMessageHistory);
  const ids = call.world.reactions.of(message.id).get(requireEmoji(call)) ?? [];
  return ok(ids.map((id) => call.world.users.get(id)));
};

const rate = ordinaryRate;
const needsBotToken = true;
const one = '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}';

export const reactionRoutes: readonly Route[] = [
  { method: 'GET', template: one, needsBotToken, rate, run: listUsers },
  { method: 'PUT', template: `${one}/@me`, needsBotToken, rate, run: react },
  {
    method: 'DELETE',
    template: `${one}/@me`,
    needsBotToken,
    rate,
    run: (call) => takeAway(call, call.world.botId),
  },
  {
    method: 'DELETE',
    template: `${one}/{user_id}`,
    needsBotToken,
    rate,
    run: (call) => takeAway(call, call.param('user_id')),
  },
];
