import {
  ComponentType,
  type APIMessageComponent,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';

const nested = (component: APIMessageComponent): readonly APIMessageComponent[] => {
  if (component.type === ComponentType.ActionRow || component.type === ComponentType.Container) {
    return component.components;
  }
  return component.type === ComponentType.Section ? [...component.components, component.accessory] : [];
};

/** Every component of a message, each before those nested in it. */
export const walkComponents = (
  components: readonly APIMessageTopLevelComponent[],
): readonly APIMessageComponent[] => {
  const walk = (list: readonly APIMessageComponent[]): readonly APIMessageComponent[] =>
    list.flatMap((component) => [component, ...walk(nested(component))]);
  return walk(components);
};
