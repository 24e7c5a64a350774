import { expect, test } from 'vitest';

import { createDrafts } from '../../src/discord/drafts.ts';

const draft = {
  userId: 'mia',
  channelId: '1',
  messageId: '2',
  reply: { tone: 'answered', parts: [] },
} as const;

test('a draft is taken by the one whose it is, and once', () => {
  const drafts = createDrafts();
  const key = drafts.put(draft);
  expect(drafts.take(key, 'noor')).toBeNull();
  expect(drafts.take(key, 'mia')).toEqual(draft);
  expect(drafts.take(key, 'mia')).toBeNull();
});

test('a draft cannot be guessed: each has a key of its own, of 16 hexadecimal characters', () => {
  const drafts = createDrafts();
  const keys = Array.from({ length: 500 }, () => drafts.put(draft));
  expect(new Set(keys).size).toBe(500);
  expect(keys.filter((key) => !/^[0-9a-f]{16}$/.test(key))).toEqual([]);
});
