import type { Settings } from '../config/settings.ts';
import type { SettingsHolder } from '../library/hold-settings.ts';
import type { ChannelMode, ServerSettings } from '../library/settings.ts';

/** What holds in one server: what its moderators have set, else what the operator has. */
export interface ServerRules extends Pick<ServerSettings, 'caution' | 'language' | 'logChannel'> {
  /** Ids of the roles whose members are moderators. */
  readonly moderatorRoles: readonly string[];
  readonly cooldownSeconds: number;
  /** What the bot does with messages there. @param places Ids of the channel, or of the thread and the channel that it hangs in. */
  modeIn(places: readonly string[]): ChannelMode;
}

/** The rules of every server; outside of servers, what holds for all. */
export type RulesOf = (guildId: string | null) => ServerRules;

/** What the operator has set for all servers. */
export type OperatorRules = Pick<Settings, 'answerChannels' | 'moderatorRoles' | 'cooldownSeconds'>;

/** The rules as they are at the moment of each call. */
export function createRules(settings: Pick<SettingsHolder, 'of'>, operator: OperatorRules): RulesOf {
  return (guildId) => {
    const set = settings.of(guildId);
    return {
      caution: set.caution,
      language: set.language,
      logChannel: set.logChannel,
      moderatorRoles: [...operator.moderatorRoles, ...set.moderatorRoles],
      cooldownSeconds: set.cooldownSeconds ?? operator.cooldownSeconds,
      modeIn: (places) =>
        places.map((place) => set.channels[place]).find((mode) => mode !== undefined) ??
        (places.some((place) => operator.answerChannels.includes(place)) ? 'answer' : 'mention'),
    };
  };
}
