import type { KeptReason, RefreshReport } from '../library/library.ts';

import { say } from './catalog/say.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { buttonRow, text, type Button, type Part, type Reply } from './reply.ts';
import { showProblems } from './show-problems.ts';

/** What a refresh did, with the problems that it found; a refresh that waits for a confirmation has a button for it. */
export function renderRefreshReport(report: RefreshReport, locale: ReplyLocale): Reply {
  return fit({
    tone: report.outcome === 'swapped' ? 'answered' : 'suggested',
    parts: [
      ...showOutcome(report, locale),
      ...showProblems(report.problems, locale),
      ...showServing(report, locale),
    ],
  });
}

function showOutcome(report: RefreshReport, locale: ReplyLocale): readonly Part[] {
  if (report.reason !== null) return [text('plain', sayReason(report.reason, locale))];
  const values = {
    seconds: report.tookMs / 1000,
    added: report.added.length,
    changed: report.changed.length,
    removed: report.removed.length,
    passages: report.passages,
  };
  return [text('plain', say(locale, 'refreshed', values))];
}

function sayReason(reason: KeptReason, locale: ReplyLocale): string {
  switch (reason.kind) {
    case 'fewer-passages':
      return say(locale, 'refreshFewer', { had: reason.had, left: reason.left });
    case 'unreadable':
      return say(locale, 'refreshUnreadable', {});
  }
}

function showServing({ outcome, isConfirmable, stale }: RefreshReport, locale: ReplyLocale): readonly Part[] {
  const anyway: Button = {
    label: say(locale, 'refreshAnyway', {}),
    action: { name: 'confirm-refresh', argument: '' },
    look: 'danger',
  };
  if (outcome === 'kept') {
    return [text('small', say(locale, 'oldVersionServes', {})), ...buttonRow(isConfirmable ? [anyway] : [])];
  }
  if (stale.length === 0) return [];
  return [text('small', say(locale, 'oldFilesServe', { files: stale.join(', ') }))];
}
