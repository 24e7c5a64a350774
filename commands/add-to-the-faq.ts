import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { newEntry } from '../src/discord/entry-drafts.ts';
import type { ActionDefinition, FormDefinition, MessageCommand } from '../src/discord/define-command.ts';
import { detailsOf, keepDraft, readDraft, toNew } from '../src/discord/read-draft.ts';
import { cleanQuestion } from '../src/discord/read-question.ts';
import { linkGap } from '../src/discord/settle-gap.ts';
import { openEntryForm, saveEntry } from '../src/discord/write-entry.ts';
import { emptyFields } from '../src/library/entry.ts';
import { renderNotice } from '../src/render/render-notice.ts';

/** From a message of the channel to an entry: a question to be answered, or an answer to a question. */
export const addToTheFaq: MessageCommand = {
  kind: 'message',
  definition: {
    type: ApplicationCommandType.Message,
    name: 'Add to the FAQ',
    name_localizations: { 'es-ES': 'Añadir a las preguntas', 'es-419': 'Añadir a las preguntas' },
    contexts: [InteractionContextType.Guild],
  },
  audience: 'moderators',
  auditedAs: 'entry.add',
  visibility: 'form',
  async run({ target, locale }) {
    const asked = (await target.repliedTo?.read()) ?? null;
    const fields =
      asked === null
        ? { ...emptyFields, question: target.question }
        : { ...emptyFields, question: cleanQuestion(asked), answer: target.content };
    return openEntryForm(fields, newEntry, locale);
  },
};

/** The form of a new entry. */
export const writeEntry: FormDefinition = {
  audience: 'moderators',
  auditedAs: 'entry.add',
  async run(submission) {
    const target = toNew(submission.argument);
    const draft = readDraft(submission, target, detailsOf(target));
    return draft === null
      ? renderNotice(submission.locale, 'entryGone', {})
      : saveEntry(submission, draft, false);
  },
  keep(submission) {
    const target = toNew(submission.argument);
    return keepDraft(submission, readDraft(submission, target, detailsOf(target)));
  },
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
