import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { BotProcess } from '../support/bot-process.ts';
import { untilAddress } from './start-page.ts';

const knowledge = fileURLToPath(new URL('../../knowledge', import.meta.url));
const port = (url: string): number => Number(new URL(url).port);

describe('the bot on a Discord of its own', () => {
  let home: string;
  const bots: BotProcess[] = [];

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'footnote-local-mode-'));
  });

  afterEach(async () => {
    await Promise.all(bots.splice(0).map((bot) => bot.stop()));
    await rm(home, { recursive: true });
  });

  const start = (
    settings: Readonly<Record<string, string>> = {},
    args: readonly string[] = [],
  ): BotProcess => {
    const bot = new BotProcess(home, { KNOWLEDGE_DIR: knowledge, ...settings }, args);
    bots.push(bot);
    return bot;
  };

  test('starts without a token, and prints the address of its page and how to connect to the real Discord', async () => {
    const bot = start();
    const url = await untilAddress(bot);
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('<title>Footnote');
    await expect
      .poll(() => bot.output.trim().split('\n'))
      .toEqual([expect.stringContaining(url), expect.stringContaining('set DISCORD_TOKEN')]);
    expect(bot.errors).toBe('');
  });

  test('writes the everyday of the bot to its log when that is asked for', async () => {
    const bot = start({ LOG_LEVEL: 'info' });
    await untilAddress(bot);
    await expect.poll(() => bot.output).toContain('"level":"info"');
  });

  test('starts with a token too when that is asked for, and leaves the real Discord alone', async () => {
    // A bot that went to this address would end with the remedy for a token that is wrong, or wait for ever.
    const real = { DISCORD_TOKEN: 'a.real.token', DISCORD_API_URL: 'http://127.0.0.1:9/api' };
    const bot = start(real, ['--local']);
    expect((await fetch(await untilAddress(bot))).status).toBe(200);
  });

  test('is there for this machine only', async () => {
    const url = await untilAddress(start());
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) {
      await expect(fetch(url.replace('127.0.0.1', address))).rejects.toThrow('fetch failed');
    }
  });

  test('takes the next port when another one is running', async () => {
    const first = await untilAddress(start());
    const second = await untilAddress(start());
    expect(port(second)).toBeGreaterThan(port(first));
    expect((await fetch(first)).status).toBe(200);
    expect((await fetch(second)).status).toBe(200);
  });

  test('ends on Ctrl-C with all that it started, even while a page is open', async () => {
    const bot = start();
    const url = await untilAddress(bot);
    const page = new WebSocket(url.replace('http', 'ws'), { origin: new URL(url).origin });
    await once(page, 'open');
    const closed = once(page, 'close');
    bot.signal('SIGINT');
    expect(await bot.ended).toBe(0);
    await closed;
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect(bot.errors).toBe('');
  });
});
