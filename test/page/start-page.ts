import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { BotProcess } from '../support/bot-process.ts';

const sampleFolder = fileURLToPath(new URL('../../knowledge', import.meta.url));

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium of this machine, or null where there is none. */
export const browserPath = places.find((path) => existsSync(path)) ?? null;

/** Where the tests must run, a missing browser is a failure. */
export const mayLackBrowser = process.env['CI'] !== 'true';

// Without these, Chromium asks servers of Google's on its own, and those requests would look like the page's.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? 'chromium', args: quiet });
}

export interface LocalMode {
  readonly url: string;
  readonly process: BotProcess;
  write(path: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * `npm start` without a token, as a process of its own, on a folder with this knowledge; on the sample for null.
 * @param program As that of `BotProcess`.
 */
export async function startLocalMode(
  knowledge: Readonly<Record<string, string>> | null,
  program?: string,
): Promise<LocalMode> {
  const home = await mkdtemp(join(tmpdir(), 'footnote-page-'));
  const folder = join(home, 'knowledge');
  await mkdir(join(folder, 'faq'), { recursive: true });
  const write = (path: string, text: string): Promise<void> => writeFile(join(folder, path), text);
  for (const [path, text] of Object.entries(knowledge ?? {})) await write(path, text);
  const settings = { KNOWLEDGE_DIR: knowledge === null ? sampleFolder : folder, COOLDOWN_SECONDS: '0' };
  const bot = new BotProcess(home, settings, [], program);
  const url = await untilAddress(bot);
  return {
    url,
    process: bot,
    write,
    async stop() {
      await bot.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The page's address, as the bot prints it. */
export async function untilAddress(bot: BotProcess): Promise<string> {
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+\//u.exec(bot.output)?.[0];
    if (address !== undefined) return address;
    if (!bot.isRunning) throw new Error(`It ended without an address:\n${bot.output}\n${bot.errors}`);
    await setTimeout(50);
  }
}

/** A page as one person sees it, with what went wrong in it so far. */
export interface OpenPage {
  readonly page: Page;
  /** Errors of the console and of scripts, and requests to anywhere but the page's own server. */
  readonly faults: string[];
  /** The newest message. */
  readonly newest: Locator;
  readonly become: (name: string) => Promise<void>;
  readonly openChannel: (name: string) => Promise<void>;
  /** Types into the message field and sends. */
  readonly send: (text: string) => Promise<void>;
  /** Chooses a slash command and fills in its first option, where it has one. */
  readonly run: (command: string, option?: string) => Promise<void>;
}

/** `scale` is how many pixels of a picture a pixel of the page takes. */
export async function openPage(browser: Browser, url: string, scale = 1): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: scale,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith(url) && !target.startsWith('data:')) faults.push(`asked for ${target}`);
  });
  await page.goto(url);
  const field = page.locator('#composer');
  await field.waitFor();
  return {
    page,
    faults,
    newest: page.getByRole('article').last(),
    async become(name) {
      await page.getByRole('button', { name: 'Switch person' }).click();
      await page.getByRole('menuitemradio', { name }).click();
      await page.getByRole('button', { name: `You are ${name}` }).waitFor();
    },
    async openChannel(name) {
      await page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name }).click();
      await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    },
    async send(text) {
      await field.fill(text);
      await field.press('Enter');
    },
    async run(command, option) {
      await field.pressSequentially(`/${command}`);
      await page.getByRole('option', { name: `/${command}` }).waitFor();
      await field.press('Enter');
      await page.getByRole('group', { name: `Command /${command}` }).waitFor();
      if (option !== undefined) await page.keyboard.type(option);
    },
  };
}
