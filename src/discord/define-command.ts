import type { Scope } from '../library/library.ts';
import type { Act } from '../library/store.ts';
import type { ReplyLocale } from '../render/locale.ts';
import type { Button } from '../render/reply.ts';

import type { Caller } from './caller.ts';
import type {
  GroupDefinition,
  MessageMenuDefinition,
  SlashDefinition,
  SubcommandDefinition,
} from './command-shapes.ts';
import type { Result } from './result.ts';
import type { Services } from './services.ts';

/** Who may run a command or press a button. */
export type Audience =
  | 'everyone'
  | 'moderators'
  /** Those who may manage the server itself. */
  | 'managers';

/** What every command and button is run with. */
export interface Context {
  readonly caller: Caller;
  /** What the reply may be made from: less when everyone in the channel will see it. */
  readonly scope: Scope;
  readonly services: Services;
  /** Who does it, when, and by which interaction: what a change is written down with. */
  readonly act: Act;
  /** The language of the reply: the person's own for a private one, the server's for a public one. */
  readonly locale: ReplyLocale;
}

/** What can be run by typing a slash. */
type Runnable = SlashDefinition | SubcommandDefinition;

/** The values that a definition's options have when the command runs. */
export type OptionsOf<D extends Runnable> = {
  readonly [O in NonNullable<D['options']>[number] as O['name']]: O['required'] extends true
    ? string
    : string | null;
};

/** A message on which a context menu was opened. */
export interface TargetMessage {
  readonly id: string;
  /** Its text without mentions and custom emoji. */
  readonly question: string;
  /** Its text as it was written. */
  readonly content: string;
  readonly authorId: string;
  readonly isFromBot: boolean;
  /** The message that it replies to; null when it is no reply. */
  readonly repliedTo: RepliedMessage | null;
}

/** A message that another one replies to. */
export interface RepliedMessage {
  readonly channelId: string;
  readonly messageId: string;
  /** Its text as it was written; null when it is gone, or the bot may not read it. */
  read(): Promise<string | null>;
}

/** A choice while a person types; `value` is what the command gets. */
export interface AutocompleteChoice {
  readonly name: string;
  readonly value: string;
}

interface Audited {
  /** What a refusal is called in the audit log, such as `entry.add`; by default after the name. */
  readonly auditedAs?: string;
}

interface Access extends Audited {
  readonly audience: Audience;
  /** `form` opens a form, or is answered in private within 2 s: it is not deferred. */
  readonly visibility: 'public' | 'private' | 'form';
}

/** What a person typed so far into an option that completes. */
export interface Typing {
  readonly typed: string;
  /** Name of the option. */
  readonly option: string;
  readonly caller: Caller;
  /** What the reply may be made from. */
  readonly scope: Scope;
  readonly services: Services;
}

interface Runner extends Access {
  run(context: Context & { readonly values: OptionValues }): Promise<Result>;
  complete(typing: Typing): Promise<readonly AutocompleteChoice[]>;
}

/** A slash command as the dispatcher runs it. */
export interface SlashCommand extends Runner {
  readonly kind: 'slash';
  readonly definition: SlashDefinition;
}

/** A subcommand as the dispatcher runs it. */
export interface Subcommand extends Runner {
  readonly definition: SubcommandDefinition;
}

/** A slash command with subcommands. */
export interface CommandGroup {
  readonly kind: 'group';
  readonly definition: GroupDefinition;
  readonly subcommands: readonly Subcommand[];
}

/** A command in the context menu of messages. */
export interface MessageCommand extends Access {
  readonly kind: 'message';
  readonly definition: MessageMenuDefinition;
  run(context: Context & { readonly target: TargetMessage }): Promise<Result>;
}

/** A command of any kind. */
export type Command = SlashCommand | CommandGroup | MessageCommand;

/** What a click on a button or a choice in a select does. */
export interface ActionDefinition extends Audited {
  readonly audience: Audience;
  /** `in-place` replaces the private reply that holds the button; `form` is as for commands. */
  readonly visibility: 'public' | 'private' | 'in-place' | 'form';
  /** Whether it counts as a question for the cooldown. */
  readonly isQuestion: boolean;
  run(pressed: Pressed): Promise<Result>;
}

/** A button that was pressed or a choice that was made. */
export type Pressed = Context & {
  readonly argument: string;
  /** Ids of the channels or roles that were picked in a menu of these. */
  readonly picked: readonly string[];
  readonly message: PressedMessage;
};

/** The message that holds a button or a select. */
export interface PressedMessage {
  readonly id: string;
  /** Whether only the person who pressed it sees it. */
  readonly isPrivate: boolean;
}

/** What submitting a form does; who may is asked again then, since a role may be lost while a form is open. */
export interface FormDefinition extends Audited {
  readonly audience: Audience;
  run(submission: Submission): Promise<Result>;
  /** Buttons below a fault that lead on with what was typed, so that it is not lost. Never throws. */
  keep?(submission: Submission): readonly Button[];
}

/** What was typed into a form, by the names of its fields, and what the form was opened for. */
export type Submission = Context & { readonly argument: string; readonly fields: FieldValues };

/** What was typed into a form, by the names of its fields; an empty field may be missing. */
export type FieldValues = Readonly<Partial<Record<string, string>>>;

/** Option values by name as they arrived, before they are held against a definition. */
export type OptionValues = Readonly<Record<string, string | null>>;

interface Behaviour<D extends Runnable> extends Access {
  readonly definition: D;
  run(context: Context & { readonly options: OptionsOf<D> }): Promise<Result>;
  complete?(typing: Typing): Promise<readonly AutocompleteChoice[]>;
}

/** Ties a slash command's behaviour to its definition: `options` holds what the definition declares, and nothing else. */
export function defineCommand<const D extends SlashDefinition>(command: Behaviour<D>): SlashCommand {
  return { kind: 'slash', definition: command.definition, ...toRunner(command) };
}

/** The same for a subcommand. */
export function defineSubcommand<const D extends SubcommandDefinition>(command: Behaviour<D>): Subcommand {
  return { definition: command.definition, ...toRunner(command) };
}

/** A slash command that is nothing but its subcommands. */
export function defineCommandGroup(
  definition: Omit<GroupDefinition, 'options'>,
  subcommands: readonly Subcommand[],
): CommandGroup {
  return {
    kind: 'group',
    definition: { ...definition, options: subcommands.map((each) => each.definition) },
    subcommands,
  };
}

function toRunner<D extends Runnable>(command: Behaviour<D>): Runner {
  const { definition, audience, visibility, auditedAs } = command;
  return {
    audience,
    visibility,
    ...(auditedAs === undefined ? {} : { auditedAs }),
    async run({ values, ...context }) {
      const options = { ...emptyOptions(definition), ...values };
      if (!areOptionsOf(definition, options)) throw new Error(`/${definition.name} came without its options`);
      return command.run({ ...context, options });
    },
    async complete(typing) {
      return (await command.complete?.(typing)) ?? [];
    },
  };
}

function emptyOptions(definition: Runnable): OptionValues {
  return Object.fromEntries((definition.options ?? []).map(({ name }) => [name, null]));
}

function areOptionsOf<D extends Runnable>(definition: D, values: OptionValues): values is OptionsOf<D> {
  return (definition.options ?? []).every(
    ({ name, required }) => !required || typeof values[name] === 'string',
  );
}
