import { emptyFields } from '../library/entry.ts';
import { renderNotice } from '../render/render-notice.ts';

import type { ActionDefinition, FormDefinition } from './define-command.ts';
import { findEntry } from './find-entry.ts';
import { detailsOf, keepDraft, readDraft, toChange, toNew } from './read-draft.ts';
import { linkGap } from './settle-gap.ts';
import { openEntryForm, saveEntry } from './write-entry.ts';

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
