import {
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { limits } from './limits.ts';

export const snowflake = z.string().regex(/^\d{15,20}$/u);
export const customId = z.string().min(1).max(limits.customId);
const componentId = z.int().nonnegative().exactOptional();
const url = z.url({ protocol: /^(https?|discord)$/u }).max(limits.buttonUrl);

const emoji = z.strictObject({
  id: snowflake.exactOptional(),
  name: z.string().exactOptional(),
  animated: z.boolean().exactOptional(),
});

const buttonLook = {
  type: z.literal(ComponentType.Button),
  id: componentId,
  label: z.string().max(limits.buttonLabel).exactOptional(),
  emoji: emoji.exactOptional(),
  disabled: z.boolean().exactOptional(),
};

const nothingToShow = (button: { label?: string; emoji?: object }): boolean =>
  (button.label ?? '') !== '' || button.emoji !== undefined;
const needsLabel = {
  message: 'A button needs a label or an emoji.',
  params: { code: 'BUTTON_COMPONENT_LABEL_REQUIRED' },
};

const clickButton = z
  .strictObject({
    ...buttonLook,
    style: z.literal([ButtonStyle.Primary, ButtonStyle.Secondary, ButtonStyle.Success, ButtonStyle.Danger]),
    custom_id: customId,
  })
  .refine(nothingToShow, needsLabel);

const linkButton = z
  .strictObject({ ...buttonLook, style: z.literal(ButtonStyle.Link), url })
  .refine(nothingToShow, needsLabel);

const button = z.discriminatedUnion('style', [clickButton, linkButton]);

const selectLook = {
  id: componentId,
  custom_id: customId,
  placeholder: z.string().max(limits.selectPlaceholder).exactOptional(),
  min_values: z.int().min(0).max(limits.selectOptions).exactOptional(),
  max_values: z.int().min(1).max(limits.selectOptions).exactOptional(),
  disabled: z.boolean().exactOptional(),
  required: z.boolean().exactOptional(),
};

const selectOption = z.strictObject({
  label: z.string().min(1).max(limits.selectText),
  value: z.string().min(1).max(limits.selectText),
  description: z.string().max(limits.selectText).exactOptional(),
  emoji: emoji.exactOptional(),
  default: z.boolean().exactOptional(),
});

const stringSelect = z
  .strictObject({
    ...selectLook,
    type: z.literal(ComponentType.StringSelect),
    options: z.array(selectOption).min(1).max(limits.selectOptions),
  })
  .refine(({ options }) => new Set(options.map(({ value }) => value)).size === options.length, {
    path: ['options'],
    message: 'The specified option value is already used.',
    params: { code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED' },
  });

const defaultsOf = <Kind extends SelectMenuDefaultValueType>(kinds: readonly Kind[]) =>
  z.array(z.strictObject({ id: snowflake, type: z.literal(kinds) })).exactOptional();

const userSelect = z.strictObject({
  ...selectLook,
  type: z.literal(ComponentType.UserSelect),
  default_values: defaultsOf([SelectMenuDefaultValueType.User]),
});
const roleSelect = z.strictObject({
  ...selectLook,
  type: z.literal(ComponentType.RoleSelect),
  default_values: defaultsOf([SelectMenuDefaultValueType.Role]),
});
const mentionableSelect = z.strictObject({
  ...selectLook,
  type: z.literal(ComponentType.MentionableSelect),
  default_values: defaultsOf([SelectMenuDefaultValueType.User, SelectMenuDefaultValueType.Role]),
});
const channelSelect = z.strictObject({
  ...selectLook,
  type: z.literal(ComponentType.ChannelSelect),
  channel_types: z.array(z.enum(ChannelType)).exactOptional(),
  default_values: defaultsOf([SelectMenuDefaultValueType.Channel]),
});

export const selects = [stringSelect, userSelect, roleSelect, mentionableSelect, channelSelect] as const;

const actionRow = z.strictObject({
  type: z.literal(ComponentType.ActionRow),
  id: componentId,
  components: z
    .array(z.discriminatedUnion('type', [button, ...selects]))
    .min(1)
    .max(limits.buttonsInRow)
    .refine((row) => row.length === 1 || row.every(({ type }) => type === ComponentType.Button), {
      message: 'A row holds up to five buttons or one select.',
      params: { code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED' },
    }),
});

export const textDisplay = z.strictObject({
  type: z.literal(ComponentType.TextDisplay),
  id: componentId,
  content: z.string().min(1).max(limits.displayedText),
});

const media = z.strictObject({ url: z.url({ protocol: /^(https?|attachment)$/u }) });
const mediaLook = {
  description: z.string().max(limits.mediaDescription).nullable().exactOptional(),
  spoiler: z.boolean().exactOptional(),
};

const thumbnail = z.strictObject({
  type: z.literal(ComponentType.Thumbnail),
  id: componentId,
  media,
  ...mediaLook,
});

const section = z.strictObject({
  type: z.literal(ComponentType.Section),
  id: componentId,
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const separator = z.strictObject({
  type: z.literal(ComponentType.Separator),
  id: componentId,
  divider: z.boolean().exactOptional(),
  spacing: z.enum(SeparatorSpacingSize).exactOptional(),
});

const mediaGallery = z.strictObject({
  type: z.literal(ComponentType.MediaGallery),
  id: componentId,
  items: z
    .array(z.strictObject({ media, ...mediaLook }))
    .min(1)
    .max(limits.galleryItems),
});

const file = z.strictObject({
  type: z.literal(ComponentType.File),
  id: componentId,
  file: media,
  spoiler: z.boolean().exactOptional(),
});

const layout = [actionRow, textDisplay, section, separator, mediaGallery, file] as const;

const container = z.strictObject({
  type: z.literal(ComponentType.Container),
  id: componentId,
  accent_color: z.int().min(0).max(0xffffff).nullable().exactOptional(),
  spoiler: z.boolean().exactOptional(),
  components: z.array(z.discriminatedUnion('type', layout)).min(1),
});

/** A component at the top of a message, with all that is nested in it. */
export const messageComponent = z.discriminatedUnion('type', [...layout, container]);

export type MessageComponent = z.infer<typeof messageComponent>;
