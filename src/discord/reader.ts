import type { Channel, Interaction } from 'discord.js';

import type { Reader } from '../library/library.ts';

/** Names and ids by which a document can be restricted to a channel: its own and its category's; for a thread, those of the channel that it hangs in, and its own id. */
export function placesOf(channelId: string | null, channel: Channel | null): readonly string[] {
  const known = channelId === null ? [] : [channelId];
  if (channel === null || channel.isDMBased()) return known;
  // Whoever may write may name a thread, so its name proves nothing.
  const named = channel.isThread() ? channel.parent : channel;
  const places = [named, named?.parent ?? null];
  return [
    ...known,
    ...places.flatMap((place) => (place === null ? [] : [place.id, place.name.toLowerCase()])),
  ];
}

/** Ids and names of the roles of the person who acts. */
export function rolesOf({ member, guild }: Interaction): readonly string[] {
  if (member === null) return [];
  const ids = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return ids.flatMap((id) => [id, ...toNames(guild?.roles.cache.get(id)?.name)]);
}

function toNames(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name.toLowerCase()];
}

/** Who reads what everybody in a channel sees: nobody's role is everybody's. */
export function publicReader(channels: readonly string[]): Reader {
  return { channels, roles: [] };
}
