import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIChannelSelectComponent,
  type APIContainerComponent,
  type APIMediaGalleryComponent,
  type APIRoleSelectComponent,
  type APIStringSelectComponent,
  type RawFile,
  ChannelType,
  SelectMenuDefaultValueType,
} from 'discord.js';

import { toCustomId } from '../render/action.ts';
import type { Button, Part, PickPart, PicturePart, Reply, SelectPart, Tone } from '../render/reply.ts';
import { toMarkdown } from '../render/to-markdown.ts';

/** The body of a message as Discord takes it. */
export interface Payload {
  readonly flags: number;
  readonly components: readonly APIContainerComponent[];
  /** The files that are sent with it; an edit of the message drops all others. */
  readonly attachments: readonly {
    readonly id: string;
    readonly filename: string;
    readonly description: string;
  }[];
  readonly allowed_mentions: { readonly parse: readonly []; readonly replied_user: false };
}

const accents: Readonly<Record<Tone, number>> = {
  answered: 0x3ba55d,
  suggested: 0xe0a526,
  unanswered: 0x80848e,
  notice: 0x5865f2,
  fault: 0xd83c3e,
};

const buttonStyles: Readonly<Record<Button['look'], APIButtonComponentWithCustomId['style']>> = {
  quiet: ButtonStyle.Secondary,
  main: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
};

/** A reply in Discord's shape: one container of Components V2 that can mention nobody. */
export function toPayload(reply: Reply, visibility: 'public' | 'private'): Payload {
  return {
    flags: MessageFlags.IsComponentsV2 | (visibility === 'private' ? MessageFlags.Ephemeral : 0),
    components: [
      {
        type: ComponentType.Container,
        accent_color: accents[reply.tone],
        components: reply.parts.map(toComponent),
      },
    ],
    attachments: picturesOf(reply).map((picture, id) => ({
      // By its place among the files, as Discord's OpenAPI file writes it.
      id: String(id),
      filename: fileNameOf(picture),
      description: picture.description,
    })),
    allowed_mentions: { parse: [], replied_user: false },
  };
}

/** The files of a reply, in the order in which its payload counts them. */
export function toFiles(reply: Reply): RawFile[] {
  return picturesOf(reply).map((picture) => ({
    name: fileNameOf(picture),
    data: picture.png,
    contentType: 'image/png',
  }));
}

function picturesOf({ parts }: Reply): readonly PicturePart[] {
  return parts.filter((part) => part.kind === 'picture');
}

function fileNameOf({ name }: PicturePart): string {
  return `${name}.png`;
}

function toComponent(part: Part): APIComponentInContainer {
  switch (part.kind) {
    case 'text':
      return { type: ComponentType.TextDisplay, content: toMarkdown(part) };
    case 'separator':
      return { type: ComponentType.Separator };
    case 'buttons':
      return toRow(part.buttons.map(toButton));
    case 'select':
      return toRow([toSelect(part)]);
    case 'picture':
      return toGallery(part);
    case 'pick':
      return toRow([toPick(part)]);
  }
}

function toGallery(picture: PicturePart): APIMediaGalleryComponent {
  const media = { url: `attachment://${fileNameOf(picture)}` };
  return { type: ComponentType.MediaGallery, items: [{ media, description: picture.description }] };
}

type Control =
  | APIButtonComponentWithCustomId
  | APIStringSelectComponent
  | APIChannelSelectComponent
  | APIRoleSelectComponent;

function toRow<C extends Control>(components: C[]): APIActionRowComponent<C> {
  return { type: ComponentType.ActionRow, components };
}

function toButton({ label, action, look }: Button): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: buttonStyles[look], label, custom_id: toCustomId(action) };
}

function toSelect({ action, placeholder, choices, chosen }: SelectPart): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: toCustomId({ name: action, argument: '' }),
    placeholder,
    options: choices.map(({ label, value }) => ({ label, value, default: value === chosen })),
  };
}

/** Channels in which people can write to the bot. */
const pickableChannels = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
] as const;

function toPick({ what, action, placeholder, chosen, least, most }: PickPart) {
  const shared = { custom_id: toCustomId(action), placeholder, min_values: least, max_values: most };
  return what === 'roles'
    ? ({
        type: ComponentType.RoleSelect,
        ...shared,
        default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
      } satisfies APIRoleSelectComponent)
    : ({
        type: ComponentType.ChannelSelect,
        ...shared,
        channel_types: [...pickableChannels],
        default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
      } satisfies APIChannelSelectComponent);
}
