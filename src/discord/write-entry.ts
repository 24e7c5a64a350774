import { scrubQuestion } from '../library/scrub-question.ts';
import { checkEntryFields } from '../library/check-entry-fields.ts';
import type { EntryFields } from '../library/entry.ts';
import type { Written } from '../library/store.ts';
import { say } from '../render/catalog/say.ts';
import type { Form } from '../render/form.ts';
import type { ReplyLocale } from '../render/locale.ts';
import {
  renderConflict,
  renderEntry,
  renderFaults,
  renderImpact,
  renderSimilar,
} from '../render/render-entry.ts';
import { renderNotice } from '../render/render-notice.ts';
import type { Button } from '../render/reply.ts';

import type { Context, FieldValues } from './define-command.ts';
import type { EntryDraft, EntryTarget } from './entry-drafts.ts';
import { noteConflict } from './note-act.ts';
import type { OpenForm, Result } from './result.ts';
import { tellWaiters } from './tell-waiters.ts';

const closeEntries = 3;

/** Each is asked twice, which takes some milliseconds in a knowledge base of a thousand passages. */
const mostQuestions = 500;

const dateLength = 10;
const longLength = 4000;
const shortLength = 300;

/** The form of an entry, as far as it is written. */
export function openEntryForm(fields: EntryFields, target: EntryTarget, locale: ReplyLocale): OpenForm {
  const { question, answer, aliases, url, reviewOn } = fields;
  const short = { style: 'short', isRequired: false, maxLength: shortLength } as const;
  const long = { style: 'long', isRequired: false, maxLength: longLength } as const;
  return {
    form: {
      title: say(locale, target.kind === 'new' ? 'formAdd' : 'formEdit', {}),
      action: toFormAction(target),
      fields: [
        {
          ...short,
          name: 'question',
          label: say(locale, 'formQuestion', {}),
          value: question,
          isRequired: true,
        },
        { ...long, name: 'answer', label: say(locale, 'formAnswer', {}), value: answer, isRequired: true },
        { ...long, name: 'aliases', label: say(locale, 'formAliases', {}), value: aliases.join('\n') },
        { ...short, name: 'url', label: say(locale, 'formUrl', {}), value: url ?? '', maxLength: 2000 },
        {
          ...short,
          name: 'reviewOn',
          label: say(locale, 'formReviewOn', {}),
          value: reviewOn ?? '',
          maxLength: dateLength,
        },
      ],
    },
  };
}

function toFormAction(target: EntryTarget): Form['action'] {
  return target.kind === 'new'
    ? { name: 'write-entry', argument: [target.gapId, target.channelId, target.roleId].join('.') }
    : { name: 'change-entry', argument: `${target.id}.${target.version}` };
}

/** What stands in other forms than that of an entry. */
export type EntryDetails = Pick<EntryFields, 'tags' | 'channels' | 'roles'>;

/** What was typed into the form of an entry; `details` are not part of the form. */
export function readEntryFields(typed: FieldValues, { tags, channels, roles }: EntryDetails): EntryFields {
  const read = (name: string): string => (typed[name] ?? '').replace(/\r\n?|[\u2028\u2029]/gu, '\n').trim();
  const lines = read('aliases').split('\n');
  return {
    question: read('question'),
    answer: read('answer'),
    aliases: [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))],
    tags,
    channels,
    roles,
    url: read('url') === '' ? null : read('url'),
    reviewOn: read('reviewOn') === '' ? null : read('reviewOn'),
  };
}

/**
 * Saves what a moderator wrote, unless it has faults, is close to what is there already, or somebody was faster: then
 * the draft is kept, and buttons lead on from it.
 * @param isSure Whether to save it although it is close to another entry, or changes answers.
 */
