import { ActorError, type Actor } from '../contract.ts';
import type { ActorContext } from '../interactions/start-interaction.ts';
import { PersonCommands } from './person-commands.ts';
import { PersonComponents } from './person-components.ts';
import { PersonMessages } from './person-messages.ts';

/** Everything that the person with this id can do. */
export const createActor = (context: ActorContext, userId: string): Actor => {
  if (!context.world.users.has(userId)) throw new ActorError(`There is no user ${userId}.`);
  const messages = new PersonMessages(context.world, userId);
  const commands = new PersonCommands(context, userId);
  const components = new PersonComponents(context, userId);
  return {
    userId,
    sendMessage: (input) => messages.sendMessage(input),
    editMessage: (input) => messages.editMessage(input),
    deleteMessage: (messageId) => {
      messages.deleteMessage(messageId);
    },
    startTyping: (channelId) => {
      messages.startTyping(channelId);
    },
    react: (input) => {
      messages.react(input);
    },
    createThread: (input) => messages.createThread(input),
    createPost: (input) => messages.createPost(input),
    openDm: (withUserId) => messages.openDm(withUserId),
    availableCommands: (channelId) => commands.availableCommands(channelId),
    runSlashCommand: (input) => commands.runSlashCommand(input),
    autocomplete: (input) => commands.autocomplete(input),
    runMessageCommand: (input) => commands.runMessageCommand(input),
    clickButton: (input) => components.clickButton(input),
    chooseOptions: (input) => components.chooseOptions(input),
    submitModal: (input) => components.submitModal(input),
  };
};
