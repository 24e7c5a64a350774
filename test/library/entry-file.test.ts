import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import { emptyFields, type EntryFields } from '../../src/library/entry.ts';
import { entryFileName, toEntryFile } from '../../src/library/entry-file.ts';
import { readEntryFile } from '../../src/library/read-entry-file.ts';
import { writtenFields } from '../support/written-fields.ts';

const guildId = '100000000000000001';
const id = '0a1b2c3d4e5f6071';
const pool: EntryFields = {
  ...emptyFields,
  question: 'When does the pool open?',
  answer: 'At **seven**.\n\n- on weekdays\n- not on Sundays',
  aliases: ['pool hours', 'when, "exactly", may I swim?'],
  tags: ['sport', '2026'],
  url: 'https://example.org/pool',
  reviewOn: '2027-01-31',
  channels: ['300000000000000001'],
  roles: ['400000000000000001'],
};

const write = (fields: EntryFields): string => toEntryFile({ guildId, id, ...fields });
const read = (text: string) => readEntryFile({ path: 'entries/pool.md', text });
const problemsOf = (text: string): readonly string[] => {
  const result = read(text);
  return result.outcome === 'faulty' ? result.problems.map(({ line, message }) => `${line}: ${message}`) : [];
};

describe('an entry in a file', () => {
  test('loses nothing that can be written in Discord', () => {
    fc.assert(
      fc.property(writtenFields, (fields) => {
        const text = write(fields);
        expect(read(text)).toEqual({ outcome: 'entry', entry: { guildId, id, fields } });
      }),
      { numRuns: 500 },
    );
  });

  it('is Markdown as people write it, named after its question', () => {
    expect(write(pool)).toBe(`---
server: "100000000000000001"
entry: 0a1b2c3d4e5f6071
title: FAQ
aliases:
  - pool hours
  - when, "exactly", may I swim?
tags:
  - sport
  - "2026"
url: https://example.org/pool
review: 2027-01-31
channels:
  - "300000000000000001"
roles:
  - "400000000000000001"
---

## When does the pool open?

At **seven**.

- on weekdays
- not on Sundays
`);
    expect(entryFileName({ id, question: 'Where? / \u{1F600}' })).toBe(`where-${id}.md`);
  });

  it('is served to nobody from the file, also when its front matter cannot be read', () => {
    for (const text of [write(pool), write(pool).replace('title: FAQ', 'title: "FAQ')]) {
      expect(parseCorpus([{ path: 'entries/pool.md', text }]).documents).toEqual([]);
    }
  });

  it('becomes common knowledge with all that it says when the server is taken out', () => {
    const text = write(pool).replace(/^(?:server|entry):.*\n/gmu, '');
    expect(read(text)).toEqual({ outcome: 'common' });
    expect(parseCorpus([{ path: 'faq/pool.md', text }])).toMatchObject({
      documents: [
        {
          kind: 'entry',
          title: 'FAQ',
          question: pool.question,
          aliases: ['pool hours', 'when, "exactly", may I swim?'],
          tags: pool.tags,
          url: pool.url,
          reviewOn: pool.reviewOn,
          restriction: { channels: pool.channels, roles: pool.roles },
        },
      ],
      problems: [],
    });
  });

  it('may be changed by hand: aliases in one line, more empty lines above the question', () => {
    const text = write(pool)
      .replace(/aliases:\n(?: {2}- .*\n)+/u, 'aliases: pool hours | swimming\n')
      .replace('\n## ', '\n\n\n## ');
    expect(read(text)).toMatchObject({
      outcome: 'entry',
      entry: { fields: { ...pool, aliases: ['pool hours', 'swimming'] } },
    });
  });

  it.each([
    ['an id that is a number', 'server: "100000000000000001"', 'server: 100000000000000001', 2, '"server"'],
    ['no id', 'entry: 0a1b2c3d4e5f6071', '', 2, '"entry"'],
    ['an unknown key', 'title: FAQ', 'titel: FAQ', 4, '"titel"'],
    ['a day that is none', 'review: 2027-01-31', 'review: 2027-02-31', 12, '"review"'],
    ['an address that is none', 'url: https://example.org/pool', 'url: pool', 11, '"url"'],
    ['no question', '## When does the pool open?', 'When does the pool open?', 18, '"## "'],
    ['a heading in the answer', 'At **seven**.', '# At seven', 21, 'heading'],
    ['front matter that is no YAML', 'title: FAQ', 'title: "FAQ', 4, 'front matter'],
  ])('is refused by line with %s', (_what, right, wrong, at, named) => {
    const [problem = ''] = problemsOf(write(pool).replace(right, wrong));
    expect(problem).toMatch(new RegExp(`^${at}: unexpected .*, expected `, 'u'));
    expect(problem).toContain(named);
  });
});
