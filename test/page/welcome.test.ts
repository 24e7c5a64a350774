import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  browserPath,
  launchBrowser,
  mayLackBrowser,
  openPage,
  startLocalMode,
  type LocalMode,
} from './start-page.ts';

const isSkipped = browserPath === null && mayLackBrowser;
const where = isSkipped ? ' (skipped: no Chromium here; install the package "chromium" to run these)' : '';

describe.skipIf(isSkipped)(`the welcome${where}`, () => {
  let browser: Browser;
  let local: LocalMode;

  beforeAll(async () => {
    local = await startLocalMode(null);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await local.stop();
  });

  it('offers three questions that the sample knowledge answers, and as the last one that it does not', async () => {
    const { page, newest, faults } = await openPage(browser, local.url);
    const questions = page.getByRole('article').first().getByRole('button').filter({ hasText: '?' });
    await questions.last().waitFor();
    expect(await questions.count()).toBe(4);
    for (const [index, question] of (await questions.all()).entries()) {
      await question.click();
      await page.getByText('Only you can see this').nth(index).waitFor();
      if (index < 3) {
        await newest.locator('discord-quote').waitFor();
        expect(await newest.innerText()).toContain(await question.innerText());
      } else {
        await newest.getByText('which gives no answer').waitFor();
        expect(await newest.locator('discord-quote').count()).toBe(0);
      }
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('offers questions of the knowledge that is there, whatever that is', async () => {
    const own = await startLocalMode({ 'faq/pond.md': '## May I swim?\n\nOnly with a red cap.\n' });
    const { page, newest } = await openPage(browser, own.url);
    const question = page.getByRole('article').first().getByRole('button', { name: 'May I swim?' });
    await question.click();
    await newest.getByText('Only with a red cap.').waitFor();
    expect(await page.getByRole('article').first().innerText()).not.toContain('has no answer.');
    await page.context().close();
    await own.stop();
  });
});
