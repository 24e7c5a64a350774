import type { Entry } from '../library/entry.ts';

import { say, sayInSpans } from './catalog/say.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { buttonRow, text, type PickPart, type Reply } from './reply.ts';

/** As many as anybody needs; a menu of Discord takes 25. */
const mostPicked = 25;

/** Where an entry may be quoted and to whom, and its tags, each with what changes it. */
export function renderEntryDetails(entry: Entry, locale: ReplyLocale): Reply {
  const { id, version, question, tags, channels, roles } = entry;
  const pick = (what: 'channels' | 'roles', chosen: readonly string[], placeholder: string): PickPart => ({
    kind: 'pick',
    what,
    action: { name: `entry-${what}`, argument: `${id}.${version}` },
    placeholder,
    chosen,
    least: 0,
    most: mostPicked,
  });
  return fit({
    tone: 'notice',
    parts: [
      text('quote', [{ kind: 'bold', text: question }]),
      text('plain', say(locale, 'entryChannels', {})),
      pick('channels', channels, say(locale, 'entryChannelsAll', {})),
      text('plain', say(locale, 'entryRoles', {})),
      pick('roles', roles, say(locale, 'entryRolesAll', {})),
      ...(roles.length === 0 ? [] : [text('small', say(locale, 'entryRolesPrivate', {}))]),
      text(
        'plain',
        tags.length === 0
          ? say(locale, 'entryNoTags', {})
          : sayInSpans(locale, 'topicTags', { tags: tags.join(', ') }),
      ),
      ...buttonRow([
        {
          label: say(locale, 'formTags', {}),
          action: { name: 'entry-tags', argument: `${id}.${version}` },
          look: 'quiet',
        },
      ]),
    ],
  });
}
