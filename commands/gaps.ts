import { ApplicationCommandOptionType, ApplicationCommandType, InteractionContextType } from 'discord.js';

import {
  defineCommand,
  type ActionDefinition,
  type AutocompleteChoice,
  type Context,
  type Typing,
} from '../src/discord/define-command.ts';
import { newEntry } from '../src/discord/entry-drafts.ts';
import { noteDone } from '../src/discord/note-act.ts';
import type { Result } from '../src/discord/result.ts';
import { linkGap, settleGap } from '../src/discord/settle-gap.ts';
import { openEntryForm } from '../src/discord/write-entry.ts';
import type { EntryChoice } from '../src/library/library.ts';
import { relatedKey } from '../src/library/related-key.ts';
import { emptyFields } from '../src/library/entry.ts';
import type { Gap } from '../src/library/store.ts';
import { sayInSpans } from '../src/render/catalog/say.ts';
import { limits } from '../src/render/limits.ts';
import { nameGap, renderGap, renderGaps } from '../src/render/render-gaps.ts';
import { renderNotice } from '../src/render/render-notice.ts';

const open = ['open'] as const;

/** `/gaps`: what was asked in vain, and what to do about it. */
export const gaps = defineCommand({
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'gaps',
    name_localizations: { 'es-ES': 'pendientes', 'es-419': 'pendientes' },
    description: 'For moderators: questions that found no answer',
    description_localizations: {
      'es-ES': 'Para moderadores: preguntas que no tuvieron respuesta',
      'es-419': 'Para moderadores: preguntas que no tuvieron respuesta',
    },
    contexts: [InteractionContextType.Guild],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'gap',
        name_localizations: { 'es-ES': 'pregunta', 'es-419': 'pregunta' },
        description: 'One of the questions',
        description_localizations: { 'es-ES': 'Una de las preguntas', 'es-419': 'Una de las preguntas' },
        required: false,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'entry',
        name_localizations: { 'es-ES': 'entrada', 'es-419': 'entrada' },
        description: 'The entry that answers it already',
        description_localizations: {
          'es-ES': 'La entrada que ya la responde',
          'es-419': 'La entrada que ya la responde',
        },
        required: false,
        autocomplete: true,
      },
    ],
  },
  audience: 'moderators',
  visibility: 'private',
  async run(context) {
    const { gap, entry } = context.options;
    if (gap !== null && entry !== null) return linkGap(context, gap, entry);
    await noteDone(context, 'gaps');
    return gap === null ? showPage(context, 0) : showGap(context, gap);
  },
  complete: (typing) => (typing.option === 'gap' ? completeGap(typing) : completeEntry(typing)),
});

/** Another page of the list. */
export const turnGapsPage: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'gaps',
  visibility: 'in-place',
  isQuestion: false,
  run: (context) => showPage(context, Number.parseInt(context.argument, 10) || 0),
};

/** The select of the list: one gap. */
export const openGap: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'gaps',
  visibility: 'in-place',
  isQuestion: false,
  run: (context) => showGap(context, context.argument),
};

/** "Answer it": the form of a new entry with the question in it. */
export const answerGap: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'entry.add',
  visibility: 'form',
  isQuestion: false,
  async run(context) {
    const gap = await findOpenGap(context, context.argument);
    if (gap === null) return renderNotice(context.locale, 'gapGone', {});
    const [question = '', ...aliases] = gap.phrasings;
    const target = { ...newEntry, gapId: gap.id };
    return openEntryForm({ ...emptyFields, question, aliases }, target, context.locale);
  },
};

/** "Already answered by…": the phrasings become aliases of the entry. */
export const linkToEntry: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'gap.link',
  visibility: 'in-place',
  isQuestion: false,
  run(context) {
    const [gapId = '', entryKey = ''] = context.argument.split('.');
    return linkGap(context, gapId, entryKey);
  },
};

/** "Not for us": such questions stay without a word from now on. */
export const dismissGap: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'gap.dismiss',
  visibility: 'in-place',
  isQuestion: false,
  run: (context) =>
    settleGap(
      context,
      context.argument,
      { kind: 'dismissed' },
      sayInSpans(context.locale, 'gapDismissed', {}),
    ),
};

/** "Take it back". */
export const reopenGap: ActionDefinition = {
  audience: 'moderators',
  auditedAs: 'gap.reopen',
  visibility: 'in-place',
  isQuestion: false,
  run: (context) =>
    settleGap(context, context.argument, { kind: 'reopened' }, sayInSpans(context.locale, 'gapReopened', {})),
};

/** "Tell me when this is answered", for whoever pressed it. */
export const tellMe: ActionDefinition = {
  audience: 'everyone',
  visibility: 'private',
  isQuestion: false,
  async run({ argument, caller, services, locale }) {
    const { guildId, channelId, userId } = caller;
    const { gaps: store } = services.store;
    const gap = guildId === null ? null : await store.find(guildId, argument);
    if (guildId === null || channelId === null || gap?.state !== 'open')
      return renderNotice(locale, 'tellMeSettled', {});
    const isNew = await store.wait(guildId, argument, { userId, channelId });
    return renderNotice(locale, isNew ? 'tellMeNoted' : 'tellMeAlready', {});
  },
};

async function showPage({ caller, services, locale }: Context, page: number): Promise<Result> {
  const list = caller.guildId === null ? [] : await services.store.gaps.list(caller.guildId, open);
  return renderGaps(list, page, locale);
}

async function showGap(context: Context, id: string): Promise<Result> {
  const gap = await findOpenGap(context, id);
  if (gap === null) return renderNotice(context.locale, 'gapGone', {});
  return renderGap(gap, await closestEntries(context, gap), context.locale);
}

async function findOpenGap({ caller, services }: Context, id: string): Promise<Gap | null> {
  const gap = caller.guildId === null ? null : await services.store.gaps.find(caller.guildId, id);
  return gap?.state === 'open' ? gap : null;
}

/** Entries that may hold the answer, the likeliest first. */
async function closestEntries({ scope, services }: Context, gap: Gap): Promise<readonly EntryChoice[]> {
  const found = await services.library.find(gap.phrasings.join(' '), scope, limits.selectChoices);
  const entries = found.flatMap(({ passageId, entry }) =>
    entry === null ? [] : [{ id: passageId, question: entry }],
  );
  const others = await services.library.suggestEntries('', scope, limits.selectChoices);
  return [...new Map([...entries, ...others].map((entry) => [entry.id, entry])).values()];
}

async function completeGap({ typed, caller, services }: Typing): Promise<readonly AutocompleteChoice[]> {
  if (caller.guildId === null) return [];
  const words = typed.toLowerCase().split(/\s+/u);
  return (await services.store.gaps.list(caller.guildId, open))
    .filter(({ phrasings }) => words.every((word) => phrasings.join('\n').toLowerCase().includes(word)))
    .slice(0, limits.autocompleteChoices)
    .map((gap) => ({ name: nameGap(gap), value: gap.id }));
}

async function completeEntry({ typed, scope, services }: Typing): Promise<readonly AutocompleteChoice[]> {
  const entries = await services.library.suggestEntries(typed, scope, limits.autocompleteChoices);
  return entries.map(({ id, question }) => ({ name: question, value: relatedKey(id) }));
}
