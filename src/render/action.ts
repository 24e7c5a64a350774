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
  /** Posts a private preview, by the key of its draft. */
  'post',
  /** Refreshes although over half of the passages vanish. */
  'confirm-refresh',
] as const;

/** The name of an action. */
export type ActionName = (typeof actionNames)[number];

/** An action and what it acts on. */
export interface Action {
  readonly name: ActionName;
  readonly argument: string;
}

/** The `custom_id` of a button; a select has an empty argument, since the choice brings it. */
export function toCustomId({ name, argument }: Action): string {
  const customId = `${name}:${argument}`;
  if (customId.length > limits.customIdLength)
    throw new Error(`the argument of the action ${name} is too long`);
  return customId;
}

/** Reads a `custom_id`; null when it is none of ours. */
export function parseCustomId(customId: string): Action | null {
  const separator = customId.indexOf(':');
  const name = actionNames.find((known) => known === customId.slice(0, Math.max(separator, 0)));
  return name === undefined ? null : { name, argument: customId.slice(separator + 1) };
}
