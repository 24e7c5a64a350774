import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchBrowser, openPage, startLocalMode } from './start-page.ts';

/** Makes the pictures of the documentation: `npm run screenshots`. They show the real bot on the sample knowledge. */

const folder = 'docs';
const program = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const question = 'Where were the 37 people taken?';
/** Sharp on the screens of today, where a reader's browser shows them at half their size. */
const scale = 2;

const pictures = [
  { name: 'local-discord', colorScheme: 'dark', width: 1200, height: 760 },
  { name: 'local-discord-light', colorScheme: 'light', width: 1200, height: 760 },
  { name: 'local-discord-phone', colorScheme: 'dark', width: 390, height: 760 },
] as const;

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const { name, colorScheme, width, height } of pictures) {
  const local = await startLocalMode(null, program);
  const { page, run, newest } = await openPage(browser, local.url, scale);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  await page.reload();
  await page.getByRole('article').first().waitFor();
  await run('ask', question);
  await page.keyboard.press('Enter');
  await newest.locator('discord-quote').first().waitFor();
  // The toolbar belongs to the mouse, which is no part of the picture.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}/${name}.png` });
  if (name === 'local-discord') {
    await run('faq', 'how');
    await page.getByRole('option', { name: /^How/u }).first().waitFor();
    await page.screenshot({ path: `${folder}/${name}-picker.png` });
  }
  await page.context().close();
  await local.stop();
  process.stdout.write(`${folder}/${name}.png\n`);
}
await browser.close();
