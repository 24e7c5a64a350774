import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
  ChannelType,
} from 'discord-api-types/v10';
import type { Faults } from './faults/faults.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Reaction } from './world/reactions.ts';

/** A Discord on 127.0.0.1: REST and gateway for a bot, and people who can be made to act. */
export interface LocalDiscord {
  /** The value for discord.js `rest.api`: no version, no trailing slash. */
  readonly restUrl: string;
  readonly botToken: string;
  readonly applicationId: string;
  /** The bot's user id; the same as its application id, as with most applications of today. */
  readonly botUserId: string;
  readonly world: WorldView;
  /** Calls `listener` for each change from now on, in order; the returned function stops it. */
  subscribe(listener: (event: WorldEvent) => void): () => void;
  /** What the person with this id can do. Throws when there is no such user. */
  as(userId: string): Actor;
  readonly faults: Faults;
  readonly ledger: Ledger;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/** Read access to the state of the pretended Discord. What it returns is a copy or frozen: nobody changes it. */
export interface WorldView {
  guilds(): readonly GuildView[];
  /** Channels and threads of one guild in the order of a channel list. */
  channels(guildId: string): readonly ChannelView[];
  channel(channelId: string): ChannelView | null;
  /** Direct-message channels of this user. */
  directMessages(userId: string): readonly ChannelView[];
  users(): readonly APIUser[];
  members(guildId: string): readonly MemberView[];
  roles(guildId: string): readonly RoleView[];
  /** Oldest first; an ephemeral message stands in it only for the one it is for. */
  messages(channelId: string, viewerId: string): readonly APIMessage[];
  message(messageId: string): APIMessage | null;
  /** A file that a bot uploaded, by the id of its attachment. */
  file(attachmentId: string): { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
  /** User ids by emoji. */
  reactions(messageId: string): ReadonlyMap<string, readonly string[]>;
  /** Commands registered for the guild and those registered everywhere; only the latter for `null` (direct messages). */
  commands(guildId: string | null): readonly APIApplicationCommand[];
  /** Permission bits of this user in this channel, as Discord computes them. */
  permissions(channelId: string, userId: string): bigint;
  /** Whether the bot holds at least one gateway connection that READY was sent on. */
  isBotOnline(): boolean;
  interaction(interactionId: string): InteractionState | null;
}

export interface GuildView {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
}

export interface RoleView {
  readonly id: string;
  readonly name: string;
  readonly color: number;
  readonly permissions: bigint;
}

export interface MemberView {
  readonly user: APIUser;
  readonly nick: string | null;
  readonly roleIds: readonly string[];
}

export interface ChannelView {
  readonly id: string;
  readonly type:
    | ChannelType.GuildText
    | ChannelType.GuildAnnouncement
    | ChannelType.GuildForum
    | ChannelType.PublicThread
    | ChannelType.DM;
  /** Null for direct messages. */
  readonly guildId: string | null;
  /** Empty for direct messages. */
  readonly name: string;
  readonly topic: string | null;
  /** For a thread the channel or forum that it belongs to. */
  readonly parentId: string | null;
  /** For a thread who opened it. */
  readonly ownerId: string | null;
  /** An archived thread comes back with the next message; in a locked one only those write who may manage threads. */
  readonly isArchived: boolean;
  readonly isLocked: boolean;
  /** For direct messages the two who talk; otherwise empty. */
  readonly recipientIds: readonly string[];
}

/** `visibleTo` is the one user who may see it (ephemeral), or null for everyone in the channel. */
export type WorldEvent =
  | {
      readonly kind: 'message-created' | 'message-updated';
      readonly message: APIMessage;
      readonly visibleTo: string | null;
    }
  | {
      readonly kind: 'message-deleted';
      readonly messageId: string;
      readonly channelId: string;
      readonly visibleTo: string | null;
    }
  | { readonly kind: 'reaction-changed'; readonly message: APIMessage; readonly reaction: Reaction }
  | { readonly kind: 'typing-started'; readonly channelId: string; readonly userId: string }
  /** An update is of its permission overwrites, its name or its being archived or locked. */
  | { readonly kind: 'channel-created' | 'channel-updated'; readonly channel: ChannelView }
  | { readonly kind: 'interaction-changed'; readonly interaction: InteractionState }
  | { readonly kind: 'commands-changed' }
  | { readonly kind: 'roles-changed'; readonly userId: string }
  | { readonly kind: 'bot-status-changed'; readonly isOnline: boolean };

/**
 * - `waiting`: nothing came from the bot yet
 * - `deferred`: "is thinking…"; `deferred-update`: acknowledged, the message stays as it is for now
 * - `replied`, `updated` (the message of the component), `modal-shown`, `choices-given`: answered
 * - `failed`: nothing came within 3 seconds; a client shows "The application did not respond"
 */
export type InteractionStatus =
  | 'waiting'
  | 'deferred'
  | 'deferred-update'
  | 'replied'
  | 'updated'
  | 'modal-shown'
  | 'choices-given'
  | 'failed';

/** What the client of the person who acted knows about an interaction. */
export interface InteractionState {
  readonly id: string;
  readonly kind: 'slash-command' | 'message-command' | 'autocomplete' | 'component' | 'modal';
  readonly userId: string;
  readonly channelId: string;
  /** Name of the command or custom_id of the component or modal. */
  readonly name: string;
  readonly status: InteractionStatus;
  /** Fixed by the first answer; null until then, and where no message is answered with. */
  readonly isEphemeral: boolean | null;
  /** The original response as it stands now; null while it is deferred, when it was deleted, and when there is none. */
  readonly reply: APIMessage | null;
  /** Follow-up messages as they stand now, oldest first. */
  readonly followUps: readonly APIMessage[];
  readonly modal: APIModalInteractionResponseCallbackData | null;
  readonly choices: readonly APIApplicationCommandOptionChoice[] | null;
}

/** An interaction under way. Each wait ends by a condition and rejects with the state it last saw after `timeoutMs` (10 s). */
export interface InteractionHandle {
  readonly id: string;
  state(): InteractionState;
  /** The first value other than undefined that `read` gives for a state, now or after a later change. */
  until<T>(read: (state: InteractionState) => T | undefined, timeoutMs?: number): Promise<T>;
  /** Resolves once the status is no longer `waiting` or `failed`; rejects at once when it failed. */
  acknowledged(timeoutMs?: number): Promise<InteractionState>;
  /** The original response once it has content (after a deferral: once it was filled in). */
  reply(timeoutMs?: number): Promise<APIMessage>;
  modal(timeoutMs?: number): Promise<APIModalInteractionResponseCallbackData>;
  /** Resolves once the client would say "The application did not respond". */
  failed(timeoutMs?: number): Promise<InteractionState>;
}

export type OptionValue = string | number | boolean;

/** Where a person's client refuses an act or Discord would (no permission, no such message), an `ActorError` says why. */
export interface Actor {
  readonly userId: string;
  /** `@everyone`, `<@id>` and `<@&id>` in the content become mentions. A reply pings the replied-to unless told not to. */
  sendMessage(input: {
    readonly channelId: string;
    readonly content: string;
    readonly replyTo?: string;
    readonly pingsReplied?: boolean;
  }): APIMessage;
  editMessage(input: { readonly messageId: string; readonly content: string }): APIMessage;
  /** An ephemeral message is dismissed: it vanishes for this person, and the bot learns nothing. */
  deleteMessage(messageId: string): void;
  startTyping(channelId: string): void;
  /** Reacts with an emoji, or takes the reaction back. */
  react(input: { readonly messageId: string; readonly emoji: string; readonly isThere: boolean }): void;
  /** A thread under a text channel, from a message when `messageId` is given. */
  createThread(input: {
    readonly channelId: string;
    readonly name: string;
    readonly messageId?: string;
  }): ChannelView;
  /** A post in a forum: a thread with its first message. */
  createPost(input: { readonly forumId: string; readonly name: string; readonly content: string }): {
    readonly thread: ChannelView;
    readonly message: APIMessage;
  };
  /** The direct-message channel with the bot, or with another user. */
  openDm(withUserId?: string): ChannelView;
  /** The slash and message commands that the picker offers this person in this channel. */
  availableCommands(channelId: string): readonly APIApplicationCommand[];
  /** Starting an interaction throws when the command, component, or a required option is missing. */
  runSlashCommand(input: {
    readonly channelId: string;
    readonly name: string;
    readonly options?: Readonly<Record<string, OptionValue>>;
    /** Locale of this person's client, `en-US` by default. */
    readonly locale?: string;
  }): InteractionHandle;
  /** The choices for the option `focused`, of which `options` holds what was typed so far. Rejects when none came in time. */
  autocomplete(input: {
    readonly channelId: string;
    readonly name: string;
    readonly options: Readonly<Record<string, OptionValue>>;
    readonly focused: string;
  }): Promise<readonly APIApplicationCommandOptionChoice[]>;
  runMessageCommand(input: {
    readonly name: string;
    readonly messageId: string;
    readonly locale?: string;
  }): InteractionHandle;
  clickButton(input: {
    readonly messageId: string;
    readonly customId: string;
    readonly locale?: string;
  }): InteractionHandle;
  chooseOptions(input: {
    readonly messageId: string;
    readonly customId: string;
    readonly values: readonly string[];
    readonly locale?: string;
  }): InteractionHandle;
  /** Submits the modal that the interaction `interactionId` showed; a select's value is a list, a text input's a string. */
  submitModal(input: {
    readonly interactionId: string;
    readonly values: Readonly<Record<string, string | readonly string[]>>;
    readonly locale?: string;
  }): InteractionHandle;
}

/** Why a person cannot do what was asked of them; the message is a sentence for people. */
export class ActorError extends Error {
  override readonly name = 'ActorError';
}
