import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';

import type { LocalDiscord } from '../../src/local/contract.ts';
import { seedIds } from '../../src/local/world/seed.ts';
import { askByMention, expectAnswer, expectSlashAnswer } from '../support/ask-library.ts';
import { withRig } from '../support/with-rig.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const event = z.object({ op: z.literal(0), t: z.string(), d: z.json() });
const names = ['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE', 'INTERACTION_CREATE'];

/** Each value of a payload in turn, by where it stands. */
function pathsOf(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

/** The payload with another value in one place, or without it. */
function replaceAt(
  value: Json,
  [key, ...rest]: readonly string[],
  wrong: Json | undefined,
): Json | undefined {
  if (key === undefined) return wrong;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, child]): [string, Json][] => {
    const next = name === key ? replaceAt(child, rest, wrong) : child;
    return next === undefined ? [] : [[name, next]];
  });
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

/** Real events of every kind that the bot listens to. */
async function collectEvents(discord: LocalDiscord): Promise<readonly z.infer<typeof event>[]> {
  const { ledger, botUserId } = discord;
  const mia = discord.as(seedIds.mia);
  const channelId = seedIds.general;
  const asked = mia.sendMessage({ channelId, content: `<@${botUserId}> How many books?` });
  mia.editMessage({ messageId: asked.id, content: `<@${botUserId}> How many maps?` });
  mia.deleteMessage(asked.id);
  await mia.runSlashCommand({ channelId, name: 'search', options: { words: 'books' } }).reply();
  await mia.autocomplete({ channelId, name: 'faq', options: { entry: 'b' }, focused: 'entry' });
  const target = mia.sendMessage({ channelId, content: 'How many books?' });
  await mia.runMessageCommand({ name: 'Find the answer', messageId: target.id }).reply();
  const events = ledger.gateway().flatMap(({ payload }) => event.safeParse(payload).data ?? []);
  return events.filter(({ t }) => names.includes(t));
}

const wrongValues: readonly (Json | undefined)[] = [
  undefined,
  null,
  -1,
  '',
  'x',
  true,
  [],
  {},
  [null],
  { id: 'x' },
];
/** What a reply has to name; the test is about what the bot survives, not about what Discord makes of wrong ids. */
const echoed = ['id', 'channel_id', 'channel', 'token', 'application_id'];
const howMany = 1500;
/** Fewer than the bot calls too many. */
const atOnce = 30;

/** Events with one wrong value each, as often as the bot has not seen their ids. */
function mutate(events: readonly z.infer<typeof event>[]): readonly object[] {
  const mutated = fc
    .constantFrom(...events)
    .chain(({ t, d }) =>
      fc
        .tuple(
          fc.constantFrom(...pathsOf(d).filter(([key]) => key !== undefined && !echoed.includes(key))),
          fc.constantFrom(...wrongValues),
        )
        .map(([path, wrong]) => ({ t, d: replaceAt(d, path, wrong) ?? null })),
    );
  return fc.sample(mutated, { numRuns: howMany, seed: 1 }).map(({ t, d }, at) => {
    const isNew = t === 'MESSAGE_CREATE' || t === 'INTERACTION_CREATE';
    return { op: 0, t, s: 10_000 + at, d: isNew ? replaceAt(d, ['id'], `14${at}`.padEnd(19, '0')) : d };
  });
}

test('whatever Discord sends, however malformed, the bot stays up and answers', { timeout: 120_000 }, () =>
  // Discord knows nothing of the interactions that it is made to send here.
  withRig({ allowed: ['late-answer'] }, async (rig) => {
    const { faults } = rig.discord;
    const events = await collectEvents(rig.discord);
    expect(new Set(events.map(({ t }) => t))).toEqual(new Set(names));
    // With hundreds of answers to one channel, the rate limit would be all that is tested.
    faults.failRequests({ kind: 'forbidden', code: 50_013 }, { path: new RegExp(`/${seedIds.general}/`) });
    const mutated = mutate(events);
    for (let at = 0; at < mutated.length; at += atOnce) {
      for (const each of mutated.slice(at, at + atOnce)) faults.sendRaw(JSON.stringify(each));
      await expectAnswer(rig, askByMention(rig));
      await expectSlashAnswer(rig);
    }
    expect(rig.bot.isRunning).toBe(true);
  }),
);
