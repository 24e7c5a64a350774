import { join } from 'node:path';

import { ComponentType, type APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { emptyFields } from '../../src/library/entry.ts';
import type { Store } from '../../src/library/store.ts';
import type { Actor } from '../../src/local/contract.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { openStore } from '../../src/storage/database/open-store.ts';
import { buttonOf, textOf } from '../support/read-message.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { startRig, type Rig } from '../support/start-rig.ts';

const channelId = seedIds.staff;
const dayMs = 24 * 60 * 60_000;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The picture that a message shows, and what is said of it. */
const pictureOf = (message: APIMessage) => {
  const [container] = message.components ?? [];
  if (container?.type !== ComponentType.Container) throw new Error('no container');
  const galleries = container.components.filter(({ type }) => type === ComponentType.MediaGallery);
  return galleries.flatMap((part) => (part.type === ComponentType.MediaGallery ? part.items : []))[0] ?? null;
};

describe('what a server is told about itself', () => {
  let rig: Rig;
  let mia: Actor;
  let noor: Actor;
  let store: Store;

  beforeAll(async () => {
    rig = await startRig({ knowledge: sampleKnowledge });
    mia = rig.discord.as(seedIds.mia);
    noor = rig.discord.as(seedIds.noor);
    store = await openStore({ dataFolder: join(rig.home, 'data'), databaseUrl: null, logger: silent });
  });
  afterAll(async () => {
    await store.close();
    await rig.stop();
  });

  const run = (name: string, locale = 'en-US'): Promise<APIMessage> =>
    noor.runSlashCommand({ channelId, name, locale }).reply();
  const ask = (question: string): Promise<APIMessage> =>
    mia.runSlashCommand({ channelId: seedIds.general, name: 'ask', options: { question } }).reply();

  test('is a friendly sentence and no picture as long as nothing happened', async () => {
    const insights = await run('insights');
    expect(textOf(insights)).toMatch(/^There is nothing to show yet\..*$/u);
    expect([pictureOf(insights), insights.attachments]).toEqual([null, []]);
    const status = await run('status');
    expect(textOf(status)).toContain('Nobody asked anything in the last 7 days.');
    expect(pictureOf(status)).toBeNull();
  });

  test('is in /insights a picture with its words, the same as a list, and what is to be checked again', async () => {
    const answer = await ask('How many books may I borrow?');
    await mia.clickButton({ messageId: answer.id, customId: buttonOf(answer, '👎') }).reply();
    await ask('Is there a sauna for members?');
    const act = { by: seedIds.noor, at: 1_700_000_000_000, interactionId: 'first' };
    const fields = { ...emptyFields, question: 'Who feeds the cat?', answer: 'Tom.' };
    await store.entries.add(seedIds.guild, { ...fields, reviewOn: '2024-01-31' }, act, null);
    await store.entries.add(
      seedIds.guild,
      { ...fields, question: 'Who feeds the dog?', reviewOn: '2999-01-31' },
      { ...act, interactionId: 'second' },
      null,
    );
    const annex = '---\nreview: 2020-05-01\n---\n\n# The annex\n\nIt was closed for repairs.\n';
    await rig.writeKnowledge('articles/annex.md', annex);
    await run('refresh');
    // Counts are written once a second.
    await vi.waitFor(
      async () => {
        expect(await store.quotes.mostQuoted(seedIds.guild, 0, 1)).toHaveLength(1);
        expect(await store.tallies.days(seedIds.guild, 0)).toMatchObject([{ unanswered: 1 }]);
      },
      { timeout: 20_000, interval: 20 },
    );
    const insights = await run('insights');
    const text = textOf(insights);
    expect(text).toContain('**Questions without an answer, week by week**\n1 new and 0 settled');
    expect(text).toContain('1\\. 1 × How many books may I borrow?');
    expect(text).toContain(
      [
        '**2 entries and files are to be checked again**',
        'The annex · articles/annex.md · since 1 May 2020',
        'Who feeds the cat? · since 31 Jan 2024',
      ].join('\n'),
    );
    expect(text).not.toContain('Who feeds the dog?');

    const picture = pictureOf(insights);
    expect(picture?.description).toBe(
      'Three charts. Questions without an answer: 1 new and 0 settled in the last 12 weeks. Asked most: How many books may I borrow? (1). Helped least: How many books may I borrow? (0 · 1).',
    );
    const [file] = insights.attachments;
    expect(file).toMatchObject({ filename: 'insights.png', content_type: 'image/png', width: 1280 });
    expect(picture?.media).toMatchObject({ url: file?.url, width: 1280 });
    const bytes = Buffer.from(await (await fetch(file?.url ?? '')).arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  test('is there in Spanish for who reads Spanish', async () => {
    const insights = await run('insights', 'es-ES');
    expect(textOf(insights)).toContain(
      '**Preguntas sin respuesta, semana a semana**\n1 nuevas y 0 resueltas',
    );
    expect(pictureOf(insights)?.description).toMatch(/^Tres gráficos\. Preguntas sin respuesta: 1 nuevas/u);
  });

  test('gives way, picture and all, to the list of questions', async () => {
    const insights = await run('insights');
    const customId = buttonOf(insights, 'All questions');
    await noor
      .clickButton({ messageId: insights.id, customId })
      .until(({ reply }) => (reply !== null && pictureOf(reply) === null ? true : undefined));
    expect(rig.discord.world.message(insights.id)?.attachments).toEqual([]);
  });

  test('is in /status how the questions of the last 7 days ended, those of other servers and days apart', async () => {
    const long = Date.now() - 7 * dayMs;
    const { guild: guildId } = seedIds;
    await store.tallies.count([
      { guildId, outcome: 'unanswered', at: long },
      { guildId: '100000000000000001', outcome: 'unanswered', at: Date.now() },
      { guildId, outcome: 'suggested', at: Date.now() - 2 * dayMs },
    ]);
    const status = await run('status');
    const said = 'Questions of the last 7 days: 1 answered · 1 closest · 1 none';
    expect(textOf(status)).toContain(said);
    expect(pictureOf(status)?.description).toBe(said);
    expect(status.attachments).toMatchObject([{ filename: 'questions.png', content_type: 'image/png' }]);
  });

  test('is in direct messages how questions ended since the start', async () => {
    const { id } = mia.openDm();
    const status = await mia.runSlashCommand({ channelId: id, name: 'status' }).reply();
    expect(textOf(status)).toContain('Questions since I started: 1 answered · 0 closest · 1 none');
    expect(pictureOf(status)).toBeNull();
  });
});
