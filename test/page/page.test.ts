import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  browserPath,
  launchBrowser,
  mayLackBrowser,
  openPage,
  startLocalMode,
  type LocalMode,
  type OpenPage,
} from './start-page.ts';

const roles = (color: string): string => `---
title: Roles
url: https://example.org/roles
---

# Roles

## How do I get a role?

Ask a moderator in the help channel. Roles are given within a day.

## Which colour has the moderator role?

The moderator role is ${color}.
`;

const events = `# Events

## Where is the calendar?

The calendar is pinned in the announcements channel.
`;

const isSkipped = browserPath === null && mayLackBrowser;
const where = isSkipped ? ' (skipped: no Chromium here; install the package "chromium" to run these)' : '';

const flights = `# The January flights

## How many aircraft flew

Seven military aircraft carried the prisoners.

## Where the aircraft went

The aircraft flew to Washington, Houston and San Diego.

## Who ordered the aircraft

The ministry ordered the aircraft in December.
`;

describe.skipIf(isSkipped)(`the page in a real browser${where}`, () => {
  let browser: Browser;
  let local: LocalMode;
  let opened: OpenPage;

  beforeAll(async () => {
    local = await startLocalMode({
      'faq/roles.md': roles('green'),
      'faq/events.md': events,
      'flights.md': flights,
    });
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    opened = await openPage(browser, local.url);
  });
  afterEach(async () => {
    expect(opened.faults).toEqual([]);
    await opened.page.context().close();
  });
  afterAll(async () => {
    await browser.close();
    await local.stop();
  });

  it('greets with a message of the bot that offers a question of each of its FAQs first, and three in all', async () => {
    const welcome = opened.page.getByRole('article').first();
    await welcome.getByText('Hi, I am Footnote.').waitFor();
    const questions = await welcome.getByRole('button').filter({ hasText: '?' }).allInnerTexts();
    expect(questions.slice(0, 2)).toEqual(['Where is the calendar?', 'How do I get a role?']);
    expect(questions).toHaveLength(3);
  });

  it('asks by a slash command whose options complete while typing', async () => {
    const { page, newest } = opened;
    await opened.run('faq', 'calen');
    await page.getByRole('option', { name: 'Where is the calendar?' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await newest.getByText('The calendar is pinned in the announcements channel.').waitFor();
    expect(await newest.innerText()).toContain('Where is the calendar?');
  });

  it('asks by a mention that is completed, and shows the quote with its footnote', async () => {
    const { page, newest } = opened;
    await page.locator('#composer').pressSequentially('@Foo');
    await page.getByRole('option', { name: 'Footnote' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('How do I get a role?');
    await page.keyboard.press('Enter');
    await newest.locator('discord-quote').getByText('Ask a moderator in the help channel.').waitFor();
    const source = newest.getByRole('link', { name: 'Roles' });
    expect(await source.getAttribute('href')).toContain('https://example.org/roles');
  });

  it('says plainly that it has nothing', async () => {
    await opened.run('ask', 'What is the capital of France?');
    await opened.page.keyboard.press('Enter');
    await opened.newest.getByText('I have nothing on that.').waitFor();
  });

  it('asks a related question by a click, for the one who clicked', async () => {
    const { page, newest } = opened;
    await opened.run('ask', 'How many aircraft were used?');
    await page.keyboard.press('Enter');
    await newest.getByText('Seven military aircraft').waitFor();
    await newest.getByRole('button', { name: 'Who ordered the aircraft' }).click();
    await newest.getByText('Only you can see this').waitFor();
    await newest.getByText('The ministry ordered the aircraft in December.').waitFor();
  });

  it('finds the answer to a message by its menu, privately, and posts it on request', async () => {
    const { page, newest } = opened;
    await opened.send('where is the calendar?');
    await newest.getByText('where is the calendar?').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Apps' }).click();
    await page.getByRole('menuitem', { name: 'Find the answer' }).click();
    await newest.getByText('Only you can see this').waitFor();
    await newest.getByRole('button', { name: 'Post it' }).click();
    const posted = page
      .getByRole('article')
      .filter({ hasText: 'The calendar is pinned' })
      .filter({ hasNotText: 'Only you can see this' })
      .filter({ has: page.locator('discord-reply', { hasText: 'where is the calendar?' }) });
    await posted.waitFor();
  });

  it('shows a private reply to nobody else, and keeps the history when it is loaded again', async () => {
    const { page, newest } = opened;
    await opened.openChannel('help');
    await opened.run('status');
    await page.keyboard.press('Enter');
    const note = newest.getByText('Only you can see this');
    await note.waitFor();
    await page.reload();
    await note.waitFor();
    await opened.become('Leo');
    await opened.openChannel('help');
    expect(await page.getByText('Only you can see this').count()).toBe(0);
    await opened.become('Mia');
    await note.waitFor();
    await newest.getByRole('button', { name: 'Dismiss message' }).click();
    await note.waitFor({ state: 'detached' });
  });

  it('refuses a refresh to a member, in private', async () => {
    const { page, newest } = opened;
    await opened.run('refresh');
    await page.keyboard.press('Enter');
    await newest.getByText('Only moderators can do that.').waitFor();
    await newest.getByText('Only you can see this').waitFor();
  });

  it('lets a moderator refresh after a file was edited, and answers from the new text', async () => {
    const { page, newest } = opened;
    await opened.become('Noor');
    await local.write('faq/roles.md', roles('purple'));
    await opened.run('refresh');
    await page.keyboard.press('Enter');
    await newest.getByText('Refreshed in').waitFor();
    await newest.getByText('Only you can see this').waitFor();
    await opened.run('ask', 'Which colour has the moderator role?');
    await page.keyboard.press('Enter');
    await newest.getByText('The moderator role is purple.').waitFor();
  });

  it('lets Up edit my last message, and the answer follows', async () => {
    const { page, newest } = opened;
    await opened.send('@Footnote Where is the calendar?');
    await newest.getByText('The calendar is pinned').waitFor();
    await page.locator('#composer').press('ArrowUp');
    await page.getByRole('textbox', { name: 'Edit message' }).fill('@Footnote How do I get a role?');
    await page.keyboard.press('Enter');
    await newest.getByText('Ask a moderator in the help channel.').waitFor();
  });

  it('closes the picker with Esc and leaves a command with Esc', async () => {
    const { page } = opened;
    await page.locator('#composer').press('/');
    await page.getByRole('listbox', { name: 'Commands' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await page.locator('#composer').fill('');
    await opened.run('ask', 'half a');
    await page.keyboard.press('Escape');
    await page.locator('#composer').waitFor();
  });

  it('answers in a direct message and in a post of the forum', async () => {
    const { page, newest } = opened;
    await page.getByRole('button', { name: 'Direct messages' }).click();
    await page.getByRole('heading', { level: 2, name: 'Footnote', exact: true }).first().waitFor();
    await opened.send('Where is the calendar?');
    await newest.getByText('The calendar is pinned').waitFor();
    await page.getByRole('button', { name: 'The Reading Room' }).click();
    await opened.openChannel('questions');
    await page.getByRole('button', { name: 'New post' }).click();
    await page.getByLabel('Title').fill('About roles');
    await page.getByLabel('Message', { exact: true }).fill('Hello all');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByRole('heading', { name: 'questions › About roles' }).waitFor();
    await opened.send('@Footnote How do I get a role?');
    await newest.getByText('Ask a moderator in the help channel.').waitFor();
  });

  it('fits a narrow screen, where the channels lie behind a button', async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole('button', { name: 'Show channels' }).click();
    await opened.openChannel('help');
    await page.getByRole('button', { name: 'help' }).waitFor({ state: 'hidden' });
    const { scrollWidth } = await page.evaluate<{ scrollWidth: number }>(
      '({ scrollWidth: document.documentElement.scrollWidth })',
    );
    expect(scrollWidth).toBeLessThanOrEqual(390);
    // Another server leaves its list open, to choose from.
    await page.getByRole('button', { name: 'Show channels' }).click();
    await page.getByRole('button', { name: 'The Map Club' }).click();
    await opened.openChannel('lobby');
  });

  it('is light or dark as the system is, until it is switched', async () => {
    const { page } = opened;
    const root = page.locator('html');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.reload();
    await page.getByRole('button', { name: 'Dark theme' }).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    await page.getByRole('button', { name: 'Light theme' }).click();
    await page.getByRole('button', { name: 'Dark theme' }).waitFor();
    expect(await root.getAttribute('data-theme')).toBe('light');
    await page.reload();
    await page.getByRole('button', { name: 'Dark theme' }).waitFor();
  });
});
