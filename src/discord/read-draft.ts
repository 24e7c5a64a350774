import type { Button } from '../render/reply.ts';

import type { Context, Submission } from './define-command.ts';
import type { EntryDraft, EntryTarget, NewEntry } from './entry-drafts.ts';
import { editAgainButton, readEntryFields, type EntryDetails } from './write-entry.ts';

/** For a new entry; the argument of the form names the gap, the channel and the role, each of which may be empty. */
export function toNew(argument: string): NewEntry {
  const [gapId, channelId, roleId] = argument.split('.').map((id) => (id === '' ? null : id));
  return { kind: 'new', gapId: gapId ?? null, channelId: channelId ?? null, roleId: roleId ?? null };
}

/** What a new entry is to have beside its form. */
export function detailsOf({ channelId, roleId }: NewEntry): EntryDetails {
  return {
    tags: [],
    channels: channelId === null ? [] : [channelId],
    roles: roleId === null ? [] : [roleId],
  };
}

/** For another version; the argument of the form names the entry and the version that was seen. */
export function toChange(argument: string): Extract<EntryTarget, { kind: 'change' }> {
  return { kind: 'change', ...readVersion(argument) };
}

/** What was typed into the form of an entry; null outside of a server, where nobody may write entries. */
export function readDraft(
  { caller, fields }: Submission,
  target: EntryTarget,
  details: EntryDetails,
): EntryDraft | null {
  const { guildId, userId } = caller;
  return guildId === null ? null : { guildId, userId, fields: readEntryFields(fields, details), target };
}

/** A button that leads on with a draft that could not be saved. */
export function keepDraft(context: Context, draft: EntryDraft | null): readonly Button[] {
  return draft === null ? [] : [editAgainButton(context, draft)];
}

/** The entry and its version in the argument of a button or a form. */
export function readVersion(argument: string): { readonly id: string; readonly version: number } {
  const [id = '', version = ''] = argument.split('.');
  return { id, version: Number(version) };
}
