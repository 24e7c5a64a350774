import { expect, test } from 'vitest';

import { createEntryDrafts, newEntry } from '../../src/discord/entry-drafts.ts';
import { emptyFields } from '../../src/library/entry.ts';

const draft = {
  userId: 'noor',
  guildId: '1',
  fields: { ...emptyFields, question: 'Where?', answer: 'At the desk.' },
  target: newEntry,
} as const;

test('a draft is found by the moderator who wrote it, in its server, as often as it is needed', () => {
  const drafts = createEntryDrafts();
  const key = drafts.put(draft);
  expect(key).toMatch(/^[0-9a-f]{16}$/);
  expect(drafts.get(key, { userId: 'noor', guildId: '1' })).toEqual(draft);
  expect(drafts.get(key, { userId: 'noor', guildId: '1' })).toEqual(draft);
});

test('a draft is nobody else’s, and of no other server, whatever its key', () => {
  const drafts = createEntryDrafts();
  const key = drafts.put(draft);
  expect(drafts.get(key, { userId: 'mia', guildId: '1' })).toBeNull();
  expect(drafts.get(key, { userId: 'noor', guildId: '2' })).toBeNull();
  expect(drafts.get(key, { userId: 'noor', guildId: null })).toBeNull();
  expect(drafts.get('no such key', { userId: 'noor', guildId: '1' })).toBeNull();
});
