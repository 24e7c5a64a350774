import type { Context } from './define-command.ts';

/**
 * Writes down what a moderator did where that changes nothing in the store, which writes such rows itself. Nobody waits
 * for it: /settings has to open while the store is down.
 * @param action Such as `entry.history`: what a refusal of the same is called.
 */
export function noteDone({ caller, services, act }: Context, action: string): void {
  const { guildId } = caller;
  const { by, at } = act;
  if (guildId !== null) void services.audit.note({ guildId, by, at, action, outcome: 'done' });
}
