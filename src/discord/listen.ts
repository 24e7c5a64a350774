import { Events, type Client, type Interaction } from 'discord.js';

import type { Logger } from '../library/ports.ts';

import { describeError } from './describe-error.ts';
import type { FreeText } from './free-text.ts';
import type { Guard } from './guard.ts';

/** Who is told of what arrives. */
export interface Listeners {
  readonly dispatch: (interaction: Interaction) => Promise<void>;
  readonly freeText: FreeText;
  readonly logger: Logger;
}

/** Attaches everything that the bot reacts to, each behind the guard. */
export function listen(client: Client, guard: Guard, { dispatch, freeText, logger }: Listeners): void {
  client.on(Events.InteractionCreate, guard.around(Events.InteractionCreate, dispatch));
  client.on(
    Events.MessageCreate,
    guard.around(Events.MessageCreate, (message) => freeText.onCreate(message)),
  );
  client.on(
    Events.MessageUpdate,
    guard.around(Events.MessageUpdate, (_before, message) => freeText.onEdit(message)),
  );
  client.on(
    Events.MessageDelete,
    guard.around(Events.MessageDelete, ({ id }) => freeText.onDelete(id)),
  );
  client.on(
    Events.MessageBulkDelete,
    guard.around(Events.MessageBulkDelete, async (messages) => {
      for (const id of messages.keys()) await freeText.onDelete(id);
    }),
  );
  // Without these two, discord.js's own errors would end the process.
  client.on(Events.Error, (error) => {
    logger.error({ error: describeError(error) }, 'discord.js reports an error');
  });
  client.on(Events.ShardError, (error) => {
    logger.warn({ error: describeError(error) }, 'the connection to Discord broke');
  });
}
