import type { Entry, EntryFields } from '../library/entry.ts';
import { say } from '../render/catalog/say.ts';
import type { ReplyLocale } from '../render/locale.ts';
import { renderEntryDetails } from '../render/render-entry-details.ts';
import { renderNotice } from '../render/render-notice.ts';

import type { Context } from './define-command.ts';
import { noteConflict } from './note-act.ts';
import { readVersion } from './read-draft.ts';
import type { OpenForm, Result } from './result.ts';

const tagsLength = 300;

/** Changes one detail of an entry at once, since a menu has nothing to preview; the argument names the entry and its version. */
export async function changeDetails(
  context: Context & { readonly argument: string },
  change: Partial<Pick<EntryFields, 'tags' | 'channels' | 'roles'>>,
): Promise<Result> {
  const { caller, services, locale, act, argument } = context;
  const { guildId } = caller;
  const { id, version } = readVersion(argument);
  const before = guildId === null ? null : await services.store.entries.find(guildId, id);
  if (guildId === null || before === null) return renderNotice(locale, 'entryGone', {});
  const fields = { ...before, ...change };
  const written = await services.store.entries.edit(guildId, { id, version, fields }, act);
  switch (written.outcome) {
    case 'saved':
      await services.library.reloadServer(guildId);
      return renderEntryDetails(written.entry, locale);
    case 'conflict':
      await noteConflict(context, 'entry.edit');
      // Nothing was typed that could be lost: the menus show what there is now.
      return renderEntryDetails(written.current, locale);
    case 'gone':
      return renderNotice(locale, 'entryGone', {});
    case 'repeated':
      return renderNotice(locale, 'repeated', {});
  }
}

/** The form of an entry's tags. */
export function openTagsForm({ id, version, tags }: Entry, locale: ReplyLocale): OpenForm {
  return {
    form: {
      title: say(locale, 'formTags', {}),
      action: { name: 'change-tags', argument: `${id}.${version}` },
      fields: [
        {
          style: 'short',
          name: 'tags',
          label: say(locale, 'formTagsField', {}),
          value: tags.join(', '),
          isRequired: false,
          maxLength: tagsLength,
        },
      ],
    },
  };
}

/** The tags in one line of text, each once. */
export function readTags(typed: string): readonly string[] {
  const tags = typed.split(',').map((tag) => tag.replace(/\s+/gu, ' ').trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
