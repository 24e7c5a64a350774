import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Answer, Snippet } from '../../src/answer/answer.ts';
import { relatedKey } from '../../src/library/related-key.ts';
import { renderAnswer } from '../../src/render/render-answer.ts';
import { readMarkdown } from '../support/live-markdown.ts';
import { sampleCitation, sampleSnippet } from '../support/sample-snippet.ts';
import { shownButtons, shownText } from '../support/shown-text.ts';

const english = {
  locale: 'en',
  now: new Date('2026-11-24'),
  topics: ['Roles', 'Events'],
  whyKey: null,
  voteKey: null,
  gapId: null,
} as const;
const answered = (snippets: readonly Snippet[], related: readonly string[] = []): Answer => ({
  outcome: 'answered',
  confidence: 0.9,
  snippets,
  related,
});

describe('an answer', () => {
  it('is a quote with the answer sentence in bold and a footnote that links to its section', () => {
    const snippet = sampleSnippet(
      'Ask in the help channel. A moderator answers. Be patient.',
      'A moderator answers.',
    );
    expect(shownText(renderAnswer(answered([snippet]), english))).toEqual([
      '> Ask in the help channel. **A moderator answers.** Be patient. ¹',
      '-# ¹ [Roles › Moderators › Asking one](<https://example.org/roles#asking-one>) · lines 18-20 · updated 20 Jan 2026',
    ]);
  });

  it('says that it may be outdated from the day after its review date on', () => {
    const footnoteAt = (reviewOn: string): string => {
      const citation = { ...sampleCitation, reviewOn };
      return (
        shownText(renderAnswer(answered([sampleSnippet('Yes.', 'Yes.', { citation })]), english))[1] ?? ''
      );
    };
    expect(footnoteAt('2026-11-23')).toMatch(/updated 20 Jan 2026 · may be outdated$/u);
    expect(footnoteAt('2026-11-24')).not.toContain('outdated');
  });

  it('names its source plainly when the document is not on the web, and a single line as one', () => {
    const citation = { ...sampleCitation, url: null, updated: null, lines: [7, 7] } as const;
    const [, footnote] = shownText(
      renderAnswer(answered([sampleSnippet('Yes.', 'Yes.', { citation })]), english),
    );
    expect(footnote).toBe('-# ¹ Roles › Moderators › Asking one · line 7');
  });

  it('shows the question of an FAQ entry in small print above its quote', () => {
    const snippet = sampleSnippet('Yes.', 'Yes.', { entry: 'May I ask twice?' });
    expect(shownText(renderAnswer(answered([snippet]), english)).slice(0, 2)).toEqual([
      '-# May I ask twice?',
      '> **Yes.** ¹',
    ]);
  });

  it('keeps the bar and the bold over every line of the answer', () => {
    const snippet = sampleSnippet('Bring:\n\n- a pen\n- paper', '- a pen\n- paper');
    expect(shownText(renderAnswer(answered([snippet]), english))[0]).toBe(
      '> Bring:\n> \n> **\\- a pen**\n> **\\- paper** ¹',
    );
  });

  it('marks where the passage goes on', () => {
    const snippet = sampleSnippet('In the middle.', 'In the middle.', { cut: { before: true, after: true } });
    expect(shownText(renderAnswer(answered([snippet]), english))[0]).toBe('> … **In the middle.** … ¹');
  });

  it('numbers several quotes and their footnotes alike', () => {
    const shown = shownText(renderAnswer(answered([sampleSnippet('One.'), sampleSnippet('Two.')]), english));
    expect(shown[0]).toBe('> **One.** ¹');
    expect(shown[1]).toBe('> **Two.** ²');
    expect(shown[2]?.split('\n').map((line) => line.slice(0, 5))).toEqual(['-# ¹ ', '-# ² ']);
  });

  it('offers related questions as buttons that carry their keys', () => {
    const reply = renderAnswer(answered([sampleSnippet('Yes.')], ['Who may ask?']), english);
    expect(reply.parts.at(-1)).toEqual({
      kind: 'buttons',
      buttons: [
        {
          label: 'Who may ask?',
          action: { name: 'ask', argument: relatedKey('Who may ask?') },
          look: 'quiet',
        },
      ],
    });
  });

  it('has a button that says why, last of all, when its question is known', () => {
    const reply = renderAnswer(answered([sampleSnippet('Yes.')], ['Who may ask?']), {
      ...english,
      whyKey: '0123456789abcdef',
    });
    expect(shownButtons(reply)).toEqual(['Who may ask?', 'Why this answer']);
  });

  it('takes votes beside that button, in a row of their own', () => {
    const key = '0123456789abcdef';
    const { parts } = renderAnswer(answered([sampleSnippet('Yes.')], ['Who may ask?']), {
      ...english,
      whyKey: key,
      voteKey: key,
    });
    const rows = parts.flatMap((part) => (part.kind === 'buttons' ? [part.buttons] : []));
    expect(rows.map((row) => row.map(({ label }) => label))).toEqual([
      ['Who may ask?'],
      ['👍', '👎', 'Why this answer'],
    ]);
    expect(rows[1]?.map(({ action }) => action)).toEqual([
      { name: 'helpful', argument: key },
      { name: 'unhelpful', argument: key },
      { name: 'why', argument: key },
    ]);
  });

  it('shows the first rows of a long table, and all of them behind a button', () => {
    const rows = Array.from({ length: 20 }, (_unused, row) => `Row ${row} | value`);
    const snippet = sampleSnippet(rows.join('\n'), 'Row 2 | value');
    const reply = renderAnswer(answered([snippet]), english);
    const quote = shownText(reply)[0] ?? '';
    expect(quote.split('\n')).toHaveLength(8);
    expect(quote).toContain('**Row 2 \\| value**');
    expect(quote.endsWith('Row 7 \\| value … ¹')).toBe(true);
    expect(shownButtons(reply)).toEqual(['Show all']);
  });

  it('shows the rows from the answer on when that stands further down, and as many before it as are wanting', () => {
    const rows = Array.from({ length: 20 }, (_unused, row) => `Row ${row} | value`);
    const quoted = (row: number): string =>
      shownText(renderAnswer(answered([sampleSnippet(rows.join('\n'), `Row ${row} | value`)]), english))[0] ??
      '';
    expect(quoted(10)).toMatch(/^> … \*\*Row 10 .*\n> Row 11 [^]*\n> Row 17 \\\| value … ¹$/u);
    expect(quoted(19)).toMatch(/^> … Row 12 [^]*\n> Row 18 .*\n> \*\*Row 19 \\\| value\*\* ¹$/u);
  });

  it('offers all of a table of which it quotes a few rows only, but not more of a text', () => {
    const cut = { before: false, after: true };
    const rows = sampleSnippet('Shelf | Subject\nShelf 1 | Birds', 'Shelf 1 | Birds', { cut });
    expect(shownButtons(renderAnswer(answered([rows]), english))).toEqual(['Show all']);
    const sentences = sampleSnippet('One thing.\n\nAnother.', 'Another.', { cut });
    expect(shownButtons(renderAnswer(answered([sentences]), english))).toEqual([]);
  });

  it('quotes word for word: what a reader sees is the text of the snippet', () => {
    const words = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(words, (text) => {
        const [quote = ''] = shownText(renderAnswer(answered([sampleSnippet(`A${text}`)]), english));
        const seen = readMarkdown(quote);
        expect(seen.text.replace(/\s/g, '')).toBe(`A${text}¹`.replace(/\s/g, ''));
        expect(seen.live.filter((kind) => !['quote', 'bold', 'address'].includes(kind))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an answer that is not sure', () => {
  const suggested: Answer = {
    outcome: 'suggested',
    confidence: 0.3,
    related: [],
    snippets: [
      sampleSnippet('Ask here. A moderator answers.', 'A moderator answers.'),
      sampleSnippet('On Friday.', 'On Friday.', {
        entry: 'When is the event?',
        passageId: 'faq/events#when',
      }),
    ],
  };

  it('claims nothing: titles, one sentence each, no bold, and buttons that open them', () => {
    const reply = renderAnswer(suggested, english);
    expect(shownText(reply)[0]).toBe('I am not sure this answers it. The closest I have:');
    expect(shownText(reply)).toContain('> A moderator answers.');
    expect(shownText(reply).join('\n')).not.toContain('**');
    expect(shownButtons(reply)).toEqual(['1. Asking one', '2. When is the event?']);
    expect(reply.tone).toBe('suggested');
  });

  it('has a button that says why they are the closest, last of all', () => {
    const reply = renderAnswer(suggested, { ...english, whyKey: '0123456789abcdef' });
    expect(shownButtons(reply)).toEqual(['1. Asking one', '2. When is the event?', 'Why this answer']);
  });
});

describe('no answer', () => {
  it('says so, and what the knowledge is about', () => {
    const reply = renderAnswer({ outcome: 'unanswered', confidence: 0, related: [], raised: null }, english);
    expect(shownText(reply)).toEqual(['I have nothing on that.', '-# I know about: Roles · Events.']);
    expect(reply.tone).toBe('unanswered');
  });

  it('says which question the knowledge raises itself, and where', () => {
    const raised = sampleSnippet('What comes next?', 'What comes next?', { entry: 'What comes next?' });
    const shown = shownText(
      renderAnswer({ outcome: 'unanswered', confidence: 0, related: [], raised }, english),
    );
    expect(shown.slice(0, 2)).toEqual([
      '-# What comes next?',
      'This is raised in *Roles*, which gives no answer. ¹',
    ]);
    expect(shown[2]).toContain('lines 18-20');
  });

  it('speaks Spanish to those who do', () => {
    const reply = renderAnswer(answered([sampleSnippet('Sí.')]), {
      locale: 'es',
      now: new Date('2026-11-24'),
      topics: [],
      whyKey: null,
      voteKey: null,
      gapId: null,
    });
    expect(shownText(reply)[1]).toContain('líneas 18-20 · actualizado el 20 ene 2026');
  });
});
