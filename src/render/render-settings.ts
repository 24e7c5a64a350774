import { cautions } from '../answer/caution.ts';
import { channelModes, serverLanguages, type ChannelMode, type ServerSettings } from '../library/settings.ts';

import type { ActionName } from './action.ts';
import { say, sayInSpans } from './catalog/say.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { buttonRow, plain, text, type Choice, type Part, type PickPart, type Reply } from './reply.ts';

/** What `/settings` shows. */
export interface SettingsView {
  readonly settings: ServerSettings;
  /** Channels of this server for which the operator has set `answer`. */
  readonly operatorChannels: readonly string[];
  /** What the operator has set, which holds where the server has set nothing. */
  readonly operatorCooldown: number;
  /** Whether the bot may write in the log channel. */
  readonly canLog: boolean;
  /** Whether the person may say who is a moderator. */
  readonly canSetRoles: boolean;
}

/** More channels than these are not listed; each can be picked all the same. */
const listedChannels = 10;

/** Discord shows at most so many roles in one menu. */
const mostRoles = 25;

/** Lengths in seconds to choose from. */
const cooldowns = [0, 2, 5, 10, 30, 60, 300] as const;

/** Value of the choice that leaves a setting to the operator or to Discord. */
const unset = 'unset';

/** All settings, each with the menu that changes it. */
export function renderSettings(view: SettingsView, locale: ReplyLocale): Reply {
  const { settings } = view;
  return fit({
    tone: 'notice',
    parts: [
      text('plain', [{ kind: 'bold', text: say(locale, 'settingsTitle', {}) }]),
      ...showChannels(view, locale),
      text('plain', say(locale, 'settingsCaution', {})),
      select(
        'settings-caution',
        cautions.map((value) => ({ value, label: say(locale, `caution-${value}`, {}) })),
        settings.caution,
      ),
      text('plain', say(locale, 'settingsLanguage', {})),
      select('settings-language', languageChoices(locale), settings.language ?? unset),
      text('plain', say(locale, 'settingsCooldown', {})),
      select(
        'settings-cooldown',
        cooldownChoices(view, locale),
        settings.cooldownSeconds === null ? unset : String(settings.cooldownSeconds),
      ),
      text('plain', say(locale, 'settingsLog', {})),
      {
        ...pick('channels', 'settings-log', settings.logChannel === null ? [] : [settings.logChannel], 1),
        placeholder: say(locale, 'settingsNoLog', {}),
      },
      ...(view.canLog ? [] : [text('plain', say(locale, 'settingsLogClosed', {}))]),
      ...showRoles(view, locale),
    ],
  });
}

/** What the bot does in one channel, with a menu to change it. */
export function renderChannelSetting(
  { channelId, mode, canRead }: { channelId: string; mode: ChannelMode; canRead: boolean },
  locale: ReplyLocale,
): Reply {
  const isUnread = !canRead && (mode === 'answer' || mode === 'suggest');
  const choices = channelModes.map((value) => ({
    // A menu has no argument of its own.
    value: `${channelId}.${value}`,
    label: say(locale, `mode-${value}`, {}),
  }));
  return fit({
    tone: 'notice',
    parts: [
      text('plain', sayInSpans(locale, 'settingsChannel', { channel: { kind: 'channel', id: channelId } })),
      select('settings-mode', choices, `${channelId}.${mode}`),
      ...(isUnread ? [text('plain', say(locale, 'settingsNeedsContent', {}))] : []),
      text('small', say(locale, 'settingsThreads', {})),
      ...buttonRow([
        {
          label: say(locale, 'settingsBack', {}),
          action: { name: 'settings', argument: '' },
          look: 'quiet',
        },
      ]),
    ],
  });
}

function showChannels({ settings, operatorChannels }: SettingsView, locale: ReplyLocale): readonly Part[] {
  const byOperator = Object.fromEntries(operatorChannels.map((id) => [id, 'answer'] as const));
  const set = Object.entries({ ...byOperator, ...settings.channels }).flatMap(([id, mode]) =>
    mode === undefined ? [] : [{ id, mode }],
  );
  const hidden = set.length - listedChannels;
  return [
    text('plain', say(locale, set.length === 0 ? 'settingsNoChannels' : 'settingsChannels', {})),
    ...set
      .slice(0, listedChannels)
      .map(({ id, mode }) =>
        text('plain', [{ kind: 'channel', id }, plain(` · ${say(locale, `mode-${mode}`, {})}`)]),
      ),
    ...(hidden > 0 ? [text('small', say(locale, 'andMore', { count: hidden }))] : []),
    {
      ...pick('channels', 'settings-channel', [], 1),
      least: 1,
      placeholder: say(locale, 'settingsPickChannel', {}),
    },
  ];
}

function showRoles({ settings, canSetRoles }: SettingsView, locale: ReplyLocale): readonly Part[] {
  if (!canSetRoles) return [text('small', say(locale, 'settingsRolesHint', {}))];
  return [
    text('plain', say(locale, 'settingsRoles', {})),
    {
      ...pick('roles', 'settings-roles', settings.moderatorRoles, mostRoles),
      placeholder: say(locale, 'settingsNoRoles', {}),
    },
  ];
}

function languageChoices(locale: ReplyLocale): readonly Choice[] {
  return [
    { value: unset, label: say(locale, 'settingsLanguageDiscord', {}) },
    ...serverLanguages.map((value) => ({ value, label: say(locale, `language-${value}`, {}) })),
  ];
}

function cooldownChoices({ operatorCooldown }: SettingsView, locale: ReplyLocale): readonly Choice[] {
  const sayLength = (count: number): string =>
    count === 0 ? say(locale, 'settingsNoCooldown', {}) : say(locale, 'settingsSeconds', { count });
  return [
    { value: unset, label: say(locale, 'settingsOperator', { value: sayLength(operatorCooldown) }) },
    ...cooldowns.map((count) => ({ value: String(count), label: sayLength(count) })),
  ];
}

function select(action: ActionName, choices: readonly Choice[], chosen: string): Part {
  return { kind: 'select', action, placeholder: '', choices, chosen };
}

function pick(what: PickPart['what'], action: ActionName, chosen: readonly string[], most: number): PickPart {
  return {
    kind: 'pick',
    what,
    action: { name: action, argument: '' },
    placeholder: '',
    chosen,
    least: 0,
    most,
  };
}
