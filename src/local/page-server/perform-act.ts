import { ActorError } from '../contract.ts';
import type { Actor, InteractionHandle, LocalDiscord } from '../contract.ts';
import type { Outcome, Request, Speech } from '../page-protocol.ts';
import type { CommandView } from '../page-views.ts';
import { typedOptions, viewCommand } from './view-command.ts';
import { pickableIn } from './view-world.ts';

/** What an act came to; the number of the request is added where it is sent. */
type Result = Omit<Outcome, 'kind' | 'requestId'>;

const done: Result = { error: null, interactionId: null, channelId: null, choices: [], commands: [] };

/** Does what the person at the page did. What Discord would refuse comes back as the sentence that says why. */
export async function performAct(
  discord: LocalDiscord,
  viewerId: string,
  act: { readonly speech: Speech } | { readonly request: Request },
): Promise<Result> {
  const actor = discord.as(viewerId);
  try {
    return 'speech' in act ? say(actor, act.speech) : await ask(discord, actor, act.request);
  } catch (error) {
    if (error instanceof ActorError) return { ...done, error: error.message };
    throw error;
  }
}

function say(actor: Actor, speech: Speech): Result {
  switch (speech.kind) {
    case 'send-message': {
      const { channelId, content, replyTo } = speech;
      actor.sendMessage({ channelId, content, ...(replyTo === null ? {} : { replyTo }) });
      return done;
    }
    case 'edit-message':
      actor.editMessage(speech);
      return done;
    case 'delete-message':
      actor.deleteMessage(speech.messageId);
      return done;
    case 'react':
      actor.react(speech);
      return done;
    case 'start-typing':
      actor.startTyping(speech.channelId);
      return done;
    case 'create-thread':
      return openThread(actor, speech);
    case 'create-post':
      return { ...done, channelId: actor.createPost(speech).thread.id };
    case 'open-direct':
      return { ...done, channelId: actor.openDm(speech.userId).id };
  }
}

function openThread(actor: Actor, speech: Extract<Speech, { kind: 'create-thread' }>): Result {
  const { channelId, name, messageId } = speech;
  const from = messageId === null ? {} : { messageId };
  return { ...done, channelId: actor.createThread({ channelId, name, ...from }).id };
}

async function ask(discord: LocalDiscord, actor: Actor, request: Request): Promise<Result> {
  switch (request.kind) {
    case 'list-commands':
      return { ...done, commands: commandsIn(discord, actor, request.channelId) };
    case 'autocomplete': {
      const options = typedOptions(actor.availableCommands(request.channelId), request);
      // It rejects when the bot gave no choices in time.
      const choices = await actor.autocomplete({ ...request, options }).catch(() => null);
      if (choices === null) return { ...done, error: 'Loading options failed.' };
      return { ...done, choices: choices.map(({ name, value }) => ({ name, value: String(value) })) };
    }
    case 'run-command': {
      const options = typedOptions(actor.availableCommands(request.channelId), request);
      return started(actor.runSlashCommand({ ...request, options }));
    }
    case 'run-message-command':
      return started(actor.runMessageCommand(request));
    case 'click-button':
      return started(actor.clickButton(request));
    case 'choose-options':
      return started(actor.chooseOptions(request));
    case 'submit-modal':
      return started(actor.submitModal(request));
  }
}

function started(handle: InteractionHandle): Result {
  return { ...done, interactionId: handle.id };
}

function commandsIn(discord: LocalDiscord, actor: Actor, channelId: string): readonly CommandView[] {
  const pickable = pickableIn(discord, discord.world.channel(channelId));
  return actor.availableCommands(channelId).flatMap((command) => viewCommand(command, pickable));
}
