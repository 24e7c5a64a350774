import {
  ApplicationCommandOptionType,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
} from 'discord.js';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBotPage, type BotPage } from './start-bot-page.ts';
import { browserPath, launchBrowser, mayLackBrowser, type OpenPage } from './start-page.ts';

const form = new ModalBuilder()
  .setCustomId('form')
  .setTitle('Edit an entry')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Answer')
      .setTextInputComponent(
        new TextInputBuilder()
          .setCustomId('answer')
          .setStyle(TextInputStyle.Paragraph)
          .setValue('At the desk.\nAsk for Noor.'),
      ),
  );

const entryName = {
  type: ApplicationCommandOptionType.String,
  name: 'entry',
  description: 'The name of the entry',
  required: true,
  autocomplete: true,
} as const;

const edit = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'edit',
  description: 'Change an entry',
  options: [entryName],
} as const;

const entry = {
  name: 'entry',
  description: 'Entries',
  options: [edit, { ...edit, name: 'remove', description: 'Remove an entry' }],
};

/** A bot with subcommands: one opens a form that is filled in already. */
async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const name = `Badges, to ${interaction.options.getSubcommand()}`;
    await interaction.respond([{ name, value: 'badges' }]);
  } else if (interaction.isChatInputCommand()) {
    await interaction.showModal(form);
  } else if (interaction.isModalSubmit()) {
    const content = `Saved: ${interaction.fields.getTextInputValue('answer')}`;
    await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } });
  }
}

const isSkipped = browserPath === null && mayLackBrowser;
const where = isSkipped ? ' (skipped: no Chromium here; install the package "chromium" to run these)' : '';

describe.skipIf(isSkipped)(`subcommands at the page${where}`, () => {
  let browser: Browser;
  let botPage: BotPage;
  let opened: OpenPage;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    botPage = await startBotPage(browser, [entry], answer);
    ({ opened } = botPage);
  });
  afterEach(async () => {
    expect(opened.faults).toEqual([]);
    await botPage.close();
  });
  afterAll(async () => {
    await browser.close();
  });

  it('are offered one by one, as they are typed', async () => {
    const { page } = opened;
    const composer = page.locator('#composer');
    const names = (): Promise<readonly string[]> => page.getByRole('option').allInnerTexts();
    await composer.pressSequentially('/entry');
    await page.getByRole('option', { name: '/entry remove' }).waitFor();
    expect(await names()).toHaveLength(2);
    await composer.pressSequentially(' r');
    await page.getByRole('option', { name: '/entry edit' }).waitFor({ state: 'detached' });
    expect(await names()).toHaveLength(1);
    await composer.pressSequentially('emove ');
    await page.getByRole('group', { name: 'Command /entry remove' }).waitFor();
  });

  it('are no hindrance to a message that begins with a slash', async () => {
    await opened.send('/shrug it off');
    await opened.newest.getByText('/shrug it off').waitFor();
  });

  it('complete their own options, and go on in a form that is filled in already', async () => {
    const { page, newest } = opened;
    await opened.run('entry edit', 'bad');
    await page.getByRole('option', { name: 'Badges, to edit' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Edit an entry' }).waitFor();
    const field = page.getByRole('textbox', { name: 'Answer' });
    expect(await field.inputValue()).toBe('At the desk.\nAsk for Noor.');
    await field.press('Control+End');
    await field.press('Enter');
    await page.keyboard.type('Or Leo.');
    await page.getByRole('button', { name: 'Submit' }).click();
    await newest.getByText('Saved: At the desk.').waitFor();
    await newest.getByText('Or Leo.').waitFor();
  });
});
