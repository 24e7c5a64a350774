import type { EntryFields } from '../../src/library/entry.ts';
import type { Act } from '../../src/library/store.ts';

export const guildId = '100000000000000001';
export const otherGuild = '100000000000000002';
export const noor = '200000000000000001';
export const leo = '200000000000000002';

/** An entry that uses every field. */
export const fields: EntryFields = {
  question: 'When does the pool open?',
  answer: 'At **seven**.\n\n- on weekdays\n- not on Sundays',
  aliases: ['pool hours'],
  tags: ['sport'],
  url: 'https://example.org/pool',
  reviewOn: '2027-01-31',
  channels: ['700000000000000001'],
  roles: ['800000000000000001'],
};

let acts = 0;

/** What somebody does next, by an interaction of its own. */
export const act = (by = noor, at = 1_700_000_000_000): Act => {
  acts += 1;
  return { by, at: at + acts, interactionId: `i${acts}` };
};
