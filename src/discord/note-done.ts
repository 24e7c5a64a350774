import type { Context } from './define-command.ts';

/**
 * Writes down what a moderator did where that changes nothing in the store, which writes such rows itself. Never rejects:
 * what only reads goes on while the store is down.
 * @param action Such as `entry.history`: what a refusal of the same is called.
 */
export async function noteDone({ caller, services, act }: Context, action: string): Promise<void> {
  const { guildId } = caller;
  const { by, at } = act;
  if (guildId !== null) await services.audit.note({ guildId, by, at, action, outcome: 'done' });
}
