import type { Browser, Page } from 'playwright-core';
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

const faq = `# Events

## Where is the calendar?

The calendar is pinned in the announcements channel.

## Who plans the events?

The moderators plan the events in March.
`;

/** In what Playwright says that a screen reader is told: something to use, or to find one's way by, without a name. */
const nameless =
  /^\s*- (?:article|button|combobox|dialog|heading|link|listbox|log|menu|menuitem|navigation|option|region|textbox)(?: \[[^\]]*\])*:?$/gmu;

const findNameless = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('body').ariaSnapshot()).match(nameless) ?? [];

const isSkipped = browserPath === null && mayLackBrowser;
const where = isSkipped ? ' (skipped: no Chromium here; install the package "chromium" to run these)' : '';

describe.skipIf(isSkipped)(`the page for the keyboard and the screen reader${where}`, () => {
  let browser: Browser;
  let local: LocalMode;
  let opened: OpenPage;

  beforeAll(async () => {
    local = await startLocalMode({ 'faq/events.md': faq });
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

  it('is in the message field as soon as the page is there', async () => {
    const { page } = opened;
    await page.locator('#composer:focus').waitFor();
    await page.keyboard.press('/');
    await page.getByRole('listbox', { name: 'Commands' }).waitFor();
  });

  it('goes into the message field with a letter typed anywhere, but not out of another field', async () => {
    const { page } = opened;
    await page.getByRole('heading', { level: 1 }).click();
    await page.locator('#composer:focus').waitFor({ state: 'detached' });
    await page.keyboard.type('/faq');
    expect(await page.locator('#composer').inputValue()).toBe('/faq');
    await opened.openChannel('questions');
    await page.getByRole('button', { name: 'New post' }).click();
    await page.getByLabel('Title').press('x');
    expect(await page.getByLabel('Title').inputValue()).toBe('x');
  });

  it('walks through the picker by arrows, around its end, and takes with Enter or Tab', async () => {
    const { page } = opened;
    const options = page.getByRole('option');
    const selected = page.getByRole('option', { selected: true });
    await page.locator('#composer').press('/');
    await options.first().waitFor();
    const first = await options.first().innerText();
    const last = await options.last().innerText();
    expect(await selected.innerText()).toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await selected.innerText()).toBe(last);
    await page.keyboard.press('ArrowDown');
    expect(await selected.innerText()).toBe(first);
    await page.keyboard.type('faq');
    await page.keyboard.press('Tab');
    await page.getByRole('group', { name: 'Command /faq' }).waitFor();
    await page.getByRole('option', { name: 'Who plans the events?' }).waitFor();
    while ((await selected.innerText()) !== 'Who plans the events?') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await opened.newest.getByText('The moderators plan the events in March.').waitFor();
  });

  it('opens the menu of a message, its apps, and runs one', async () => {
    const { page, newest } = opened;
    await opened.send('where is the calendar?');
    await newest.getByText('where is the calendar?').waitFor();
    await newest.getByRole('button', { name: 'More' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Reply' }).waitFor();
    while ((await page.locator('.apps-button:focus').count()) === 0) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.locator('.submenu [role=menuitem]:focus').waitFor();
    await page.keyboard.press('Enter');
    await newest.getByText('Only you can see this').waitFor();
  });

  it('comes down to what I say, from wherever I was reading', async () => {
    const { page, newest } = opened;
    for (const number of [1, 2, 3, 4, 5, 6]) await opened.send(`${number}\n`.repeat(6));
    await newest.getByText('6').first().waitFor();
    await page.getByRole('heading', { name: 'Welcome to #general' }).scrollIntoViewIfNeeded();
    await opened.send('Down here');
    await newest.getByText('Down here').waitFor();
    await expect
      .poll(async () => {
        const box = await newest.boundingBox();
        return box !== null && box.y > 0 && box.y + box.height < 800;
      })
      .toBe(true);
  });

  it('is told the name of everything that can be used, and of new messages as they come', async () => {
    const { page } = opened;
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite');
    expect(await findNameless(page)).toEqual([]);
    await opened.run('faq', 'calen');
    await page.getByRole('option', { name: 'Where is the calendar?' }).waitFor();
    expect(await findNameless(page)).toEqual([]);
    await page.getByRole('button', { name: 'Direct messages' }).click();
    await page.getByRole('heading', { level: 2, name: 'Footnote', exact: true }).first().waitFor();
    expect(await findNameless(page)).toEqual([]);
    await page.getByRole('button', { name: 'The Reading Room' }).click();
    await opened.openChannel('questions');
    await page.getByRole('button', { name: 'New post' }).click();
    await page.getByRole('dialog', { name: 'New post' }).waitFor();
    expect(await findNameless(page)).toEqual([]);
  });
});
