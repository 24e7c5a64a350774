import { MessageFlags, type APIAttachment, type APIMessage } from 'discord-api-types/v10';
import { findMessageFaults, hasFlag, type MessageParts } from '../validation/message-schema.ts';
import { attachFiles, findMissingFiles } from '../world/attach-files.ts';
import type { Upload } from '../world/records.ts';
import { emptyMessage, invalidForm } from './api-error.ts';

/** Flags that an edit may carry. */
export const editFlags = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
/** Flags that a message in a channel may carry. */
export const channelFlags = editFlags | MessageFlags.SuppressNotifications;
/** Flags that the answer to an interaction may carry. */
export const interactionFlags = channelFlags | MessageFlags.Ephemeral;

const checkFlags = (parts: MessageParts, allowed: number): void => {
  if (((parts.flags ?? 0) & ~allowed) === 0) return;
  throw invalidForm([{ path: ['flags'], code: 'FLAGS_INVALID', message: 'A flag that cannot be set here.' }]);
};

const checkParts = (parts: MessageParts, isV2: boolean): void => {
  const faults = findMessageFaults(parts, isV2);
  if (faults.length > 0) throw invalidForm(faults);
};

const checkFiles = (parts: MessageParts, files: readonly APIAttachment[]): void => {
  const names = files.map(({ filename }) => filename);
  const missing = findMissingFiles(parts.components ?? [], names);
  if (missing.length === 0) return;
  throw invalidForm(
    missing.map((url) => ({
      path: ['components'],
      code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      message: `The message has no file of the name in ${url}.`,
    })),
  );
};

/** Throws what Discord would refuse about a new message. */
export const checkNewMessage = (
  parts: MessageParts,
  allowedFlags: number,
  uploads: readonly Upload[],
): void => {
  checkFlags(parts, allowedFlags);
  checkFiles(parts, attachFiles([], uploads, parts.attachments));
  checkParts(parts, hasFlag(parts.flags, MessageFlags.IsComponentsV2));
  const isEmpty =
    (parts.content ?? '').trim() === '' &&
    [parts.embeds, parts.components].every((list) => (list ?? []).length === 0);
  if (isEmpty && uploads.length === 0) throw emptyMessage();
};

/** Throws what Discord would refuse about an edit; `edited` is what the message would become. */
export const checkEdit = (parts: MessageParts, message: APIMessage, edited: APIMessage): void => {
  checkFlags(parts, editFlags);
  const wasV2 = hasFlag(message.flags, MessageFlags.IsComponentsV2);
  const isV2 = hasFlag(edited.flags, MessageFlags.IsComponentsV2);
  checkParts(parts, isV2);
  checkFiles(parts, edited.attachments);
  if (wasV2 && typeof parts.flags === 'number' && !hasFlag(parts.flags, MessageFlags.IsComponentsV2)) {
    throw invalidForm([
      {
        path: ['flags'],
        code: 'MESSAGE_COMPONENTS_V2_FLAG_REMOVED',
        message: 'IS_COMPONENTS_V2 cannot be taken away.',
      },
    ]);
  }
  if (isV2 && (edited.content !== '' || edited.embeds.length > 0)) {
    throw invalidForm([
      {
        path: ['flags'],
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message: 'Content and embeds have to go when IS_COMPONENTS_V2 comes.',
      },
    ]);
  }
  const isEmpty =
    edited.content === '' &&
    [edited.embeds, edited.components, edited.attachments].every((list) => (list ?? []).length === 0);
  if (isEmpty) throw emptyMessage();
};
