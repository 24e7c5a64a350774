import type { Caution } from '../answer/caution.ts';

/** What the bot does with the messages of a channel. */
export const channelModes = [
  /** Nothing, not even when it is mentioned. */
  'off',
  /** Answers those who mention it. */
  'mention',
  /** Answers every question that it is sure of. */
  'answer',
  /** Offers whoever asks such a question an answer that only they see. */
  'suggest',
] as const;

/** What the bot does with the messages of a channel. */
export type ChannelMode = (typeof channelModes)[number];

/** Languages in which the bot speaks to everyone. */
export const serverLanguages = ['en', 'es'] as const;

/** What moderators of one server have set. */
export interface ServerSettings {
  /** By id of the channel; a thread goes by the channel that it hangs in. Where there is none, `mention` holds, or what the operator has set. */
  readonly channels: Readonly<Partial<Record<string, ChannelMode>>>;
  readonly caution: Caution;
  /** Null for the language that the server has in Discord. */
  readonly language: (typeof serverLanguages)[number] | null;
  /** Id of the channel in which the acts of moderators are told; null for none. */
  readonly logChannel: string | null;
  /** Ids of roles whose members are moderators, besides those that the operator has set. */
  readonly moderatorRoles: readonly string[];
  /** Seconds between two questions of one person; null for what the operator has set. */
  readonly cooldownSeconds: number | null;
}

/** What holds before anything is set. */
export const defaultSettings: ServerSettings = {
  channels: {},
  caution: 'usual',
  language: null,
  logChannel: null,
  moderatorRoles: [],
  cooldownSeconds: null,
};
