import type { Entry } from '../library/entry.ts';

import type { Context } from './define-command.ts';

/** An entry of the server in which the person acts; null when there is none of this id. */
export async function findEntry({ caller, services }: Context, id: string): Promise<Entry | null> {
  return caller.guildId === null ? null : services.store.entries.find(caller.guildId, id);
}
