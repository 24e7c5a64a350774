import type { Snippet } from '../answer/answer.ts';
import type { EntryFault } from '../library/check-entry-fields.ts';
import type { AnswerChange, SimilarEntry } from '../library/library.ts';
import type { Entry, EntryFields, EntryVersion } from '../library/entry.ts';

import type { ActionName } from './action.ts';
import { say, sayInSpans } from './catalog/say.ts';
import { cutText } from './cut-text.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { buttonRow, plain, text, type Button, type Part, type Reply } from './reply.ts';

const questionLength = 300;
const shortAnswerLength = 300;
const shownChanges = 5;

/** What was done to an entry, the entry itself, and the buttons for what can be done next. */
export function renderEntry(
  said: 'entrySaved' | 'entryUndone' | 'entryRemoveAsk' | 'entryRemoved',
  entry: Pick<Entry, 'question' | 'answer'>,
  buttons: readonly Button[],
  locale: ReplyLocale,
): Reply {
  return fit({
    tone: 'notice',
    parts: [text('plain', say(locale, said, {})), ...showFields(entry), ...buttonRow(buttons)],
  });
}

/** What is wrong with an entry as it was written; nothing was saved. */
export function renderFaults(
  faults: readonly EntryFault[],
  buttons: readonly Button[],
  locale: ReplyLocale,
): Reply {
  return fit({
    tone: 'fault',
    parts: [
      text('plain', say(locale, 'entryFaults', {})),
      text('plain', faults.map((fault) => `• ${say(locale, `fault-${fault}`, {})}`).join('\n')),
      ...buttonRow(buttons),
    ],
  });
}

/** Entries that ask nearly the same as a draft, which could be another phrasing of the first of them. */
export function renderSimilar(
  similar: readonly SimilarEntry[],
  draftKey: string,
  locale: ReplyLocale,
): Reply {
  const button = (
    key: 'entryAddPhrasing' | 'entrySaveNew' | 'entryEditAgain',
    name: ActionName,
    look: Button['look'],
  ): Button => ({
    label: say(locale, key, {}),
    action: { name, argument: draftKey },
    look,
  });
  return fit({
    tone: 'suggested',
    parts: [
      text('plain', say(locale, 'entryClose', {})),
      ...similar.map(({ question }) => text('quote', question)),
      ...buttonRow([
        button('entryAddPhrasing', 'entry-phrasing', 'main'),
        button('entrySaveNew', 'entry-save', 'quiet'),
        button('entryEditAgain', 'entry-again', 'quiet'),
      ]),
    ],
  });
}

/** Questions that would be answered otherwise if a draft was saved, the old answer above the new one. */
export function renderImpact(changes: readonly AnswerChange[], draftKey: string, locale: ReplyLocale): Reply {
  const hidden = changes.length - shownChanges;
  return fit({
    tone: 'suggested',
    parts: [
      text('plain', say(locale, 'entryImpact', {})),
      ...changes.slice(0, shownChanges).flatMap((change) => showChange(change, locale)),
      ...(hidden > 0 ? [text('small', say(locale, 'andMore', { count: hidden }))] : []),
      ...buttonRow([
        {
          label: say(locale, 'entrySaveAnyway', {}),
          action: { name: 'entry-save', argument: draftKey },
          look: 'main',
        },
        {
          label: say(locale, 'entryEditAgain', {}),
          action: { name: 'entry-again', argument: draftKey },
          look: 'quiet',
        },
      ]),
    ],
  });
}

function showChange({ question, before, after }: AnswerChange, locale: ReplyLocale): readonly Part[] {
  const now = after === null ? say(locale, 'entryNoAnswer', {}) : answerSentence(after);
  return [
    text('plain', [{ kind: 'bold', text: question }]),
    text('small', `${say(locale, 'entryBefore', {})} ${answerSentence(before)}`),
    text('small', `${say(locale, 'entryAfter', {})} ${now}`),
  ];
}

function answerSentence({ text: whole, answer }: Snippet): string {
  return cutText(whole.slice(answer.start, answer.end).trim(), shortAnswerLength);
}

/** Two moderators wrote at the same time: both texts, so that nothing is lost. */
export function renderConflict(
  theirs: EntryFields,
  mine: EntryFields,
  buttons: readonly Button[],
  locale: ReplyLocale,
): Reply {
  return fit({
    tone: 'fault',
    parts: [
      text('plain', say(locale, 'entryConflict', {})),
      text('small', say(locale, 'entryTheirs', {})),
      ...showFields(theirs),
      { kind: 'separator' },
      text('small', say(locale, 'entryMine', {})),
      ...showFields(mine),
      ...buttonRow(buttons),
    ],
  });
}

/** The versions of an entry, newest first, each with what it held from then on. */
export function renderHistory(versions: readonly EntryVersion[], locale: ReplyLocale): Reply {
  const newest = versions.find(({ fields }) => fields !== null)?.fields;
  if (newest === undefined || newest === null)
    return { tone: 'notice', parts: [text('plain', say(locale, 'entryGone', {}))] };
  return fit({
    tone: 'notice',
    parts: [
      text('plain', sayInSpans(locale, 'entryHistory', { question: newest.question })),
      ...versions.flatMap((version) => showVersion(version, locale)),
    ],
  });
}

function showVersion(
  { version, change, at, by, fields }: EntryVersion,
  locale: ReplyLocale,
): readonly Part[] {
  const spans = sayInSpans(locale, 'entryVersion', {
    version,
    change: say(locale, `change-${change}`, {}),
    when: { kind: 'countdown', at: new Date(at) },
    // What was imported was done at a terminal, by nobody that Discord knows.
    by: /^\d+$/u.test(by) ? { kind: 'person', id: by } : plain(by),
  });
  if (fields === null) return [text('plain', spans)];
  const { question, answer, aliases } = fields;
  return [
    text('plain', spans),
    text('quote', [
      { kind: 'bold', text: cutText(question, questionLength) },
      plain(`\n${cutText(answer, shortAnswerLength)}`),
    ]),
    ...(aliases.length === 0 ? [] : [text('small', aliases.join(' · '))]),
  ];
}

/** As it was written: what members see of it is Markdown. */
function showFields({ question, answer }: Pick<EntryFields, 'question' | 'answer'>): readonly Part[] {
  return [
    text('quote', [{ kind: 'bold', text: question }, ...(answer === '' ? [] : [plain(`\n${answer}`)])]),
  ];
}
