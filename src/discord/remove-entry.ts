import { renderEntry } from '../render/render-entry.ts';
import { renderNotice } from '../render/render-notice.ts';

import type { Context } from './define-command.ts';
import { noteConflict } from './note-act.ts';
import type { Result } from './result.ts';
import { removeButton, undoButton } from './write-entry.ts';

/** Removes an entry, if it still is in the version that the moderator saw. */
export async function removeEntry(
  context: Context,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result> {
  const { caller, services, locale, act } = context;
  const { guildId } = caller;
  if (guildId === null) return renderNotice(locale, 'entryGone', {});
  const written = await services.store.entries.remove(guildId, id, version, act);
  switch (written.outcome) {
    case 'saved':
      await services.library.reloadServer(guildId);
      return renderEntry('entryRemoved', written.entry, [undoButton(id, locale)], locale);
    case 'conflict':
      await noteConflict(context, 'entry.remove');
      return renderEntry('entryRemoveAsk', written.current, [removeButton(written.current, locale)], locale);
    case 'gone':
      return renderNotice(locale, 'entryGone', {});
    case 'repeated':
      return renderNotice(locale, 'repeated', {});
  }
}

/** Takes the last change of an entry back, by a new version. */
export async function takeBack({ caller, services, locale, act }: Context, id: string): Promise<Result> {
  const { guildId } = caller;
  if (guildId === null) return renderNotice(locale, 'entryNothingToUndo', {});
  const written = await services.store.entries.undo(guildId, id, act);
  switch (written.outcome) {
    case 'saved':
      await services.library.reloadServer(guildId);
      return renderEntry('entryUndone', written.entry, [undoButton(id, locale)], locale);
    case 'repeated':
      return renderNotice(locale, 'repeated', {});
    case 'gone':
    case 'conflict':
      return renderNotice(locale, 'entryNothingToUndo', {});
  }
}
