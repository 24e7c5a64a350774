import type {
  ChannelView,
  CommandView,
  GuildView,
  InteractionView,
  MessageView,
  ModalView,
  UserView,
} from '../../page-views.ts';

/** The colours of the page. */
export type Theme = 'dark' | 'light';

/** Everything the page shows comes from this one value; it is replaced, never changed in place. */
export interface PageState {
  readonly connection: 'connecting' | 'open' | 'lost';
  readonly viewerId: string;
  readonly botId: string;
  readonly isBotOnline: boolean;
  readonly guilds: readonly GuildView[];
  readonly users: readonly UserView[];
  readonly channels: readonly ChannelView[];
  /** By channel, oldest first. */
  readonly messages: Readonly<Record<string, readonly MessageView[]>>;
  /** By channel, as far as they were asked for. */
  readonly commands: Readonly<Record<string, readonly CommandView[]>>;
  readonly typing: readonly Typing[];
  /** Mine that wait for the bot, or that it left without an answer. */
  readonly interactions: readonly PendingInteraction[];
  /** When the server was last told that I am typing. */
  readonly typingToldMs: number;
  readonly unreadIds: readonly string[];
  readonly channelId: string | null;
  readonly composer: Composer;
  readonly editing: { readonly messageId: string; readonly text: string } | null;
  readonly menu: MessageMenu | null;
  readonly dialog: Dialog | null;
  readonly openSelect: OpenSelect | null;
  /** A sentence about what just failed. */
  readonly notice: string | null;
  /** On a narrow screen the one of the two lists that lies over the conversation. */
  readonly drawer: 'none' | 'channels' | 'members';
  readonly isMemberListShown: boolean;
  readonly isIdentityMenuOpen: boolean;
  readonly theme: Theme;
  readonly nowMs: number;
}

/** Somebody types in a channel, until further notice or this time. */
export interface Typing {
  readonly channelId: string;
  readonly userId: string;
  readonly untilMs: number;
}

/** `origin` is the message and component that was used; null for a command. */
export interface PendingInteraction {
  readonly view: InteractionView;
  readonly origin: { readonly messageId: string; readonly customId: string } | null;
}

/** The box that messages are written in. */
export interface Composer {
  readonly replyTo: string | null;
  readonly text: string;
  /** The slash command being filled in; the text is empty then. */
  readonly form: CommandForm | null;
  readonly picker: Picker | null;
}

/** A slash command that is being filled in. */
export interface CommandForm {
  readonly command: CommandView;
  /** By option: what stands in the field, and the value that is sent for it. */
  readonly fields: Readonly<Record<string, { readonly text: string; readonly value: string }>>;
  /** The option that the keyboard is in. */
  readonly focused: string;
  /** Options that were asked for and left empty. */
  readonly missing: readonly string[];
}

/** The list above the composer. */
export interface Picker {
  readonly kind: 'commands' | 'people' | 'choices';
  readonly items: readonly PickerItem[];
  /** -1 for none, until an arrow moves. */
  readonly selected: number;
  readonly status: 'ready' | 'loading' | 'failed';
}

/** One line of the list above the composer. */
export interface PickerItem {
  /** Name of the command, id of the person, or value of the choice. */
  readonly key: string;
  readonly label: string;
  readonly detail: string;
}

/** The context menu of a message, at its place on the screen in pixels. */
export interface MessageMenu {
  readonly messageId: string;
  readonly x: number;
  readonly y: number;
  readonly isAppsOpen: boolean;
}

/** What lies over the page and wants an answer first. */
export type Dialog =
  | {
      readonly kind: 'modal';
      readonly interactionId: string;
      readonly modal: ModalView;
      /** The interaction of sending it, while the bot has not answered. */
      readonly sentId: string | null;
      readonly error: string | null;
      readonly chosen: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly kind: 'new-post'; readonly forumId: string }
  | { readonly kind: 'new-thread'; readonly channelId: string; readonly messageId: string | null }
  | { readonly kind: 'delete'; readonly messageId: string };

/** A menu of choices that is open: which one, where the keyboard stands, what is chosen so far. */
export interface OpenSelect {
  readonly key: string;
  readonly active: number;
  readonly chosen: readonly string[];
}

/** A composer in which nothing was written. */
export const emptyComposer: Composer = { replyTo: null, text: '', form: null, picker: null };

/** What the page shows before the server has said anything. */
export function createPageState(theme: Theme, nowMs: number): PageState {
  return {
    connection: 'connecting',
    viewerId: '',
    botId: '',
    isBotOnline: false,
    guilds: [],
    users: [],
    channels: [],
    messages: {},
    commands: {},
    typing: [],
    interactions: [],
    typingToldMs: 0,
    unreadIds: [],
    channelId: null,
    composer: emptyComposer,
    editing: null,
    menu: null,
    dialog: null,
    openSelect: null,
    notice: null,
    drawer: 'none',
    isMemberListShown: true,
    isIdentityMenuOpen: false,
    theme,
    nowMs,
  };
}
