import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  Events,
  MessageFlags,
  TextInputStyle,
  type Client,
  type Interaction,
  type Message,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { connectClient } from '../support/connect-client.ts';
import { nextEvent } from '../support/next-event.ts';

describe('an unmodified discord.js on the loopback Discord', () => {
  let discord: LocalDiscord;
  let client: Client<true>;

  beforeEach(async () => {
    discord = await startLocalDiscord();
    client = await connectClient(discord);
  });

  afterEach(async () => {
    await client.destroy();
    await discord.close();
  });

  const onInteraction = (run: (interaction: Interaction) => Promise<unknown>): void => {
    client.on(Events.InteractionCreate, (interaction) => void run(interaction));
  };

  test('logs in and sees both guilds with their channels', () => {
    expect(client.user.id).toBe(discord.botUserId);
    expect(client.guilds.cache.map(({ name }) => name).sort()).toEqual(['The Map Club', 'The Reading Room']);
    expect(client.channels.cache.get(seedIds.general)?.isTextBased()).toBe(true);
    expect(discord.world.isBotOnline()).toBe(true);
  });

  test('hears a person and replies', async () => {
    const heard = nextEvent(client, Events.MessageCreate);
    const question = discord.as(seedIds.mia).sendMessage({
      channelId: seedIds.general,
      content: `<@${discord.botUserId}> where is the lamp?`,
    });
    const [message]: [Message] = await heard;
    expect(message.content).toContain('where is the lamp?');
    expect(message.mentions.has(client.user)).toBe(true);
    await message.reply({ content: 'On the desk.', allowedMentions: { parse: [], repliedUser: false } });
    const [, answer] = discord.world.messages(seedIds.general, seedIds.leo);
    expect(answer).toMatchObject({
      content: 'On the desk.',
      mentions: [],
      author: { id: discord.botUserId },
    });
    expect(answer?.message_reference?.message_id).toBe(question.id);
    expect(discord.ledger.violations()).toEqual([]);
  });

  test('registers a command, defers it, fills it in and follows up', async () => {
    await client.application.commands.set([{ name: 'ask', description: 'Ask', options: [] }]);
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply({ content: 'Here.', allowedMentions: { parse: [] } });
      await interaction.followUp({
        content: 'Only for you.',
        flags: MessageFlags.Ephemeral,
        allowedMentions: { parse: [] },
      });
    });
    const handle = discord.as(seedIds.mia).runSlashCommand({ channelId: seedIds.general, name: 'ask' });
    expect((await handle.reply()).content).toBe('Here.');
    const [whisper] = await handle.until(({ followUps }) => (followUps.length > 0 ? followUps : undefined));
    expect(whisper?.content).toBe('Only for you.');
    const seenBy = (userId: string): string[] =>
      discord.world.messages(seedIds.general, userId).map(({ content }) => content);
    expect(seenBy(seedIds.mia)).toEqual(['Here.', 'Only for you.']);
    expect(seenBy(seedIds.leo)).toEqual(['Here.']);
    expect(discord.ledger.interactions()).toMatchObject([
      { deliveries: 1, acknowledgements: 1, refusals: 0 },
    ]);
    expect(discord.ledger.violations()).toEqual([]);
  });

  test('completes an option while it is typed', async () => {
    await client.application.commands.set([
      {
        name: 'faq',
        description: 'An entry',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'entry',
            description: 'Which',
            required: true,
            autocomplete: true,
          },
        ],
      },
    ]);
    onInteraction(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      await interaction.respond([{ name: `${interaction.options.getFocused()}…`, value: 'x' }]);
    });
    const choices = await discord.as(seedIds.mia).autocomplete({
      channelId: seedIds.general,
      name: 'faq',
      options: { entry: 'la' },
      focused: 'entry',
    });
    expect(choices).toEqual([{ name: 'la…', value: 'x' }]);
    expect(discord.ledger.violations()).toEqual([]);
  });

  test('runs a message command whose button updates the message and opens a modal', async () => {
    await client.application.commands.set([
      { type: ApplicationCommandType.Message, name: 'Find the answer' },
    ]);
    const row = (label: string, custom_id: string) => ({
      type: ComponentType.ActionRow as const,
      components: [
        { type: ComponentType.Button as const, style: ButtonStyle.Secondary as const, label, custom_id },
      ],
    });
    onInteraction(async (interaction) => {
      if (interaction.isMessageContextMenuCommand()) {
        const flags = [MessageFlags.Ephemeral, MessageFlags.IsComponentsV2] as const;
        const text = { type: ComponentType.TextDisplay as const, content: interaction.targetMessage.content };
        await interaction.reply({
          flags,
          components: [text, row('Post', 'post')],
          allowedMentions: { parse: [] },
        });
      } else if (interaction.isButton() && interaction.customId === 'post') {
        await interaction.update({ components: [row('Why', 'why')], allowedMentions: { parse: [] } });
      } else if (interaction.isButton()) {
        await interaction.showModal({
          title: 'Why',
          custom_id: 'reason',
          components: [
            {
              type: ComponentType.ActionRow,
              components: [
                {
                  type: ComponentType.TextInput,
                  custom_id: 'text',
                  style: TextInputStyle.Short,
                  label: 'Why',
                },
              ],
            },
          ],
        });
      } else if (interaction.isModalSubmit()) {
        await interaction.reply({
          content: interaction.fields.getTextInputValue('text'),
          flags: MessageFlags.Ephemeral,
          allowedMentions: { parse: [] },
        });
      }
    });
    const mia = discord.as(seedIds.mia);
    const question = mia.sendMessage({ channelId: seedIds.help, content: 'Who has the key?' });
    const preview = await mia.runMessageCommand({ name: 'Find the answer', messageId: question.id }).reply();
    expect(preview.components?.[0]).toMatchObject({ content: 'Who has the key?' });
    const updated = await mia.clickButton({ messageId: preview.id, customId: 'post' }).reply();
    expect(updated.id).toBe(preview.id);
    const opened = mia.clickButton({ messageId: preview.id, customId: 'why' });
    expect((await opened.modal()).title).toBe('Why');
    const submitted = mia.submitModal({ interactionId: opened.id, values: { text: 'Curiosity' } });
    expect((await submitted.reply()).content).toBe('Curiosity');
    expect(discord.ledger.violations()).toEqual([]);
  });

  test('talks in direct messages and in the thread of a forum post', async () => {
    client.on(Events.MessageCreate, (message) => {
      if (message.author.bot) return;
      void message.reply({ content: 'Heard.', allowedMentions: { parse: [], repliedUser: false } });
    });
    const mia = discord.as(seedIds.mia);
    const dm = mia.openDm();
    const answered = (channelId: string): Promise<unknown> =>
      new Promise((resolve) => {
        discord.subscribe((event) => {
          if (event.kind !== 'message-created' || event.message.channel_id !== channelId) return;
          if (event.message.author.id === discord.botUserId) resolve(event.message.content);
        });
      });
    const inDm = answered(dm.id);
    mia.sendMessage({ channelId: dm.id, content: 'Hello' });
    expect(await inDm).toBe('Heard.');
    const { thread } = mia.createPost({ forumId: seedIds.questions, name: 'Lamps', content: 'Which lamp?' });
    expect(await answered(thread.id)).toBe('Heard.');
    expect(discord.ledger.violations()).toEqual([]);
  });
});
