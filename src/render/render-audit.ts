import { z } from 'zod';

import type { AuditRow } from '../library/store.ts';

import { say, sayInSpans } from './catalog/say.ts';
import { cutText } from './cut-text.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { plain, text, type Part, type Reply, type Span } from './reply.ts';

const valueLength = 500;

const entrySchema = z.object({ question: z.string(), answer: z.string() });

/** One act of a moderator for the log channel: who, what, whether it was let through, and what there was before and after. */
export function renderAudit(row: AuditRow, locale: ReplyLocale): Reply {
  const { outcome, before, after } = row;
  return fit({
    tone: outcome === 'done' ? 'notice' : 'fault',
    parts: [
      text('plain', sayAct(row, locale)),
      ...show('auditBefore', before, locale),
      ...show('auditAfter', after, locale),
    ],
  });
}

/** Many acts at once, such as those of `npm run import`: how many of which kind, by whom. */
export function renderAudits(rows: readonly AuditRow[], locale: ReplyLocale): Reply {
  const counts = new Map<string, { readonly row: AuditRow; readonly count: number }>();
  for (const row of rows) {
    const kind = `${row.by} ${row.action} ${row.outcome}`;
    counts.set(kind, { row, count: (counts.get(kind)?.count ?? 0) + 1 });
  }
  return fit({
    tone: 'notice',
    parts: [...counts.values()].map(({ row, count }) =>
      text('plain', [...sayAct(row, locale), ...sayInSpans(locale, 'auditTimes', { count })]),
    ),
  });
}

function sayAct({ by, action, outcome }: AuditRow, locale: ReplyLocale): readonly Span[] {
  // What is done in a terminal is done by no member.
  const who = /^\d+$/u.test(by) ? ({ kind: 'person', id: by } as const) : plain(by);
  return sayInSpans(locale, outcome === 'done' ? 'auditDone' : 'auditRefused', { who, action });
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
