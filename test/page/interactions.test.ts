import {
  ComponentType,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Client,
  type Interaction,
} from 'discord.js';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { startBotPage, type BotPage } from './start-bot-page.ts';
import { browserPath, launchBrowser, mayLackBrowser, type OpenPage } from './start-page.ts';

const allowedMentions = { parse: [] };

const topics = (): StringSelectMenuBuilder =>
  new StringSelectMenuBuilder()
    .setCustomId('topic')
    .addOptions(
      { label: 'Roles', value: 'roles', description: 'Who may do what' },
      { label: 'Events', value: 'events' },
    );

const form = new ModalBuilder()
  .setCustomId('form')
  .setTitle('Add an entry')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Question')
      .setTextInputComponent(new TextInputBuilder().setCustomId('question').setStyle(TextInputStyle.Short)),
    new LabelBuilder().setLabel('Topic').setStringSelectMenuComponent(topics()),
  );

/** A bot that asks back: a form, a menu, a spoiler; and one command and one button that it never answers. */
async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isModalSubmit()) {
    const [topic] = interaction.fields.getStringSelectValues('topic');
    const content = `${interaction.fields.getTextInputValue('question')} is about ${topic ?? 'nothing'}`;
    await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions });
  } else if (interaction.isStringSelectMenu()) {
    const content = `You chose ${interaction.values.join(', ')}`;
    await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions });
  } else if (interaction.isButton() && interaction.customId === 'open-form') {
    await interaction.showModal(form);
  }
}

const panel = {
  flags: MessageFlags.IsComponentsV2,
  allowedMentions,
  components: [
    {
      type: ComponentType.Container,
      accent_color: 0x3ba55d,
      components: [
        { type: ComponentType.TextDisplay, content: '**Bold** and ||hidden|| and `code`\n-# small print' },
        {
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.Button, style: 1, label: 'Open the form', custom_id: 'open-form' },
            { type: ComponentType.Button, style: 2, label: 'Say nothing', custom_id: 'silent' },
          ],
        },
        { type: ComponentType.ActionRow, components: [topics().toJSON()] },
      ],
    },
  ],
} as const;

const postPanel = async (client: Client<true>): Promise<void> => {
  const channel = await client.channels.fetch(seedIds.general);
  if (channel?.isSendable() === true) await channel.send(panel);
};

const isSkipped = browserPath === null && mayLackBrowser;
const where = isSkipped ? ' (skipped: no Chromium here; install the package "chromium" to run these)' : '';

describe.skipIf(isSkipped)(`what a bot can ask of a person at the page${where}`, () => {
  let browser: Browser;
  let botPage: BotPage;
  let opened: OpenPage;
  let discord: LocalDiscord;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    botPage = await startBotPage(
      browser,
      [{ name: 'silent', description: 'Is never answered' }],
      answer,
      postPanel,
    );
    ({ opened, discord } = botPage);
  });
  afterEach(async () => {
    expect(opened.faults).toEqual([]);
    await botPage.close();
  });
  afterAll(async () => {
    await browser.close();
  });

  it('fills in a form with a text and a choice, and gets the reply to it', async () => {
    const { page, newest } = opened;
    await page.getByRole('button', { name: 'Open the form' }).click();
    await page.getByRole('dialog', { name: 'Add an entry' }).waitFor();
    await page.getByRole('textbox', { name: 'Question' }).fill('A badge');
    const menu = page.getByRole('group', { name: 'Topic' }).getByRole('combobox');
    await menu.press('Enter');
    await menu.press('ArrowDown');
    await menu.press('Enter');
    await page.getByRole('button', { name: 'Submit' }).click();
    await newest.getByText('A badge is about events').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('chooses from a menu', async () => {
    const { page, newest } = opened;
    await page.getByRole('combobox', { name: 'Make a selection' }).click();
    await page.getByRole('option', { name: 'Roles' }).click();
    await newest.getByText('You chose roles').waitFor();
  });

  it('says so when a command or a button gets no answer', async () => {
    const { page, newest } = opened;
    await page.getByRole('button', { name: 'Say nothing' }).click();
    await page.getByText('This interaction failed').waitFor();
    await opened.run('silent');
    await page.keyboard.press('Enter');
    await newest.getByText('The application did not respond').waitFor();
    await newest.getByRole('button', { name: 'Dismiss message' }).click();
    await page.getByText('The application did not respond').waitFor({ state: 'detached' });
  });

  it('hides a spoiler until it is pressed', async () => {
    const spoiler = opened.page.getByRole('button', { name: 'Spoiler' });
    expect(await spoiler.getAttribute('activated')).toBeNull();
    await spoiler.press('Enter');
    expect(await spoiler.getAttribute('activated')).not.toBeNull();
  });

  it('tells who is typing, and shows edits and deletions as they happen', async () => {
    const { page } = opened;
    const leo = discord.as(seedIds.leo);
    leo.startTyping(seedIds.general);
    await page.getByText('Leo is typing').waitFor();
    const { id } = leo.sendMessage({ channelId: seedIds.general, content: 'First thought' });
    await page.getByText('First thought').waitFor();
    leo.editMessage({ messageId: id, content: 'Second thought' });
    await page.getByText('Second thought').waitFor();
    leo.deleteMessage(id);
    await page.getByText('Second thought').waitFor({ state: 'detached' });
  });

  it('reacts from the menu of a message, and joins and leaves a reaction by a press', async () => {
    const { page } = opened;
    const leo = discord.as(seedIds.leo);
    const { id } = leo.sendMessage({ channelId: seedIds.general, content: 'Any news?' });
    const message = page.locator(`[data-message="${id}"]`);
    await message.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'React with 👍' }).click();
    const reaction = message.getByRole('button', { name: '👍' });
    await message.getByRole('button', { name: '👍 1, from Mia', pressed: true }).waitFor();
    leo.react({ messageId: id, emoji: '👍', isThere: true });
    await message.getByRole('button', { name: '👍 2, from Mia, Leo' }).waitFor();
    await reaction.click();
    await message.getByRole('button', { name: '👍 1, from Leo', pressed: false }).waitFor();
  });

  it('replies to a message and opens a thread from it', async () => {
    const { page, newest } = opened;
    const { id } = discord.as(seedIds.leo).sendMessage({ channelId: seedIds.general, content: 'Any news?' });
    const message = page.locator(`[data-message="${id}"]`);
    await message.hover();
    await message.getByRole('button', { name: 'Reply' }).click();
    await page.getByText('Replying to Leo').waitFor();
    await opened.send('None yet');
    await newest.locator('discord-reply', { hasText: 'Any news?' }).waitFor();
    await message.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Create Thread' }).click();
    await page.getByLabel('Thread name').fill('News');
    await page.getByRole('button', { name: 'Create thread' }).click();
    await page.getByRole('heading', { name: 'general › News' }).waitFor();
  });
});
