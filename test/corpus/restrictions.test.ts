import { describe, expect, test } from 'vitest';

import { readOne } from './read-one.ts';

const restrictionOf = (frontMatter: string): unknown =>
  readOne('a.md', `---\n${frontMatter}---\n\nText.\n`).article?.restriction;

describe('who may read a file', () => {
  test('is everybody, unless it says otherwise', () => {
    expect(restrictionOf('title: Roles\n')).toBeNull();
    expect(readOne('a.txt', 'Some text of a plain file.').article?.restriction).toBeNull();
  });

  test.each([
    [
      'channels: [staff, "1330000000000000114"]\n',
      { channels: ['staff', '1330000000000000114'], roles: null },
    ],
    ['channels: "#Staff | #Back Room"\n', { channels: ['staff', 'back room'], roles: null }],
    ['roles: "@Moderator"\n', { channels: null, roles: ['moderator'] }],
    ['channels: staff\nroles: [moderator]\n', { channels: ['staff'], roles: ['moderator'] }],
  ])('is said by %j', (frontMatter, restriction) => {
    expect(restrictionOf(frontMatter)).toEqual(restriction);
  });

  test.each([
    ['no name', 'channels:\n'],
    ['an empty list', 'channels: []\n'],
    ['a sign alone', 'channels: "#"\n'],
    ['a value of another kind', 'channels: { staff: true }\n'],
    ['front matter that cannot be read', 'title: "Roles\nchannels: staff\n'],
    ['front matter with an alias', 'a: &a [staff]\nchannels: *a\n'],
    ['front matter that is too long', `channels: staff\ntitle: ${'x'.repeat(16 * 1024)}\n`],
  ])('is nobody where the channels are %s', (_, frontMatter) => {
    expect(restrictionOf(frontMatter)).toMatchObject({ channels: [] });
  });

  test('can be said for each entry of a list', () => {
    const { entries, problems } = readOne(
      'faq/list.yaml',
      '- question: Where is the key?\n  answer: In the safe.\n  channels: [staff]\n- question: Who are you?\n  answer: A club.\n',
    );
    expect(problems).toEqual([]);
    expect(entries.map(({ restriction }) => restriction)).toEqual([
      { channels: ['staff'], roles: null },
      null,
    ]);
  });
});

test('a file says when it has to be looked at again', () => {
  expect(readOne('a.md', '---\nreview: 2027-01-31\n---\n\nText.\n').article?.reviewOn).toBe('2027-01-31');
});
