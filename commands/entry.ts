import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { noKeys, replyWith } from '../src/discord/answer-question.ts';
import {
  completeChanged,
  completeEntry,
  whichChannel,
  whichEntry,
  whichRole,
} from '../src/discord/complete-entry.ts';
import { describeSubcommand, inSpanish } from '../src/discord/describe-subcommand.ts';
import {
  defineCommandGroup,
  defineSubcommand,
  type ActionDefinition,
  type FormDefinition,
} from '../src/discord/define-command.ts';
import { changeDetails, openTagsForm, readTags } from '../src/discord/entry-details.ts';
import { newEntry } from '../src/discord/entry-drafts.ts';
import { findEntry } from '../src/discord/find-entry.ts';
import { keepDraft, readDraft, readVersion, toChange } from '../src/discord/read-draft.ts';
import { noteDone } from '../src/discord/note-act.ts';
import { removeEntry, takeBack } from '../src/discord/remove-entry.ts';
import { openEntryForm, removeButton, saveEntry } from '../src/discord/write-entry.ts';
import { writtenEntryId } from '../src/corpus/entry-document.ts';
import { emptyFields } from '../src/library/entry.ts';
import { renderEntry, renderHistory } from '../src/render/render-entry.ts';
import { renderEntryDetails } from '../src/render/render-entry-details.ts';
import { renderNotice } from '../src/render/render-notice.ts';

const shownVersions = 10;

const add = defineSubcommand({
  definition: {
    ...describeSubcommand('add', 'añadir', 'Write a new entry', 'Escribe una entrada nueva'),
    options: [whichChannel, whichRole],
  },
  audience: 'moderators',
  visibility: 'form',
  run({ options, locale }) {
    const target = { ...newEntry, channelId: options.channel, roleId: options.role };
    return Promise.resolve(openEntryForm(emptyFields, target, locale));
  },
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

const details = defineSubcommand({
  definition: {
    ...describeSubcommand(
      'details',
      'detalles',
      'Say where and to whom an entry may be quoted, and its tags',
      'Di dónde y a quién se puede citar una entrada, y sus etiquetas',
    ),
    options: [whichEntry],
  },
  audience: 'moderators',
  visibility: 'private',
  async run(context) {
    const entry = await findEntry(context, context.options.entry);
    const { locale } = context;
    await noteDone(context, 'entry.details');
    return entry === null ? renderNotice(locale, 'entryGone', {}) : renderEntryDetails(entry, locale);
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
  async run(context) {
    const { options, services, locale, act } = context;
    // Moderators may read all that was written here, wherever it may be quoted.
    const scope = { ...context.scope, reader: null };
    await noteDone(context, 'entry.preview');
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
  async run(context) {
    const { options, caller, services, locale } = context;
    const { entries } = services.store;
    await noteDone(context, 'entry.history');
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
  [add, edit, details, remove, preview, history, undo],
);

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

/** The button under an entry that is to be removed. */
export const pressRemove: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'entry.remove',
  visibility: 'in-place',
  isQuestion: false,
  run: (context) => removeEntry(context, readVersion(context.argument)),
};

const menu = { audience: 'moderators', auditedAs: 'entry.edit', isQuestion: false } as const;

/** The channels in which an entry may be quoted. */
export const setEntryChannels: ActionDefinition = {
  ...menu,
  visibility: 'in-place',
  run: (context) => changeDetails(context, { channels: context.picked }),
};

/** The roles to which an entry may be quoted. */
export const setEntryRoles: ActionDefinition = {
  ...menu,
  visibility: 'in-place',
  run: (context) => changeDetails(context, { roles: context.picked }),
};

/** The form of an entry's tags. */
export const openEntryTags: ActionDefinition = {
  ...menu,
  visibility: 'form',
  async run(context) {
    const entry = await findEntry(context, readVersion(context.argument).id);
    const { locale } = context;
    return entry === null ? renderNotice(locale, 'entryGone', {}) : openTagsForm(entry, locale);
  },
};

/** The tags of an entry. */
export const setEntryTags: FormDefinition = {
  audience: 'moderators',
  auditedAs: 'entry.edit',
  run: (submission) => changeDetails(submission, { tags: readTags(submission.fields['tags'] ?? '') }),
};

/** "Take it back" under a change that was made. */
export const undoEntry: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'entry.undo',
  visibility: 'in-place',
  isQuestion: false,
  run: (context) => takeBack(context, context.argument),
};
