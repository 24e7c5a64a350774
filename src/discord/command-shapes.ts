import type {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
} from 'discord.js';

/** A text in languages beside English. */
export type Localizations = Readonly<Partial<Record<'es-ES' | 'es-419', string>>>;

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
  /** A channel or a role comes as its id. */
  readonly type:
    | ApplicationCommandOptionType.String
    | ApplicationCommandOptionType.Channel
    | ApplicationCommandOptionType.Role;
  readonly required: boolean;
  readonly autocomplete?: true;
  readonly max_length?: number;
}

/** A subcommand, in Discord's shape. */
export interface SubcommandDefinition extends Described {
  readonly type: ApplicationCommandOptionType.Subcommand;
  readonly options?: readonly OptionDefinition[];
}

/** A slash command of which only its subcommands can be run, in Discord's shape. */
export interface GroupDefinition extends Described {
  readonly type: ApplicationCommandType.ChatInput;
  readonly contexts: readonly InteractionContextType[];
  readonly options: readonly SubcommandDefinition[];
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
