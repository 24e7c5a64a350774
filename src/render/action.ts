import { limits } from './limits.ts';

/** What a button or a select asks for. Its argument says only where to look; it never grants anything. */
export const actionNames = [
  /** Asks a related question, by its key. */
  'ask',
  /** Shows one passage in full, by its key. */
  'open',
  /** Shows what one document holds, by its key. */
  'topic',
  /** Turns to another page of the topics, by its number. */
  'topics-page',
  /** Says why a question was answered as it was, by the key of the question. */
  'why',
  /** Votes for an answer, by its key. */
  'helpful',
  /** Votes against an answer, by its key. */
  'unhelpful',
  /** Says why an answer did not help, by the reason, the key of the answer and the id of its message. */
  'vote-why',
  /** Removes an answer, by its key and the id of its message. */
  'answer-remove',
  /** Posts a private preview, by the key of its draft. */
  'post',
  /** Refreshes although over half of the passages vanish. */
  'confirm-refresh',
  /** Tells the person when a gap is answered, by the gap's id. */
  'tell',
  /** Turns to another page of the gaps, by its number. */
  'gaps-page',
  /** Shows one gap, by its id. */
  'gap',
  /** Opens the form that answers a gap, by its id. */
  'gap-answer',
  /** Links a gap to an entry, by the id of the gap and the key of the entry. */
  'gap-link',
  /** Settles a gap as not for us, by its id. */
  'gap-dismiss',
  /** Takes the settlement of a gap back, by its id. */
  'gap-reopen',
  /** Opens the form with a draft of an entry, by its key. */
  'entry-again',
  /** Saves a draft as a new entry although it is close to another one, by its key. */
  'entry-save',
  /** Adds the question of a draft to the entry that is closest, by its key. */
  'entry-phrasing',
  /** Removes an entry, by its id and version. */
  'entry-remove',
  /** Takes the last change of an entry back, by its id. */
  'entry-undo',
  /** Sets the channels in which an entry may be quoted, by its id and version. */
  'entry-channels',
  /** Sets the roles to which an entry may be quoted, by its id and version. */
  'entry-roles',
  /** Opens the form of an entry's tags, by its id and version. */
  'entry-tags',
  /** Forgets what the person waits for. */
  'forget',
  /** Shows an answer that was offered, by the key of its question. */
  'offer',
  /** Shows all settings. */
  'settings',
  /** Shows the setting of the channel that is picked. */
  'settings-channel',
  /** Sets what the bot does in a channel, by the channel's id and the mode. */
  'settings-mode',
  /** Sets how sure an answer has to be. */
  'settings-caution',
  /** Sets the language of public replies. */
  'settings-language',
  /** Sets the time between two questions, in seconds. */
  'settings-cooldown',
  /** Sets the channel for the log, to the one that is picked. */
  'settings-log',
  /** Sets the moderators' roles, to those that are picked. */
  'settings-roles',
] as const;

/** What a form is for. */
export const formNames = [
  /** A new entry; the argument is the id of the gap that it answers, or empty. */
  'write-entry',
  /** Another version of an entry, by its id and the version that was seen. */
  'change-entry',
  /** The tags of an entry, by its id and the version that was seen. */
  'change-tags',
] as const;

/** The name of a form. */
export type FormName = (typeof formNames)[number];

/** The name of an action. */
export type ActionName = (typeof actionNames)[number];

/** An action and what it acts on. */
export interface Action {
  readonly name: ActionName;
  readonly argument: string;
}

/** A form's purpose and what it is about. */
export interface FormAction {
  readonly name: FormName;
  readonly argument: string;
}

/** The `custom_id` of a button or a form; a select has an empty argument, since the choice brings it. */
export function toCustomId({ name, argument }: Action | FormAction): string {
  const customId = `${name}:${argument}`;
  if (customId.length > limits.customIdLength)
    throw new Error(`the argument of the action ${name} is too long`);
  return customId;
}

/** Reads a `custom_id` that begins with one of these names; null when it is none of ours. */
export function parseCustomId<N extends string>(
  customId: string,
  names: readonly N[],
): { readonly name: N; readonly argument: string } | null {
  const separator = customId.indexOf(':');
  const name = names.find((known) => known === customId.slice(0, Math.max(separator, 0)));
  return name === undefined ? null : { name, argument: customId.slice(separator + 1) };
}
