import { errorName } from './error-name.ts';
import type { Logger } from './ports.ts';
import { defaultSettings, type ServerSettings } from './settings.ts';
import type { Store } from './store.ts';

/** The settings of all servers, in memory: they decide before a question may wait for the store. */
export interface SettingsHolder {
  /** What holds in this server; outside of servers, what holds before anything is set. */
  of(guildId: string | null): ServerSettings;
  /** Whether any server wants messages answered that do not mention the bot. */
  wantContent(): boolean;
  /** Takes up what was just changed. @throws what the store throws. */
  reload(): Promise<void>;
}

/**
 * Reads the settings, and again whenever any process changed something; while the store is down, the last ones hold.
 * @throws what the store throws when it cannot be read the first time.
 */
export async function holdSettings(store: Store, logger: Logger): Promise<SettingsHolder> {
  let settings = await store.settings.all();
  const reload = async (): Promise<void> => {
    settings = await store.settings.all();
  };
  await store.watch(
    () =>
      void reload().catch((error: unknown) => {
        logger.error({ error: errorName(error) }, 'settings could not be read again; the old ones hold');
      }),
  );
  return {
    of: (guildId) => (guildId === null ? undefined : settings.get(guildId)) ?? defaultSettings,
    wantContent: () => [...settings.values()].some(wantsContent),
    reload,
  };
}

function wantsContent({ channels }: ServerSettings): boolean {
  return Object.values(channels).some((mode) => mode === 'answer' || mode === 'suggest');
}
