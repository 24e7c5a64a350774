import { ButtonStyle, ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIMediaGalleryItem,
  APIMessageComponentEmoji,
  APIMessageTopLevelComponent,
  APISectionAccessoryComponent,
  APISelectMenuComponent,
  APIStringSelectComponent,
} from 'discord-api-types/v10';
import type {
  BlockView,
  ButtonView,
  ContainerView,
  PictureView,
  SelectOptionView,
  SelectView,
} from '../page-views.ts';

/** What a menu of people, roles or channels offers; Discord's clients fill these menus themselves. */
export type Pickable = (type: APISelectMenuComponent['type']) => readonly SelectOptionView[];

const buttonStyles: Readonly<Record<ButtonStyle, ButtonView['style']>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
  [ButtonStyle.Link]: 'link',
  [ButtonStyle.Premium]: 'primary',
};

/** The page's form of a component at the top of a message. */
export function viewComponent(
  component: APIMessageTopLevelComponent,
  pickable: Pickable,
): BlockView | ContainerView {
  if (component.type !== ComponentType.Container) return viewBlock(component, pickable);
  return {
    kind: 'container',
    accentColor: component.accent_color ?? null,
    isSpoiler: component.spoiler ?? false,
    blocks: component.components.map((inside) => viewBlock(inside, pickable)),
  };
}

function viewBlock(component: APIComponentInContainer, pickable: Pickable): BlockView {
  switch (component.type) {
    case ComponentType.ActionRow:
      return viewRow(component, pickable);
    case ComponentType.TextDisplay:
      return { kind: 'text', content: component.content };
    case ComponentType.Separator:
      return {
        kind: 'separator',
        hasLine: component.divider ?? true,
        isLarge: component.spacing === SeparatorSpacingSize.Large,
      };
    case ComponentType.Section:
      return {
        kind: 'section',
        texts: component.components.map(({ content }) => ({ kind: 'text', content })),
        accessory: viewAccessory(component.accessory),
      };
    case ComponentType.File:
      return viewFile(component.file.url);
    case ComponentType.MediaGallery:
      return { kind: 'gallery', items: component.items.map(viewItem) };
  }
}

function viewItem({ media, description }: APIMediaGalleryItem): PictureView | ReturnType<typeof viewFile> {
  if (media.attachment_id == null || media.content_type !== 'image/png') return viewFile(media.url);
  return {
    kind: 'picture',
    address: `/files/${media.attachment_id}`,
    description: description ?? '',
    width: media.width ?? 0,
    height: media.height ?? 0,
  };
}

function viewRow(
  component: APIActionRowComponent<APIComponentInMessageActionRow>,
  pickable: Pickable,
): BlockView {
  return {
    kind: 'row',
    items: component.components.map((item) =>
      item.type === ComponentType.Button ? viewButton(item) : viewSelect(item, pickable),
    ),
  };
}

function viewAccessory(accessory: APISectionAccessoryComponent): ButtonView | ReturnType<typeof viewFile> {
  return accessory.type === ComponentType.Button ? viewButton(accessory) : viewFile(accessory.media.url);
}

function viewButton(component: APIButtonComponent): ButtonView {
  return {
    kind: 'button',
    customId: 'custom_id' in component ? component.custom_id : null,
    url: 'url' in component ? component.url : null,
    label: 'label' in component ? (component.label ?? '') : '',
    emoji: 'emoji' in component ? emojiText(component.emoji) : null,
    style: buttonStyles[component.style],
    isDisabled: component.disabled ?? false,
  };
}

/** A menu in a message or a modal; in a modal it may have to be filled in. */
export function viewSelect(component: APISelectMenuComponent, pickable: Pickable): SelectView {
  return {
    kind: 'select',
    customId: component.custom_id,
    placeholder: component.placeholder ?? 'Make a selection',
    minValues: component.min_values ?? 1,
    maxValues: component.max_values ?? 1,
    isDisabled: component.disabled ?? false,
    isRequired: component.required ?? true,
    options:
      component.type === ComponentType.StringSelect
        ? ownOptions(component)
        : pickedOptions(component, pickable(component.type)),
  };
}

function pickedOptions(
  { default_values: picked = [] }: Exclude<APISelectMenuComponent, APIStringSelectComponent>,
  options: readonly SelectOptionView[],
): readonly SelectOptionView[] {
  const ids = new Set(picked.map(({ id }) => id));
  return options.map((option) => ({ ...option, isDefault: ids.has(option.value) }));
}

function ownOptions(component: {
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
    readonly default?: boolean;
  }[];
}): readonly SelectOptionView[] {
  return component.options.map((option) => ({
    label: option.label,
    value: option.value,
    description: option.description ?? null,
    isDefault: option.default ?? false,
  }));
}

function emojiText(emoji: APIMessageComponentEmoji | undefined): string | null {
  if (emoji?.name === undefined) return null;
  return emoji.id === undefined ? emoji.name : `:${emoji.name}:`;
}

/** What the bot did not upload is named, not shown: the page loads nothing from outside. */
function viewFile(url: string): { readonly kind: 'file'; readonly name: string } {
  return { kind: 'file', name: fileName(url) };
}

function fileName(url: string): string {
  return url.split('/').at(-1) ?? url;
}
