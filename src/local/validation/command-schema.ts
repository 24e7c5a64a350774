import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { limits } from './limits.ts';

/** Letters of any script, digits, - and _; lower case where the script has one. */
const slashName = z
  .string()
  .min(1)
  .max(limits.commandName)
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u)
  .refine((name) => name === name.toLowerCase(), {
    message: 'Command name is invalid: it has upper case.',
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
  });
const description = z.string().min(1).max(limits.commandDescription);
const localised = <Text extends z.ZodType>(text: Text) =>
  z.partialRecord(z.enum(Locale), text).nullable().exactOptional();

const choice = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({
    name: z.string().min(1).max(limits.choiceText),
    name_localizations: localised(z.string().min(1).max(limits.choiceText)),
    value,
  });

export const stringChoice = choice(z.string().max(limits.choiceText));
export const numberChoice = choice(z.number());

const optionLook = {
  name: slashName,
  name_localizations: localised(slashName),
  description,
  description_localizations: localised(description),
  required: z.boolean().exactOptional(),
};

interface Completion<Choice> {
  autocomplete?: boolean;
  choices?: Choice[];
}

const choosesOneWay = ({ autocomplete, choices }: Completion<unknown>): boolean =>
  autocomplete !== true || (choices ?? []).length === 0;
const twoWays = {
  path: ['choices'],
  message: 'An option has choices or autocomplete, not both.',
  params: { code: 'APPLICATION_COMMAND_OPTIONS_CHOICES_WITH_AUTOCOMPLETE' },
};

/** Keeps what Discord keeps: of an option with autocomplete that alone, of another its choices. */
const settleCompletion = <Choice, Rest extends object>({
  autocomplete,
  choices,
  ...rest
}: Rest & Completion<Choice>) =>
  autocomplete === true
    ? { ...rest, autocomplete }
    : { ...rest, ...(choices === undefined ? {} : { choices }) };

const stringOption = z
  .strictObject({
    ...optionLook,
    type: z.literal(ApplicationCommandOptionType.String),
    choices: z.array(stringChoice).max(limits.choices).exactOptional(),
    autocomplete: z.boolean().exactOptional(),
    min_length: z.int().min(0).max(limits.optionString).exactOptional(),
    max_length: z.int().min(1).max(limits.optionString).exactOptional(),
  })
  .refine(choosesOneWay, twoWays)
  .transform((option) => settleCompletion(option));

const numeric = <Type extends ApplicationCommandOptionType>(type: Type) =>
  z.strictObject({
    ...optionLook,
    type: z.literal(type),
    choices: z.array(numberChoice).max(limits.choices).exactOptional(),
    autocomplete: z.boolean().exactOptional(),
    min_value: z.number().exactOptional(),
    max_value: z.number().exactOptional(),
  });
const integerOption = numeric(ApplicationCommandOptionType.Integer)
  .refine(choosesOneWay, twoWays)
  .transform((option) => settleCompletion(option));
const numberOption = numeric(ApplicationCommandOptionType.Number)
  .refine(choosesOneWay, twoWays)
  .transform((option) => settleCompletion(option));

const plainOption = z.strictObject({
  ...optionLook,
  type: z.literal([
    ApplicationCommandOptionType.Boolean,
    ApplicationCommandOptionType.User,
    ApplicationCommandOptionType.Role,
    ApplicationCommandOptionType.Mentionable,
    ApplicationCommandOptionType.Attachment,
  ]),
});

const channelOption = z.strictObject({
  ...optionLook,
  type: z.literal(ApplicationCommandOptionType.Channel),
  channel_types: z.array(z.enum(ChannelType).exclude(['GuildDirectory'])).exactOptional(),
});

const valueOptions = [stringOption, integerOption, numberOption, plainOption, channelOption] as const;

const inOrder = (options: readonly { readonly name: string; readonly required?: boolean }[]): boolean => {
  const names = new Set(options.map(({ name }) => name));
  const firstOptional = options.findIndex(({ required }) => required !== true);
  const hasLateRequired =
    firstOptional !== -1 && options.slice(firstOptional).some(({ required }) => required === true);
  return names.size === options.length && !hasLateRequired;
};
const orderFault = {
  message: 'Option names are unique, and required options come first.',
  params: { code: 'APPLICATION_COMMAND_OPTIONS_INVALID' },
};

const optionList = z
  .array(z.discriminatedUnion('type', valueOptions))
  .max(limits.commandOptions)
  .refine(inOrder, orderFault);

const subcommand = z.strictObject({
  type: z.literal(ApplicationCommandOptionType.Subcommand),
  name: slashName,
  name_localizations: localised(slashName),
  description,
  description_localizations: localised(description),
  options: optionList.exactOptional(),
});

const commandLook = {
  default_member_permissions: z.string().regex(/^\d+$/u).nullable().exactOptional(),
  integration_types: z.array(z.enum(ApplicationIntegrationType)).exactOptional(),
  contexts: z.array(z.enum(InteractionContextType)).nullable().exactOptional(),
  nsfw: z.boolean().exactOptional(),
};

const slashCommand = z.strictObject({
  ...commandLook,
  type: z.literal(ApplicationCommandType.ChatInput),
  name: slashName,
  name_localizations: localised(slashName),
  description,
  description_localizations: localised(description),
  options: z
    .array(z.discriminatedUnion('type', [...valueOptions, subcommand]))
    .max(limits.commandOptions)
    .refine(inOrder, orderFault)
    .exactOptional(),
});

const menuName = z.string().min(1).max(limits.commandName);
const contextMenuCommand = z.strictObject({
  ...commandLook,
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
  name: menuName,
  name_localizations: localised(menuName),
  description: z.literal('').exactOptional(),
  options: z.array(z.never()).exactOptional(),
});

const texts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
};

const counted = new Set(['name', 'description', 'value']);

/** Characters of names, descriptions and values, of each the longest localisation. */
const commandLength = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + commandLength(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const entries = Object.entries(value);
  return entries.reduce((sum, [key, each]: [string, unknown]) => {
    if (!counted.has(key)) return sum + (key.endsWith('_localizations') ? 0 : commandLength(each));
    const localisations: unknown = entries.find(([name]) => name === `${key}_localizations`)?.[1];
    return (
      sum +
      Math.max(
        ...texts(each).map(({ length }) => length),
        0,
        ...texts(localisations).map(({ length }) => length),
      )
    );
  }, 0);
};

const withType = (command: unknown): unknown =>
  typeof command === 'object' && command !== null && !('type' in command)
    ? { ...command, type: ApplicationCommandType.ChatInput }
    : command;

/** A command as it is registered; without a type it is a slash command. */
export const commandBody = z
  .preprocess(withType, z.discriminatedUnion('type', [slashCommand, contextMenuCommand]))
  .refine((command) => commandLength(command) <= limits.commandTotal, {
    message: 'Command exceeds maximum size (8000).',
    params: { code: 'APPLICATION_COMMAND_TOO_LARGE' },
  });
export type CommandBody = z.infer<typeof commandBody>;
