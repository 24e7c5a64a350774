import type { Settings } from './config/settings.ts';
import type { Store } from './library/store.ts';
import { createLogger } from './logging/create-logger.ts';
import { openStore } from './storage/database/open-store.ts';

/** Folder of exported entries in the knowledge folder. */
export const exportFolder = 'entries';

/**
 * Opens the store of these settings for a command of the terminal, which may run beside the bot.
 * @throws what `openStore` throws.
 */
export function openStoreOf({ dataFolder, databaseUrl, logLevel }: Settings): Promise<Store> {
  const logger = createLogger({
    level: logLevel,
    secrets: databaseUrl === null ? [] : [databaseUrl],
    write: (line) => process.stderr.write(line),
  });
  return openStore({ dataFolder, databaseUrl, logger });
}
