import {
  ComponentType,
  type APIAttachment,
  type APIMessageTopLevelComponent,
  type APIUnfurledMediaItem,
} from 'discord-api-types/v10';
import type { MessageParts } from '../validation/message-schema.ts';
import { walkComponents } from '../validation/walk-components.ts';
import type { Upload } from './records.ts';

const scheme = 'attachment://';

/** The files of a message: those that it keeps, then the new ones with what the request says of them. */
export const attachFiles = (
  kept: readonly APIAttachment[],
  uploads: readonly Upload[],
  described: MessageParts['attachments'],
): APIAttachment[] => [
  ...kept,
  ...uploads.map(({ partId, attachment }) => {
    const said = described?.find(({ id }) => String(id) === partId);
    return {
      ...attachment,
      ...(said?.filename === undefined ? {} : { filename: said.filename }),
      ...(said?.description == null ? {} : { description: said.description }),
    };
  }),
];

/** Changes every `attachment://name` in these components to the file of that name, as Discord answers it. */
export const showFiles = (
  components: readonly APIMessageTopLevelComponent[],
  files: readonly APIAttachment[],
): void => {
  for (const media of listMedia(components)) {
    const file = files.find(({ filename }) => media.url === scheme + filename);
    if (file === undefined) continue;
    const { id, url, proxy_url, width, height, content_type } = file;
    Object.assign(media, { attachment_id: id, url, proxy_url, width, height, content_type });
  }
};

/** The addresses in these components that name a file which is none of these. */
export const findMissingFiles = (
  components: readonly APIMessageTopLevelComponent[],
  fileNames: readonly string[],
): readonly string[] =>
  listMedia(components)
    .map(({ url }) => url)
    .filter((url) => url.startsWith(scheme) && !fileNames.includes(url.slice(scheme.length)));

const listMedia = (components: readonly APIMessageTopLevelComponent[]): readonly APIUnfurledMediaItem[] =>
  walkComponents(components).flatMap((component) => {
    if (component.type === ComponentType.MediaGallery) return component.items.map(({ media }) => media);
    if (component.type === ComponentType.Thumbnail) return [component.media];
    return component.type === ComponentType.File ? [component.file] : [];
  });
