import type {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
} from 'discord.js';

import type { Library } from '../library/library.ts';
import type { ReplyLocale } from '../render/locale.ts';
import type { Reply } from '../render/reply.ts';

import type { AskedQuestions } from './asked-questions.ts';
import type { Caller } from './caller.ts';
import type { Drafts } from './drafts.ts';

/** Who may run a command or press a button. */
export type Audience = 'everyone' | 'moderators';

/** Everything that commands act on. */
export interface Services {
  readonly library: Library;
  readonly drafts: Drafts;
  readonly askedQuestions: AskedQuestions;
}

/** What every command and button is run with. */
export interface Context {
  readonly caller: Caller;
  readonly services: Services;
  /** The language of the reply: the person's own for a private one, the server's for a public one. */
  readonly locale: ReplyLocale;
}

/** A reply to another message that everyone sees; only the person learns whether it worked. */
export interface Posting {
  readonly post: Reply;
  readonly channelId: string;
  /** The message that is replied to. */
  readonly messageId: string;
  /** Unique to this posting: however often it is sent, it is posted once. */
  readonly nonce: string;
  readonly whenPosted: Reply;
  readonly whenRefused: Reply;
}

/** Words for the person alone, even when the command's replies are public. */
export interface Aside {
  readonly aside: Reply;
}

/** What a command or a button results in; the dispatcher sends it. */
export type Result = Reply | Posting | Aside;

type Localizations = Readonly<Partial<Record<'es-ES' | 'es-419', string>>>;

interface Named {
  readonly name: string;
  readonly name_localizations: Localizations;
}

interface Described extends Named {
  readonly description: string;
  readonly description_localizations: Localizations;
}

/** An option of a slash command, in Discord's shape. */
export interface OptionDefinition extends Described {
  readonly type: ApplicationCommandOptionType.String;
  readonly required: boolean;
  readonly autocomplete?: true;
  readonly max_length?: number;
}

/** A slash command, in Discord's shape. */
export interface SlashDefinition extends Described {
  readonly type: ApplicationCommandType.ChatInput;
  readonly contexts: readonly InteractionContextType[];
  readonly options?: readonly OptionDefinition[];
}

/** A command in the context menu of messages, in Discord's shape. */
export interface MessageMenuDefinition extends Named {
  readonly type: ApplicationCommandType.Message;
  readonly contexts: readonly InteractionContextType[];
}

/** The values that a definition's options have when the command runs. */
export type OptionsOf<D extends SlashDefinition> = {
  readonly [O in NonNullable<D['options']>[number] as O['name']]: O['required'] extends true
    ? string
    : string | null;
};

/** A message on which a context menu was opened. */
export interface TargetMessage {
  readonly id: string;
  /** Its text without mentions and custom emoji. */
  readonly question: string;
}

/** A choice while a person types; `value` is what the command gets. */
export interface AutocompleteChoice {
  readonly name: string;
  readonly value: string;
}

interface Access {
  readonly audience: Audience;
  readonly visibility: 'public' | 'private';
}

/** A slash command as the dispatcher runs it. */
export interface SlashCommand extends Access {
  readonly kind: 'slash';
  readonly definition: SlashDefinition;
  run(context: Context & { readonly values: OptionValues }): Promise<Result>;
  complete(typed: string, services: Services): Promise<readonly AutocompleteChoice[]>;
}

/** A command in the context menu of messages. */
export interface MessageCommand extends Access {
  readonly kind: 'message';
  readonly definition: MessageMenuDefinition;
  run(context: Context & { readonly target: TargetMessage }): Promise<Result>;
}

/** A command of either kind. */
export type Command = SlashCommand | MessageCommand;

/** What a click on a button or a choice in a select does. */
export interface ActionDefinition {
  readonly audience: Audience;
  /** `in-place` replaces the private reply that holds the button. */
  readonly visibility: 'public' | 'private' | 'in-place';
  /** Whether it counts as a question for the cooldown. */
  readonly isQuestion: boolean;
  run(context: Context & { readonly argument: string }): Promise<Result>;
}

/** Option values by name as they arrived, before they are held against a definition. */
export type OptionValues = Readonly<Record<string, string | null>>;

interface SlashBehaviour<D extends SlashDefinition> extends Access {
  readonly definition: D;
  run(context: Context & { readonly options: OptionsOf<D> }): Promise<Result>;
  complete?(typed: string, services: Services): Promise<readonly AutocompleteChoice[]>;
}

/** Ties a slash command's behaviour to its definition: `options` holds what the definition declares, and nothing else. */
export function defineCommand<const D extends SlashDefinition>(command: SlashBehaviour<D>): SlashCommand {
  const { definition, audience, visibility } = command;
  return {
    kind: 'slash',
    definition,
    audience,
    visibility,
    async run({ values, ...context }) {
      const options = { ...emptyOptions(definition), ...values };
      if (!areOptionsOf(definition, options)) throw new Error(`/${definition.name} came without its options`);
      return command.run({ ...context, options });
    },
    async complete(typed, services) {
      return (await command.complete?.(typed, services)) ?? [];
    },
  };
}

function emptyOptions(definition: SlashDefinition): OptionValues {
  return Object.fromEntries((definition.options ?? []).map(({ name }) => [name, null]));
}

function areOptionsOf<D extends SlashDefinition>(
  definition: D,
  values: OptionValues,
): values is OptionsOf<D> {
  return (definition.options ?? []).every(
    ({ name, required }) => !required || typeof values[name] === 'string',
  );
}
