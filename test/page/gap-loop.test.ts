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

const isSkipped = browserPath === null && mayLackBrowser;
const where = isSkipped ? ' (skipped: no Chromium here; install the package "chromium" to run these)' : '';

const knowledge = {
  'faq/club.md': '# The club\n\n## When does the pool open?\n\nThe pool opens at seven in the morning.\n',
};

describe.skipIf(isSkipped)(`what a moderator does about a question, at the page${where}`, () => {
  let browser: Browser;
  let local: LocalMode;
  let opened: OpenPage;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    local = await startLocalMode(knowledge);
    opened = await openPage(browser, local.url);
  });
  afterEach(async () => {
    expect(opened.faults).toEqual([]);
    await opened.page.context().close();
    await local.stop();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** Runs the command that is filled in. */
  const enter = (): Promise<void> => opened.page.keyboard.press('Enter');

  it('answers it in a form; who asked is told, and the same question in other words is answered', async () => {
    const { page, newest } = opened;
    await opened.run('ask', 'Is there a sauna for guests?');
    await enter();
    await newest.getByText('I have nothing on that.').waitFor();
    await newest.getByRole('button', { name: 'Tell me when this is answered' }).click();
    await newest.getByText('You will be told when it is answered.').waitFor();

    await opened.become('Noor');
    expect(await page.getByText('You will be told').count()).toBe(0);
    await opened.run('gaps');
    await enter();
    await newest.getByText('1 person waits to be told').waitFor();
    await newest.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Is there a sauna for guests?' }).click();
    await newest.getByRole('button', { name: 'Answer it' }).click();
    const question = page.getByRole('textbox', { name: 'Question' });
    expect(await question.inputValue()).toBe('Is there a sauna for guests?');
    await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('The sauna is behind the gym.');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Saved. It answers from now on:').waitFor();

    await opened.become('Mia');
    await newest.getByText('A question that you asked has an answer now.').waitFor();
    await newest.locator('discord-mention').getByText('Mia').waitFor();
    expect(await page.getByText('Saved. It answers from now on:').count()).toBe(0);
    await opened.run('ask', 'where can guests find a sauna?');
    await enter();
    await newest.getByText('The sauna is behind the gym.').waitFor();
  });

  it('shows what a server is told about itself as a picture, with words for who does not see it', async () => {
    const { page, newest } = opened;
    await opened.run('ask', 'Is there a sauna for guests?');
    await enter();
    await newest.getByText('I have nothing on that.').waitFor();
    await opened.become('Noor');
    await opened.run('insights');
    await enter();
    const picture = newest.getByRole('img', { name: /^Three charts\. Questions without an answer: 1 new/u });
    await picture.waitFor();
    const drawnWidth = "document.querySelector('.gallery img').naturalWidth";
    await expect.poll(() => page.evaluate(drawnWidth)).toBe(1280);
    const { width = 0 } = (await picture.boundingBox()) ?? {};
    expect(width).toBeGreaterThan(200);
    expect(width).toBeLessThanOrEqual(600);
    const address = (await picture.getAttribute('src')) ?? '';
    const file = await page.request.get(new URL(address, local.url).href);
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'image/png']);
    expect((await page.request.get(`${local.url}files/1`)).status()).toBe(404);
  });

  it('takes the channel and the role of an entry from lists of those of the server', async () => {
    const { page, newest } = opened;
    await opened.become('Noor');
    await opened.run('entry add', 'hel');
    await page.getByRole('option', { name: '#help' }).click();
    await page.getByRole('combobox', { name: 'role' }).click();
    await page.getByRole('option', { name: '@Footnote' }).click();
    await enter();
    await page.getByRole('textbox', { name: 'Question' }).fill('Who has the key?');
    await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('Noor has it.');
    await page.getByRole('button', { name: 'Submit' }).click();
    await newest.getByText('Saved. It answers from now on:').waitFor();

    await opened.run('entry details', 'key');
    await page.getByRole('option', { name: 'Who has the key?' }).click();
    await enter();
    await newest.getByText('Where it may be quoted, threads included:').waitFor();
    expect(await newest.getByRole('combobox').allInnerTexts()).toEqual(['#help', '@Footnote']);
  });

  it('keeps what was typed when it cannot be saved as it is', async () => {
    const { page, newest } = opened;
    await opened.become('Noor');
    await opened.run('entry add');
    await enter();
    await page.getByRole('textbox', { name: 'Question' }).fill('Who feeds the cat?');
    await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('Tom does, at noon.');
    await page.getByRole('textbox', { name: 'Link' }).fill('nowhere');
    await page.getByRole('button', { name: 'Submit' }).click();
    await newest.getByText('The link has to be a whole web address').waitFor();
    await newest.getByRole('button', { name: 'Edit again' }).click();
    const link = page.getByRole('textbox', { name: 'Link' });
    expect(await link.inputValue()).toBe('nowhere');
    expect(await page.getByRole('textbox', { name: 'Answer', exact: true }).inputValue()).toBe(
      'Tom does, at noon.',
    );
    await link.fill('');
    await page.getByRole('button', { name: 'Submit' }).click();
    await newest.getByText('Saved. It answers from now on:').waitFor();
  });
});
