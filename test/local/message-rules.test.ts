import { ComponentType, Routes, type APIMessage, type REST, type RequestData } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/local/contract.ts';
import { startLocalDiscord } from '../../src/local/local-discord.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { dot } from '../support/dot.ts';
import { createRest, refusalOf } from '../support/rest-client.ts';
import { button, quiet, row, select, text, times, v2, wrongMessages } from './wrong-messages.ts';

describe('a message in a channel', () => {
  let discord: LocalDiscord;
  let rest: REST;
  const channel = Routes.channelMessages(seedIds.general);

  // A Discord of its own for each test: the limit of five messages in five seconds is none of these tests' matter.
  beforeEach(async () => {
    discord = await startLocalDiscord();
    rest = createRest(discord);
  });

  afterEach(() => discord.close());

  const newest = (): APIMessage => {
    const message = discord.world.messages(seedIds.general, seedIds.mia).at(-1);
    if (message === undefined) throw new Error('there is no message');
    return message;
  };

  test.each(wrongMessages)('is refused with %s, and the ledger says so', async (_what, body, words) => {
    const refusal = await refusalOf(rest.post(channel, { body }));
    expect(refusal.code).toBe(50_035);
    expect(refusal.message).toContain(words);
    expect(discord.ledger.violations()).toMatchObject([{ rule: 'invalid-form-body', request: 0 }]);
    expect(discord.world.messages(seedIds.general, seedIds.mia)).toEqual([]);
  });

  test('is refused when it is empty', async () => {
    const refusal = await refusalOf(rest.post(channel, { body: { content: '  ', ...quiet } }));
    expect(refusal.code).toBe(50_006);
    expect(discord.ledger.violations()).toMatchObject([{ rule: 'empty-message' }]);
  });

  test('is accepted at every limit', async () => {
    const rows = times(4, (index) =>
      row(...times(5, (column) => button({ custom_id: `b${index}${column}`, label: 'x'.repeat(80) }))),
    );
    await rest.post(channel, {
      body: { content: 'x'.repeat(2_000), components: [...rows, row(select({}))], ...quiet },
    });
    await rest.post(channel, {
      body: { components: [{ type: 17, components: times(39, () => text('x'.repeat(102))) }], ...v2 },
    });
    await rest.post(channel, {
      body: { embeds: [{ description: 'x'.repeat(4_096) }, { description: 'x'.repeat(1_904) }], ...quiet },
    });
    expect(discord.ledger.violations()).toEqual([]);
    expect(discord.world.messages(seedIds.general, seedIds.mia)).toHaveLength(3);
  });

  test('stands alone when what it replies to is gone and it says that this may be', async () => {
    const message_reference = { message_id: '1330000000000009999', fail_if_not_exists: false };
    await rest.post(channel, { body: { content: 'Hello', message_reference, ...quiet } });
    expect(discord.world.messages(seedIds.general, seedIds.mia)[0]?.message_reference).toBeUndefined();
    expect(discord.ledger.violations()).toEqual([]);
  });

  test('is made once when it is sent twice with an enforced nonce', async () => {
    const body = { content: 'Once', nonce: 'one', enforce_nonce: true, ...quiet };
    const [first, second] = [await rest.post(channel, { body }), await rest.post(channel, { body })];
    expect(second).toEqual(first);
    await rest.post(channel, { body: { ...body, nonce: 'two' } });
    expect(discord.world.messages(seedIds.general, seedIds.mia)).toHaveLength(2);
  });

  test('pings only those that allowed_mentions names', async () => {
    const content = `<@${seedIds.mia}> <@${seedIds.leo}> @everyone`;
    await rest.post(channel, { body: { content, allowed_mentions: { parse: [], users: [seedIds.leo] } } });
    const [message] = discord.world.messages(seedIds.general, seedIds.mia);
    expect(message?.mentions.map(({ id }) => id)).toEqual([seedIds.leo]);
    expect(message?.mention_everyone).toBe(false);
  });

  test('keeps Components V2 once it has them', async () => {
    await rest.post(channel, { body: { components: [text('Hello')], ...v2 } });
    const [message] = discord.world.messages(seedIds.general, seedIds.mia);
    const one = Routes.channelMessage(seedIds.general, message?.id ?? '');
    const back = await refusalOf(rest.patch(one, { body: { flags: 0, components: [text('x')], ...quiet } }));
    expect(back.message).toContain('flags[MESSAGE_COMPONENTS_V2_FLAG_REMOVED]');
    const withContent = await refusalOf(rest.patch(one, { body: { content: 'Hello', ...quiet } }));
    expect(withContent.message).toContain('content[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]');
    await rest.patch(one, { body: { components: [text('Changed')], ...quiet } });
    expect(discord.world.message(message?.id ?? '')?.components).toMatchObject([{ content: 'Changed' }]);
  });

  test('is edited only by its author and is unknown when it is gone', async () => {
    const theirs = discord.as(seedIds.mia).sendMessage({ channelId: seedIds.general, content: 'Mine' });
    const edit = rest.patch(Routes.channelMessage(seedIds.general, theirs.id), {
      body: { content: 'Ours', ...quiet },
    });
    expect((await refusalOf(edit)).code).toBe(50_005);
    const gone = rest.delete(Routes.channelMessage(seedIds.general, '1330000000000009999'));
    expect((await refusalOf(gone)).code).toBe(10_008);
    expect(discord.ledger.violations()).toMatchObject([{ rule: 'edit-of-another-users-message' }]);
  });

  test('carries uploaded files, which can be fetched', async () => {
    const files = [{ name: 'plan.txt', data: Buffer.from('a plan'), contentType: 'text/plain' }];
    await rest.post(channel, { body: { attachments: [{ id: 0, description: 'A plan' }], ...quiet }, files });
    const [message] = discord.world.messages(seedIds.general, seedIds.mia);
    const [attachment] = message?.attachments ?? [];
    expect(attachment).toMatchObject({ filename: 'plan.txt', size: 6 });
    const response = await fetch(attachment?.url ?? '');
    expect(await response.text()).toBe('a plan');
  });

  test('shows an uploaded picture in a gallery, with its size and its words', async () => {
    const gallery = (url: string): RequestData => ({
      body: {
        components: [{ type: ComponentType.MediaGallery, items: [{ media: { url }, description: 'A dot' }] }],
        attachments: [{ id: 0, description: 'A dot' }],
        ...v2,
      },
      files: [{ name: 'dot.png', data: dot, contentType: 'image/png' }],
    });
    const refused = await refusalOf(rest.post(channel, gallery('attachment://other.png')));
    expect(refused.code).toBe(50_035);
    expect(discord.ledger.violations()).toMatchObject([{ rule: 'invalid-form-body' }]);

    await rest.post(channel, gallery('attachment://dot.png'));
    const message = newest();
    const [attachment] = message.attachments;
    expect(attachment).toMatchObject({ filename: 'dot.png', width: 1, height: 1, description: 'A dot' });
    const { id: attachment_id, url } = attachment ?? {};
    expect(message.components).toMatchObject([
      { items: [{ media: { url, attachment_id, width: 1, height: 1 } }] },
    ]);

    const edit = { components: [text('Gone')], attachments: [], ...v2 };
    await rest.patch(Routes.channelMessage(seedIds.general, message.id), { body: edit });
    expect(newest().attachments).toEqual([]);
  });

  test('may bring files of 10 MiB together, and no more', async () => {
    const data = Buffer.alloc(10 * 1024 * 1024);
    await rest.post(channel, { body: quiet, files: [{ name: 'all.bin', data }] });
    const files = [
      { name: 'all.bin', data },
      { name: 'more.bin', data: Buffer.alloc(1) },
    ];
    expect((await refusalOf(rest.post(channel, { body: quiet, files }))).status).toBe(413);
  });

  test('needs a bot token that is right', async () => {
    rest.setToken('wrong');
    const refusal = await refusalOf(rest.post(channel, { body: { content: 'Hello', ...quiet } }));
    expect(refusal.status).toBe(401);
    expect(discord.ledger.invalidRequestCount()).toBe(1);
  });
});
