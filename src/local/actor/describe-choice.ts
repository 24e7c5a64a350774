import {
  ComponentType,
  type APIMessageSelectMenuInteractionData,
  type APISelectMenuComponent,
} from 'discord-api-types/v10';
import { ActorError } from '../contract.ts';
import {
  mergeResolved,
  resolveChannel,
  resolveMentionable,
  resolveRole,
  resolveUser,
  type Place,
  type Resolved,
} from './resolve-ids.ts';

/** What stands in a menu before anything is chosen. */
export const presetOf = (select: APISelectMenuComponent): readonly string[] =>
  select.type === ComponentType.StringSelect
    ? select.options.filter((option) => option.default === true).map(({ value }) => value)
    : (select.default_values ?? []).map(({ id }) => id);

/** The values that a person chose, if the menu takes so many. */
export const checkCount = (select: APISelectMenuComponent, chosen: readonly string[]): string[] => {
  const fewest = select.required === false ? 0 : (select.min_values ?? 1);
  const isOffered =
    select.type !== ComponentType.StringSelect ||
    chosen.every((value) => select.options.some((option) => option.value === value));
  const isRepeated = new Set(chosen).size < chosen.length;
  const isOutside = chosen.length < fewest || chosen.length > (select.max_values ?? 1);
  if (isOffered && !isRepeated && !isOutside) return [...chosen];
  throw new ActorError(`"${select.custom_id}" does not offer ${JSON.stringify(chosen)}.`);
};

/** What the chosen ids stand for; the values of a menu of texts stand for themselves. */
export const resolveChoice = (
  { type }: APISelectMenuComponent,
  chosen: readonly string[],
  place: Place,
): Resolved => {
  const resolvers = {
    [ComponentType.StringSelect]: () => mergeResolved([]),
    [ComponentType.UserSelect]: resolveUser,
    [ComponentType.RoleSelect]: resolveRole,
    [ComponentType.MentionableSelect]: resolveMentionable,
    [ComponentType.ChannelSelect]: resolveChannel,
  } as const;
  return mergeResolved(chosen.map((id) => resolvers[type](id, place)));
};

/** The data of the interaction that choosing in a message's menu starts. */
export const describeChoice = (
  select: APISelectMenuComponent,
  chosen: readonly string[],
  place: Place,
): APIMessageSelectMenuInteractionData => {
  const values = checkCount(select, chosen);
  const { users, members, roles, channels } = resolveChoice(select, values, place);
  const { type, custom_id } = select;
  switch (type) {
    case ComponentType.StringSelect:
      return { component_type: type, custom_id, values };
    case ComponentType.UserSelect:
      return { component_type: type, custom_id, values, resolved: { users, members } };
    case ComponentType.RoleSelect:
      return { component_type: type, custom_id, values, resolved: { roles } };
    case ComponentType.MentionableSelect:
      return { component_type: type, custom_id, values, resolved: { users, members, roles } };
    case ComponentType.ChannelSelect:
      return { component_type: type, custom_id, values, resolved: { channels } };
  }
};
