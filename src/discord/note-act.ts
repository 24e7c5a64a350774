import type { AuditRow } from '../library/store.ts';

import type { Context } from './define-command.ts';

/** Writes down what a moderator did where that changes nothing in the store, which writes such rows itself. Never rejects. */
export function noteDone(context: Context, action: string): Promise<void> {
  return note(context, action, 'done');
}

/** Writes down what a moderator wanted to change and could not, since somebody was faster. Never rejects. */
export function noteConflict(context: Context, action: string): Promise<void> {
  return note(context, action, 'refused');
}

/** @param action Such as `entry.history`: what the same is called wherever it is refused. */
async function note(
  { caller, services, act }: Context,
  action: string,
  outcome: AuditRow['outcome'],
): Promise<void> {
  const { guildId } = caller;
  const { by, at } = act;
  if (guildId !== null) await services.audit.note({ guildId, by, at, action, outcome });
}
