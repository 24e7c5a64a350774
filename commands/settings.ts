import { ApplicationCommandType, InteractionContextType } from 'discord.js';

import { cautions } from '../src/answer/caution.ts';
import {
  defineCommand,
  type ActionDefinition,
  type Context,
  type Pressed,
} from '../src/discord/define-command.ts';
import { noteDone } from '../src/discord/note-act.ts';
import type { Result } from '../src/discord/result.ts';
import { channelModes, serverLanguages, type ServerSettings } from '../src/library/settings.ts';
import { renderNotice } from '../src/render/render-notice.ts';
import { renderChannelSetting, renderSettings } from '../src/render/render-settings.ts';

/** `/settings`: how the bot behaves in this server. */
export const settings = defineCommand({
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'settings',
    name_localizations: { 'es-ES': 'ajustes', 'es-419': 'ajustes' },
    description: 'For moderators: where, how and to whom the bot answers',
    description_localizations: {
      'es-ES': 'Para moderadores: dónde, cómo y a quién responde el bot',
      'es-419': 'Para moderadores: dónde, cómo y a quién responde el bot',
    },
    contexts: [InteractionContextType.Guild],
  },
  audience: 'moderators',
  visibility: 'private',
  async run(context) {
    await noteDone(context, 'settings');
    return showSettings(context);
  },
});

const menu = { audience: 'moderators', visibility: 'in-place', isQuestion: false } as const;

/** "All settings", from the setting of one channel. */
export const backToSettings: ActionDefinition = {
  ...menu,
  run: (context) => Promise.resolve(showSettings(context)),
};

/** The channel of which the setting is to be seen. */
export const openChannelSetting: ActionDefinition = {
  ...menu,
  auditedAs: 'settings.channels',
  run: (context) => Promise.resolve(showChannel(context, context.picked[0] ?? '')),
};

/** What the bot does in a channel. */
export const setMode: ActionDefinition = {
  ...menu,
  auditedAs: 'settings.channels',
  async run(context) {
    const [channelId = '', chosen = ''] = context.argument.split('.');
    const mode = channelModes.find((known) => known === chosen);
    if (mode === undefined) return renderNotice(context.locale, 'tooOld', {});
    await change(context, 'channels', ({ channels }) => ({ channels: { ...channels, [channelId]: mode } }));
    return showChannel(context, channelId);
  },
};

/** How sure an answer has to be. */
export const setCaution: ActionDefinition = {
  ...menu,
  auditedAs: 'settings.caution',
  async run(context) {
    const caution = cautions.find((known) => known === context.argument);
    return caution === undefined
      ? renderNotice(context.locale, 'tooOld', {})
      : changeAndShow(context, 'caution', { caution });
  },
};

/** The language of replies that everyone sees. */
export const setLanguage: ActionDefinition = {
  ...menu,
  auditedAs: 'settings.language',
  run(context) {
    const language = serverLanguages.find((known) => known === context.argument) ?? null;
    return changeAndShow(context, 'language', { language });
  },
};

/** The time between two questions of one person. */
export const setCooldown: ActionDefinition = {
  ...menu,
  auditedAs: 'settings.cooldownSeconds',
  run(context) {
    const cooldownSeconds = /^\d{1,4}$/u.test(context.argument) ? Number(context.argument) : null;
    return changeAndShow(context, 'cooldownSeconds', { cooldownSeconds });
  },
};

/** Where the acts of moderators are told. */
export const setLogChannel: ActionDefinition = {
  ...menu,
  auditedAs: 'settings.logChannel',
  run: (context) => changeAndShow(context, 'logChannel', { logChannel: context.picked[0] ?? null }),
};

/** Who is a moderator: for those who may manage the server, since a moderator could make anybody one. */
export const setRoles: ActionDefinition = {
  ...menu,
  audience: 'managers',
  auditedAs: 'settings.moderatorRoles',
  run: (context) => changeAndShow(context, 'moderatorRoles', { moderatorRoles: context.picked }),
};

async function changeAndShow(
  context: Pressed,
  key: keyof ServerSettings,
  value: Partial<ServerSettings>,
): Promise<Result> {
  await change(context, key, () => value);
  return showSettings(context);
}

async function change(
  { caller, services, act }: Context,
  key: keyof ServerSettings,
  alter: (before: ServerSettings) => Partial<ServerSettings>,
): Promise<void> {
  if (caller.guildId === null) return;
  await services.store.settings.change(caller.guildId, { key, alter }, act);
  await services.settings.reload();
}

function showSettings({ caller, services, locale }: Context): Result {
  const { guildId } = caller;
  const settings = services.settings.of(guildId);
  const { logChannel } = settings;
  return renderSettings(
    {
      settings,
      operatorChannels: guildId === null ? [] : services.operatorChannels(guildId),
      canLog: logChannel === null || services.mayWriteIn(logChannel),
      operatorCooldown: services.operatorCooldown,
      canSetRoles: caller.canManageServer,
    },
    locale,
  );
}

function showChannel({ caller, services, locale }: Context, channelId: string): Result {
  const mode = services.rulesOf(caller.guildId).modeIn([channelId]);
  return renderChannelSetting({ channelId, mode, canRead: services.readsContent }, locale);
}
