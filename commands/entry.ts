import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { noKeys, replyWith } from '../src/discord/answer-question.ts';
import { completeChanged, completeEntry, whichEntry } from '../src/discord/complete-entry.ts';
import { describeSubcommand, inSpanish } from '../src/discord/describe-subcommand.ts';
import {
  defineCommandGroup,
  defineSubcommand,
  type ActionDefinition,
  type Context,
  type FormDefinition,
} from '../src/discord/define-command.ts';
import { keepDraft, readDraft, readVersion, toChange, toNew } from '../src/discord/read-draft.ts';
import { removeEntry, takeBack } from '../src/discord/remove-entry.ts';
import { linkGap } from '../src/discord/settle-gap.ts';
import { openEntryForm, removeButton, saveEntry } from '../src/discord/write-entry.ts';
import { writtenEntryId } from '../src/corpus/entry-document.ts';
import { emptyFields, type Entry } from '../src/library/entry.ts';
import { renderEntry, renderHistory } from '../src/render/render-entry.ts';
import { renderNotice } from '../src/render/render-notice.ts';

const shownVersions = 10;

const add = defineSubcommand({
  definition: describeSubcommand('add', 'añadir', 'Write a new entry', 'Escribe una entrada nueva'),
  audience: 'moderators',
  visibility: 'form',
  run: ({ locale }) => Promise.resolve(openEntryForm(emptyFields, { kind: 'new', gapId: null }, locale)),
});

const edit = defineSubcommand({
  definition: {
    ...describeSubcommand(
      'edit',
      'editar',
      'Change an entry that was written here',
      'Cambia una entrada escrita aquí',
    ),
    options: [whichEntry],
  },
  audience: 'moderators',
  visibility: 'form',
  async run(context) {
    const entry = await findEntry(context, context.options.entry);
    if (entry === null) return renderNotice(context.locale, 'entryGone', {});
    return openEntryForm(entry, { kind: 'change', id: entry.id, version: entry.version }, context.locale);
  },
  complete: completeEntry,
});

const remove = defineSubcommand({
  definition: {
    ...describeSubcommand(
      'remove',
      'eliminar',
      'Remove an entry that was written here',
      'Elimina una entrada escrita aquí',
    ),
    options: [whichEntry],
  },
  audience: 'moderators',
  visibility: 'private',
  async run(context) {
    const { locale } = context;
    const entry = await findEntry(context, context.options.entry);
    if (entry === null) return renderNotice(locale, 'entryGone', {});
    return renderEntry('entryRemoveAsk', entry, [removeButton(entry, locale)], locale);
  },
  complete: completeEntry,
});

const preview = defineSubcommand({
  definition: {
    ...describeSubcommand(
      'preview',
      'ver',
      'See an entry as members see it',
      'Mira una entrada como la ven los miembros',
    ),
    options: [whichEntry],
  },
  audience: 'moderators',
  visibility: 'private',
  async run({ options, scope: own, services, locale, act }) {
    // Moderators may read all that was written here, wherever it may be quoted.
    const scope = { ...own, reader: null };
    const answer = await services.library.entry(writtenEntryId(options.entry), scope);
    if (answer === null) return renderNotice(locale, 'entryGone', {});
    return replyWith({ library: services.library, scope, at: act.at }, answer, locale, noKeys);
  },
  complete: completeEntry,
});

const history = defineSubcommand({
  definition: {
    ...describeSubcommand(
      'history',
      'historial',
      'See who changed an entry, when and how',
      'Mira quién cambió una entrada, cuándo y cómo',
    ),
    options: [whichEntry],
  },
  audience: 'moderators',
  visibility: 'private',
  async run({ options, caller, services, locale }) {
    const { entries } = services.store;
    const versions =
      caller.guildId === null ? [] : await entries.history(caller.guildId, options.entry, shownVersions);
    return renderHistory(versions, locale);
  },
  complete: completeChanged,
});