export async function saveEntry(context: Context, draft: EntryDraft, isSure: boolean): Promise<Result> {
  const { services, locale, act } = context;
  const { guildId, fields, target } = draft;
  const faults = checkEntryFields(fields);
  if (faults.length > 0) return renderFaults(faults, [editAgainButton(context, draft)], locale);
  const doubt = isSure ? null : await findDoubt(context, draft);
  if (doubt !== null) return doubt;
  const { entries } = services.store;
  const written =
    target.kind === 'new'
      ? await entries.add(guildId, fields, act, target.gapId)
      : await entries.edit(guildId, { id: target.id, version: target.version, fields }, act);
  return tellWritten(context, draft, written);
}

/** What the moderator had better see before this is saved, or null. */
async function findDoubt(context: Context, draft: EntryDraft): Promise<Result | null> {
  const { services, locale } = context;
  const { guildId, fields, target } = draft;
  const scope = { ...context.scope, guildId };
  if (target.kind === 'new') {
    const similar = await services.library.similarEntries(fields.question, scope, closeEntries);
    if (similar.length > 0) return renderSimilar(similar, services.entryDrafts.put(draft), locale);
  }
  const id = target.kind === 'new' ? null : target.id;
  const changes = await services.library.impact(
    { scope, fields, id },
    await recentQuestions(context, guildId),
  );
  return changes.length === 0 ? null : renderImpact(changes, services.entryDrafts.put(draft), locale);
}

/** Those that the knowledge folder says how to answer, and those that were asked lately, answered or in vain. */
async function recentQuestions({ services }: Context, guildId: string): Promise<readonly string[]> {
  const own = await services.ownQuestions();
  // Moderators see them, so they hold no more than a gap would.
  const answered = services.askedQuestions.recent(guildId).map(scrubQuestion);
  const gaps = await services.store.gaps.list(guildId, ['open', 'answered']);
  const asked = [...answered, ...gaps.flatMap(({ phrasings }) => phrasings)];
  return [...new Set([...own, ...asked])].filter((question) => question !== '').slice(0, mostQuestions);
}

async function tellWritten(context: Context, draft: EntryDraft, written: Written): Promise<Result> {
  const { services, locale } = context;
  const { guildId, fields, target } = draft;
  switch (written.outcome) {
    case 'repeated':
      return renderNotice(locale, 'repeated', {});
    case 'gone':
      return renderNotice(locale, 'entryGone', {});
    case 'conflict': {
      await noteConflict(context, 'entry.edit');
      const { id, version } = written.current;
      const onTop = { ...draft, target: { kind: 'change', id, version } } as const;
      return renderConflict(written.current, fields, [editAgainButton(context, onTop)], locale);
    }
    case 'saved': {
      await services.library.reloadServer(guildId);
      const { entry } = written;
      const isNew = target.kind === 'new';
      const reply = renderEntry(
        'entrySaved',
        entry,
        [isNew ? removeButton(entry, locale) : undoButton(entry.id, locale)],
        locale,
      );
      const gapId = isNew ? target.gapId : null;
      return gapId === null ? reply : { reply, tellings: await tellWaiters(context, guildId, gapId) };
    }
  }
}

/** Opens the form again with what was typed. */
export function editAgainButton({ services, locale }: Context, draft: EntryDraft): Button {
  const argument = services.entryDrafts.put(draft);
  return {
    label: say(locale, 'entryEditAgain', {}),
    action: { name: 'entry-again', argument },
    look: 'main',
  };
}

/** Removes an entry in the version that was seen. */
export function removeButton(
  entry: { readonly id: string; readonly version: number },
  locale: ReplyLocale,
): Button {
  const argument = `${entry.id}.${entry.version}`;
  return {
    label: say(locale, 'entryRemove', {}),
    action: { name: 'entry-remove', argument },
    look: 'danger',
  };
}

/** Takes the last change of an entry back. */
export function undoButton(id: string, locale: ReplyLocale): Button {
  return { label: say(locale, 'takeBack', {}), action: { name: 'entry-undo', argument: id }, look: 'quiet' };
}
