import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/local/page/markdown/parse-markdown.ts';
import type { Block, Inline } from '../../src/local/page/markdown/syntax.ts';

const paragraph = (...inline: Inline[]): Block => ({ kind: 'paragraph', inline });
const text = (value: string): Inline => ({ kind: 'text', text: value });

describe('the Markdown of the page', () => {
  it('reads bold, italics, underline, strike and spoilers, one inside the other', () => {
    expect(parseMarkdown('**a *b*** __c__ ~~d~~ ||e||')).toEqual([
      paragraph(
        {
          kind: 'styled',
          style: 'bold',
          inline: [text('a '), { kind: 'styled', style: 'italic', inline: [text('b')] }],
        },
        text(' '),
        { kind: 'styled', style: 'underline', inline: [text('c')] },
        text(' '),
        { kind: 'styled', style: 'strike', inline: [text('d')] },
        text(' '),
        { kind: 'styled', style: 'spoiler', inline: [text('e')] },
      ),
    ]);
  });

  it('leaves what is escaped, and underscores inside words, as they are', () => {
    expect(parseMarkdown('\\*not\\* a_snake_case 2 * 3 * 4')).toEqual([
      paragraph(text('*not* a_snake_case 2 * 3 * 4')),
    ]);
  });

  it('keeps bold over several lines of a quote', () => {
    expect(parseMarkdown('> one **two\n> three** four')).toEqual([
      {
        kind: 'quote',
        blocks: [
          paragraph(
            text('one '),
            { kind: 'styled', style: 'bold', inline: [text('two\nthree')] },
            text(' four'),
          ),
        ],
      },
    ]);
  });

  it('reads a small-print footnote with a masked link', () => {
    expect(parseMarkdown('-# ¹ [Roles › Asking](https://example.org/roles_(new)) · lines 3-4')).toEqual([
      {
        kind: 'small-print',
        inline: [
          text('¹ '),
          { kind: 'link', url: 'https://example.org/roles_(new)', inline: [text('Roles › Asking')] },
          text(' · lines 3-4'),
        ],
      },
    ]);
  });

  it('makes no link of anything but http and https', () => {
    expect(parseMarkdown('[x](javascript:alert)')).toEqual([paragraph(text('[x](javascript:alert)'))]);
  });

  it('reads headings, lists with lists inside, and code', () => {
    expect(parseMarkdown('## Title\n- a\n  1. b\n- c\n```ts\nconst x = 1;\n```\n`y`')).toEqual([
      { kind: 'heading', level: 2, inline: [text('Title')] },
      {
        kind: 'list',
        start: null,
        items: [
          {
            inline: [text('a')],
            nested: [{ kind: 'list', start: 1, items: [{ inline: [text('b')], nested: [] }] }],
          },
          { inline: [text('c')], nested: [] },
        ],
      },
      { kind: 'code-block', code: 'const x = 1;' },
      paragraph({ kind: 'code', code: 'y' }),
    ]);
  });

  it('reads mentions, commands, emoji and timestamps', () => {
    expect(parseMarkdown('<@1> <@&2> <#3> @here </ask:4> <:wave:5> <t:60:R>')).toEqual([
      paragraph(
        { kind: 'mention', target: 'user', id: '1' },
        text(' '),
        { kind: 'mention', target: 'role', id: '2' },
        text(' '),
        { kind: 'mention', target: 'channel', id: '3' },
        text(' '),
        { kind: 'mention', target: 'everyone', id: 'here' },
        text(' '),
        { kind: 'command', name: 'ask' },
        text(' '),
        { kind: 'emoji', name: 'wave' },
        text(' '),
        { kind: 'timestamp', atMs: 60_000, style: 'R' },
      ),
    ]);
  });

  it('shows every letter of a text without marks, whatever it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z ,.?!áéñ¿]+$/u), (plain) => {
        expect(parseMarkdown(plain)).toEqual([paragraph(text(plain))]);
      }),
    );
  });

  it('comes to an end on any text of marks', () => {
    const marks = fc.array(
      fc.constantFrom(
        '*',
        '_',
        '~',
        '|',
        '`',
        '>',
        '[',
        ']',
        '(',
        ')',
        '<',
        '@',
        '#',
        '-',
        ' ',
        '\n',
        'a',
        '\\',
      ),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(marks, (parts) => {
        expect(Array.isArray(parseMarkdown(parts.join('')))).toBe(true);
      }),
    );
  });
});
