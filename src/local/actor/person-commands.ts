import {
  ApplicationCommandType,
  InteractionContextType,
  InteractionType,
  PermissionFlagsBits,
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import { ActorError, type Actor, type InteractionHandle } from '../contract.ts';
import { PersonInteraction } from '../interactions/interaction-handle.ts';
import { startInteraction, type ActorContext } from '../interactions/start-interaction.ts';
import { permissionsIn } from '../world/permissions.ts';
import { describeOptions, describeTyped, resolveOptions } from './describe-options.ts';
import { requireMessage } from './person-messages.ts';

const isOffered = (command: APIApplicationCommand, guildId: string | null, permissions: bigint): boolean => {
  const context = guildId === null ? InteractionContextType.BotDM : InteractionContextType.Guild;
  const isHere = command.contexts?.includes(context) ?? true;
  const needed = BigInt(command.default_member_permissions ?? 0) | PermissionFlagsBits.UseApplicationCommands;
  return isHere && (guildId === null || (permissions & needed) === needed);
};

type Commands = Pick<Actor, 'availableCommands' | 'runSlashCommand' | 'autocomplete' | 'runMessageCommand'>;

/** What a person does with commands. */
export class PersonCommands implements Commands {
  readonly #context: ActorContext;
  readonly #userId: string;

  constructor(context: ActorContext, userId: string) {
    this.#context = context;
    this.#userId = userId;
  }

  availableCommands(channelId: string): readonly APIApplicationCommand[] {
    const { world } = this.#context;
    const guildId = world.channels.get(channelId)?.guildId ?? null;
    const permissions = permissionsIn(world, channelId, this.#userId);
    const registered = [
      ...(guildId === null ? [] : (world.commands.get(guildId) ?? [])),
      ...(world.commands.get(null) ?? []),
    ];
    return registered.filter((command) => isOffered(command, guildId, permissions));
  }

  runSlashCommand({
    channelId,
    name,
    options = {},
    locale = 'en-US',
  }: Parameters<Actor['runSlashCommand']>[0]): InteractionHandle {
    const command = this.#find(channelId, name.split(' ')[0] ?? name, ApplicationCommandType.ChatInput);
    const described = describeOptions(command, name, options);
    const id = startInteraction(this.#context, {
      kind: 'slash-command',
      name,
      userId: this.#userId,
      channelId,
      locale,
      sourceMessageId: null,
      metadata: (common) => ({ ...common, type: InteractionType.ApplicationCommand }),
      describe: (common) => ({
        ...common,
        type: InteractionType.ApplicationCommand,
        data: {
          ...this.#nameCommand(command, ApplicationCommandType.ChatInput),
          options: described,
          resolved: resolveOptions(described, {
            world: this.#context.world,
            guildId: common.guild_id ?? null,
          }),
        },
      }),
    });
    return this.#handle(id);
  }

  async autocomplete({
    channelId,
    name,
    options,
    focused,
  }: Parameters<Actor['autocomplete']>[0]): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const command = this.#find(channelId, name.split(' ')[0] ?? name, ApplicationCommandType.ChatInput);
    const typed = describeTyped(command, name, options, focused);
    const id = startInteraction(this.#context, {
      kind: 'autocomplete',
      name,
      userId: this.#userId,
      channelId,
      locale: 'en-US',
      sourceMessageId: null,
      metadata: (common) => ({ ...common, type: InteractionType.ApplicationCommand }),
      describe: (common) => ({
        ...common,
        type: InteractionType.ApplicationCommandAutocomplete,
        data: { ...this.#nameCommand(command, ApplicationCommandType.ChatInput), options: typed },
      }),
    });
    const { choices } = await this.#handle(id).acknowledged();
    return choices ?? [];
  }

  runMessageCommand({
    name,
    messageId,
    locale = 'en-US',
  }: Parameters<Actor['runMessageCommand']>[0]): InteractionHandle {
    const message = requireMessage(this.#context.world, messageId, this.#userId);
    const command = this.#find(message.channel_id, name, ApplicationCommandType.Message);
    const id = startInteraction(this.#context, {
      kind: 'message-command',
      name,
      userId: this.#userId,
      channelId: message.channel_id,
      locale,
      sourceMessageId: null,
      metadata: (common) => ({
        ...common,
        type: InteractionType.ApplicationCommand,
        target_message_id: messageId,
      }),
      describe: (common) => ({
        ...common,
        type: InteractionType.ApplicationCommand,
        data: {
          ...this.#nameCommand(command, ApplicationCommandType.Message),
          target_id: messageId,
          resolved: { messages: { [messageId]: message } },
        },
      }),
    });
    return this.#handle(id);
  }

  #find(channelId: string, name: string, type: ApplicationCommandType): APIApplicationCommand {
    const command = this.availableCommands(channelId).find(
      (each) => each.name === name && each.type === type,
    );
    if (command === undefined)
      throw new ActorError(`No command "${name}" is offered to ${this.#userId} in ${channelId}.`);
    return command;
  }

  #nameCommand<Type extends ApplicationCommandType>(
    command: APIApplicationCommand,
    type: Type,
  ): { id: string; name: string; type: Type; guild_id?: string } {
    return {
      id: command.id,
      name: command.name,
      type,
      ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    };
  }

  #handle(id: string): InteractionHandle {
    return new PersonInteraction(id, this.#context.world, this.#context.interactions);
  }
}
