import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { escapeAddress, escapeText } from '../../src/render/escape-text.ts';
import { stripInvisible } from '../../src/render/strip-invisible.ts';
import { readMarkdown } from '../support/live-markdown.ts';

const hostile = [
  '**bold**',
  '*italic* and _italic_',
  '__underline__ ~~strike~~ ||spoiler||',
  '`code` and ``more code``',
  '```js\nalert(1)\n```',
  '`````\nfive backticks\n`````',
  '# Heading\n## Second\n-# small print',
  '  # indented heading',
  '- a bullet\n* another\n+ a third',
  '1. first\n23. later',
  '> quote\n>>> the rest',
  '[Click here](https://evil.example/login)',
  '[https://bank.example](https://evil.example)',
  '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '<:smile:123456789012345678> <a:dance:123456789012345678> :smile: 10:30:45',
  '<t:1700000000:R> </ask:123456789012345678> <id:home> <mailto:a@b.example>',
  'discord.gg/abcdef https://discord.gg/abcdef https://discord.com/invite/abcdef DISCORD.GG/x discord.gift/x',
  'a backslash \\* and another \\\\* before a star',
];

describe('untrusted text', () => {
  it.each(hostile)('shows as it is written: %s', (text) => {
    expect(readMarkdown(escapeText(text, 'dead'))).toEqual({ text, live: [] });
  });

  it('keeps a web address live that shows in full where it leads', () => {
    const text = 'See https://docs.example/a_(b)?q=1#c, or ask (https://example.org).';
    expect(readMarkdown(escapeText(text, 'live'))).toEqual({ text, live: ['address', 'address'] });
    expect(escapeText(text, 'live')).toContain('<https://docs.example/a_(b)?q=1#c>,');
    expect(escapeText(text, 'live')).toContain('(<https://example.org>).');
  });

  it.each([
    ['an invite', 'https://discord.gg/abcdef'],
    ['a jump link', 'https://ptb.discord.com/channels/1/2/3'],
    ['a name before the host', 'https://bank.example@evil.example/'],
    ['letters that look like others', 'https://еxample.com/'],
    ['an address that was cut', 'https://example.com/lon…'],
    ['a star, which could end bold text', 'https://example.com/**x'],
    ['another scheme', 'javascript://example.com/%0aalert(1)'],
    ['an address longer than a paragraph', `https://example.com/${'a'.repeat(600)}`],
  ])('leaves an address dead that holds %s', (_why, text) => {
    expect(escapeText(text, 'live')).not.toContain('<');
    expect(escapeText(text, 'live')).not.toMatch(/(?<!\\):\/\//);
  });

  it('loses the characters that hide or reorder text, and keeps those that make an emoji', () => {
    expect(stripInvisible('a\u202Eb\u200Bc\u2066d\uFEFFe\u00ADf\u0007g\u{E0041}h')).toBe('abcdefgh');
    expect(stripInvisible('disc\u200Bord.gg/x')).toBe('discord.gg/x');
    expect(stripInvisible('👩‍🚒 ❤️ 👍🏽')).toBe('👩‍🚒 ❤️ 👍🏽');
    expect(stripInvisible('one\r\ntwo\u2028three')).toBe('one\ntwo\nthree');
  });

  it('has nothing live in it, whatever it says', () => {
    const piece = fc.oneof(
      fc.constantFrom(...hostile),
      fc.constantFrom(...Array.from('\\*_~`|[]()<>@#-+.:!1 \n')),
      fc.string(),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (untrusted) => {
        expect(readMarkdown(escapeText(untrusted, 'dead')).live).toEqual([]);
        expect(readMarkdown(escapeText(untrusted, 'live')).live.filter((kind) => kind !== 'address')).toEqual(
          [],
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('reads as it was written, but for what cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (untrusted) => {
        // The reader trims lines of lists and headings, so the text is compared without space.
        const seen = readMarkdown(escapeText(`x${untrusted}`, 'dead')).text;
        expect(seen.replace(/\s/g, '')).toBe(stripInvisible(`x${untrusted}`).replace(/\s/g, ''));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the address of a footnote', () => {
  it('cannot end its own link', () => {
    expect(escapeAddress('https://example.org/a(b)_*>c d')).toBe(
      'https://example.org/a%28b%29%5F%2A%3Ec%20d',
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://user:pass@example.org', 'roles.md', ''])(
    'is none when it is not a plain address of the web: %s',
    (url) => {
      expect(escapeAddress(url)).toBeNull();
    },
  );
});