const undo = defineSubcommand({
  definition: {
    ...describeSubcommand(
      'undo',
      'deshacer',
      'Take the last change of an entry back',
      'Deshace el último cambio de una entrada',
    ),
    options: [whichEntry],
  },
  audience: 'moderators',
  visibility: 'private',
  run: (context) => takeBack(context, context.options.entry),
  complete: completeChanged,
});

/** `/entry`: what moderators do with the entries of their server. */
export const entry = defineCommandGroup(
  {
    type: ApplicationCommandType.ChatInput,
    name: 'entry',
    name_localizations: inSpanish('entrada'),
    description: 'For moderators: write entries of the FAQ',
    description_localizations: inSpanish('Para moderadores: escribe entradas de las preguntas frecuentes'),
    contexts: [InteractionContextType.Guild],
  },
  [add, edit, remove, preview, history, undo],
);

/** The form of a new entry. */
export const writeEntry: FormDefinition = {
  audience: 'moderators',
  auditedAs: 'entry.add',
  async run(submission) {
    const draft = readDraft(submission, toNew(submission.argument), emptyFields);
    return draft === null
      ? renderNotice(submission.locale, 'entryGone', {})
      : saveEntry(submission, draft, false);
  },
  keep: (submission) => keepDraft(submission, readDraft(submission, toNew(submission.argument), emptyFields)),
};

/** The form of another version of an entry. */
export const changeEntry: FormDefinition = {
  audience: 'moderators',
  auditedAs: 'entry.edit',
  async run(submission) {
    const target = toChange(submission.argument);
    const before = await findEntry(submission, target.id);
    const draft = readDraft(submission, target, before ?? emptyFields);
    return before === null || draft === null
      ? renderNotice(submission.locale, 'entryGone', {})
      : saveEntry(submission, draft, false);
  },
  keep: (submission) =>
    keepDraft(submission, readDraft(submission, toChange(submission.argument), emptyFields)),
};

/** "Edit again": the form with what was typed. */
export const editAgain: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'entry.edit',
  visibility: 'form',
  isQuestion: false,
  run({ argument, caller, services, locale }) {
    const draft = services.entryDrafts.get(argument, caller);
    return Promise.resolve(
      draft === null ? renderNotice(locale, 'tooOld', {}) : openEntryForm(draft.fields, draft.target, locale),
    );
  },
};

/** "Save as a new entry", although it is close to another one. */
export const saveAnyway: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'entry.add',
  visibility: 'in-place',
  isQuestion: false,
  async run(context) {
    const draft = context.services.entryDrafts.get(context.argument, context.caller);
    return draft === null ? renderNotice(context.locale, 'tooOld', {}) : saveEntry(context, draft, true);
  },
};

/** "Add as another phrasing": of the entry that is closest to the draft. */
export const addPhrasing: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'gap.link',
  visibility: 'in-place',
  isQuestion: false,
  async run(context) {
    const { argument, caller, scope, services, locale, act } = context;
    const draft = services.entryDrafts.get(argument, caller);
    if (draft === null) return renderNotice(locale, 'tooOld', {});
    const { guildId, fields, target } = draft;
    const [closest] = await services.library.similarEntries(fields.question, scope, 1);
    if (closest === undefined) return renderNotice(locale, 'tooOld', {});
    let gapId = target.kind === 'new' ? target.gapId : null;
    for (const phrasing of [fields.question, ...fields.aliases])
      gapId = await services.store.gaps.record(guildId, { phrasing, at: act.at, gapId });
    return gapId === null ? renderNotice(locale, 'gapGone', {}) : linkGap(context, gapId, closest.id);
  },
};

/** The button under an entry that is to be removed. */
export const pressRemove: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'entry.remove',
  visibility: 'in-place',
  isQuestion: false,
  run: (context) => removeEntry(context, readVersion(context.argument)),
};

/** "Take it back" under a change that was made. */
export const undoEntry: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'entry.undo',
  visibility: 'in-place',
  isQuestion: false,
  run: (context) => takeBack(context, context.argument),
};

async function findEntry({ caller, services }: Context, id: string): Promise<Entry | null> {
  return caller.guildId === null ? null : services.store.entries.find(caller.guildId, id);
}
