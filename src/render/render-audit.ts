import { z } from 'zod';

import type { AuditRow } from '../library/store.ts';

import { say, sayInSpans } from './catalog/say.ts';
import { cutText } from './cut-text.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { plain, text, type Part, type Reply } from './reply.ts';

const valueLength = 500;

const entrySchema = z.object({ question: z.string(), answer: z.string() });

/** One act of a moderator for the log channel: who, what, whether it was let through, and what there was before and after. */
export function renderAudit({ by, action, outcome, before, after }: AuditRow, locale: ReplyLocale): Reply {
  // What is done in a terminal is done by no member.
  const who = /^\d+$/u.test(by) ? ({ kind: 'person', id: by } as const) : plain(by);
  return fit({
    tone: outcome === 'done' ? 'notice' : 'fault',
    parts: [
      text('plain', sayInSpans(locale, outcome === 'done' ? 'auditDone' : 'auditRefused', { who, action })),
      ...show('auditBefore', before, locale),
      ...show('auditAfter', after, locale),
    ],
  });
}

function show(
  label: 'auditBefore' | 'auditAfter',
  json: string | null,
  locale: ReplyLocale,
): readonly Part[] {
  if (json === null) return [];
  return [
    text('small', say(locale, label, {})),
    text('quote', [plain(cutText(readable(json), valueLength))]),
  ];
}

/** An entry as its texts; anything else as it is stored. */
function readable(json: string): string {
  const value: unknown = JSON.parse(json);
  const entry = entrySchema.safeParse(value);
  if (entry.success) return `${entry.data.question}\n${entry.data.answer}`;
  return typeof value === 'string' ? value : json;
}
