import { expect, it } from 'vitest';

import { checkEntryFields } from '../../src/library/check-entry-fields.ts';
import { emptyFields } from '../../src/library/entry.ts';

const fine = {
  ...emptyFields,
  question: 'When does the pool open?',
  answer: 'At **seven**.\n\n- on weekdays\n- not on Sundays\n\n```\n# no heading\n```',
  aliases: ['pool hours'],
  tags: [],
  url: 'https://example.org/pool',
  reviewOn: '2027-01-31',
};

it('takes an entry with lists, code and all that may be left out', () => {
  expect(checkEntryFields(fine)).toEqual([]);
  expect(checkEntryFields({ ...fine, aliases: [], url: null, reviewOn: null })).toEqual([]);
});

it.each([
  [{ question: '' }, 'question-length'],
  [{ question: 'a'.repeat(301) }, 'question-length'],
  [{ question: 'When?\nWhere?' }, 'question-lines'],
  [{ answer: '' }, 'answer-length'],
  [{ answer: '<!-- nothing to read -->' }, 'answer-length'],
  [{ answer: 'a'.repeat(4001) }, 'answer-length'],
  [{ answer: 'Yes.\n\n## And now?\n\nNo.' }, 'answer-heading'],
  [{ answer: 'Yes\n---\nNo' }, 'answer-heading'],
  [{ aliases: Array.from({ length: 26 }, (_unused, n) => `alias ${n}`) }, 'aliases-count'],
  [{ aliases: ['a'.repeat(301)] }, 'alias-length'],
  [{ url: 'example.org' }, 'url-form'],
  [{ url: 'javascript:alert(1)' }, 'url-form'],
  [{ reviewOn: '2027-02-30' }, 'review-date'],
])('finds in %j the fault %s', (patch, fault) => {
  expect(checkEntryFields({ ...fine, ...patch })).toEqual([fault]);
});

it('names every fault once, in the order of the form', () => {
  const found = checkEntryFields({
    ...fine,
    question: '',
    url: 'x',
    reviewOn: 'soon',
    aliases: ['a'.repeat(301), 'b'.repeat(301)],
  });
  expect(found).toEqual(['question-length', 'alias-length', 'url-form', 'review-date']);
});
