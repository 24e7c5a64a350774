import { ComponentType, type APIComponentInLabel, type APISelectMenuComponent } from 'discord-api-types/v10';

const selectTypes: ReadonlySet<ComponentType> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** Whether a field of a modal is a menu, of texts or of people, roles and channels. */
export const isSelect = (component: APIComponentInLabel): component is APISelectMenuComponent =>
  selectTypes.has(component.type);
