import {
  ApplicationCommandOptionType,
  ComponentType,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  UserSelectMenuBuilder,
  type Client,
  type Interaction,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { connectClient } from '../support/connect-client.ts';

const topics = [
  { label: 'Roles', value: 'roles' },
  { label: 'Events', value: 'events' },
  { label: 'Rules', value: 'rules' },
];

const menus = {
  topics: { type: ComponentType.StringSelect, custom_id: 'topics', options: topics, max_values: 2 },
  people: { type: ComponentType.UserSelect, custom_id: 'people', max_values: 2 },
  role: { type: ComponentType.RoleSelect, custom_id: 'role' },
  anyone: { type: ComponentType.MentionableSelect, custom_id: 'anyone', max_values: 2 },
  channel: { type: ComponentType.ChannelSelect, custom_id: 'channel' },
} as const;

const form = new ModalBuilder()
  .setCustomId('form')
  .setTitle('A form')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Who')
      .setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('who')),
    new LabelBuilder()
      .setLabel('Role')
      .setRoleSelectMenuComponent(new RoleSelectMenuBuilder().setCustomId('role').setRequired(false)),
    new LabelBuilder().setLabel('Topics').setStringSelectMenuComponent(
      new StringSelectMenuBuilder()
        .setCustomId('topics')
        .setMaxValues(3)
        .addOptions(topics.map((topic) => ({ ...topic, default: topic.value === 'rules' }))),
    ),
  );

/** What discord.js makes of what was chosen, in words. */
const describeInteraction = (interaction: Interaction): string => {
  if (interaction.isUserSelectMenu()) return interaction.users.map(({ username }) => username).join(' ');
  if (interaction.isRoleSelectMenu()) return interaction.roles.map(({ name }) => name).join(' ');
  if (interaction.isMentionableSelectMenu())
    return `${interaction.users.size} user, ${interaction.roles.size} role`;
  if (interaction.isChannelSelectMenu())
    return interaction.channels.map((channel) => ('name' in channel ? channel.name : '')).join(' ');
  if (interaction.isStringSelectMenu()) return interaction.values.join(' ');
  if (interaction.isModalSubmit()) {
    const { fields } = interaction;
    const who = fields.getSelectedUsers('who', true).map(({ username }) => username);
    return [
      ...who,
      fields.getSelectedRoles('role')?.size ?? 0,
      ...fields.getStringSelectValues('topics'),
    ].join(' ');
  }
  if (!interaction.isChatInputCommand()) return '';
  const { options } = interaction;
  const [user, role] = [options.getUser('user', true).username, options.getRole('role', true).name];
  return [user, role, options.getBoolean('secret'), options.getInteger('days')].join(' ');
};

describe('what a person chooses', () => {
  let discord: LocalDiscord;
  let client: Client<true>;
  let messageId: string;

  beforeEach(async () => {
    discord = await startLocalDiscord();
    client = await connectClient(discord);
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isButton()) return void interaction.showModal(form);
      if (!interaction.isRepliable()) return;
      void interaction.reply({
        content: describeInteraction(interaction),
        flags: MessageFlags.Ephemeral,
        allowedMentions: { parse: [] },
      });
    });
    const channel = await client.channels.fetch(seedIds.general);
    if (channel?.isSendable() !== true) throw new Error('The channel takes no messages.');
    const rows = Object.values(menus).map(
      (menu) => ({ type: ComponentType.ActionRow, components: [menu] }) as const,
    );
    const button = { type: ComponentType.Button, style: 1, custom_id: 'open', label: 'Open' } as const;
    const { id } = await channel.send({
      flags: MessageFlags.IsComponentsV2,
      components: [...rows, { type: ComponentType.ActionRow, components: [button] }],
      allowedMentions: { parse: [] },
    });
    messageId = id;
  });

  afterEach(async () => {
    expect(discord.ledger.violations()).toEqual([]);
    await client.destroy();
    await discord.close();
  });

  const choose = async (customId: keyof typeof menus, values: readonly string[]): Promise<string> => {
    const handle = discord.as(seedIds.mia).chooseOptions({ messageId, customId, values });
    return (await handle.reply()).content;
  };

  test.each([
    ['topics', ['events', 'roles'], 'events roles'],
    ['people', [seedIds.leo, seedIds.noor], 'leo noor'],
    ['role', [seedIds.moderatorRole], 'Moderator'],
    ['anyone', [seedIds.leo, seedIds.moderatorRole], '1 user, 1 role'],
    ['channel', [seedIds.help], 'help'],
  ] as const)('in a menu of %s reaches the bot with what it stands for', async (customId, values, words) => {
    expect(await choose(customId, values)).toBe(words);
  });

  test.each([
    ['nothing where something has to be chosen', 'topics', []],
    ['more than the menu takes', 'topics', ['roles', 'events', 'rules']],
    ['the same twice', 'topics', ['roles', 'roles']],
    ['what is not offered', 'topics', ['dragons']],
    ['a person that is none', 'people', ['42']],
    ['the role of another server', 'role', [seedIds.otherModeratorRole]],
    ['the channel of another server', 'channel', [seedIds.lobby]],
  ] as const)('cannot be %s', async (_what, customId, values) => {
    await expect(choose(customId, values)).rejects.toThrow(/does not offer|There is no/u);
  });

  test('in a form reaches the bot too, and what was left alone keeps its preset', async () => {
    const mia = discord.as(seedIds.mia);
    const opened = mia.clickButton({ messageId, customId: 'open' });
    await opened.modal();
    const values = { who: [seedIds.leo] };
    const submitted = mia.submitModal({ interactionId: opened.id, values });
    expect((await submitted.reply()).content).toBe('leo 0 rules');
  });

  test('as options of a command has the type that the option has', async () => {
    const option = (type: number, name: string): object => ({
      type,
      name,
      description: name,
      required: true,
    });
    await client.rest.put(`/applications/${client.application.id}/commands`, {
      body: [
        {
          name: 'report',
          description: 'Report',
          options: [
            option(ApplicationCommandOptionType.User, 'user'),
            option(ApplicationCommandOptionType.Role, 'role'),
            option(ApplicationCommandOptionType.Boolean, 'secret'),
            option(ApplicationCommandOptionType.Integer, 'days'),
          ],
        },
      ],
    });
    const options = { user: seedIds.leo, role: seedIds.moderatorRole, secret: true, days: 3 };
    const run = discord
      .as(seedIds.mia)
      .runSlashCommand({ channelId: seedIds.general, name: 'report', options });
    expect((await run.reply()).content).toBe('leo Moderator true 3');
  });
});
